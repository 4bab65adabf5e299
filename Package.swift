// swift-tools-version: 6.2
import PackageDescription

/// The language settings that every target shares; warnings are errors everywhere.
let dialect: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

/// A library target with the shared dialect.
func library(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: dialect)
}

/// A test target for the library of the same name.
func tests(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies,
    swiftSettings: dialect)
}

/// What the binary says of its build, where scripts/build_release.sh tells it.
let buildFacts: [CSetting] = ["SPECCTL_COMMIT", "SPECCTL_SWIFT"].compactMap { name in
  Context.environment[name].map { .define(name, to: $0) }
}

let package = Package(
  name: "specctl",
  targets: [
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .target(name: "CBuild", cSettings: buildFacts),
    .systemLibrary(name: "CMD4C", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: dialect),

    library("Diagnostics"),
    tests("Diagnostics", "TestSupport", "YAMLSyntax"),

    library("YAMLSyntax", "CLibYAML", "Diagnostics"),
    tests("YAMLSyntax", "Diagnostics"),

    library("MarkdownSyntax", "Diagnostics"),
    tests("MarkdownSyntax", "CMD4C", "Diagnostics"),

    library("JSONSyntax"),
    tests("JSONSyntax"),

    library("TestReports", "CExpat"),
    tests("TestReports"),

    library("ArgumentParser", "Diagnostics"),
    tests("ArgumentParser"),

    library("SpecModel", "Diagnostics", "YAMLSyntax", "MarkdownSyntax"),
    tests("SpecModel", "Diagnostics"),

    library("SpecWorkspace", "Diagnostics", "SpecModel"),
    tests("SpecWorkspace", "Diagnostics", "SpecModel"),

    library("SpecPlanning", "Diagnostics", "JSONSyntax", "SpecModel"),
    tests("SpecPlanning", "Diagnostics", "SpecModel"),

    library("SpecTracing", "Diagnostics", "SpecModel", "TestReports"),
    tests("SpecTracing", "Diagnostics", "SpecModel", "TestReports"),

    library(
      "SpecRules", "Diagnostics", "MarkdownSyntax", "YAMLSyntax", "SpecModel", "SpecPlanning"),
    tests("SpecRules", "Diagnostics", "SpecModel", "SpecWorkspace", "TestSupport"),

    library("SpecLive", "Diagnostics", "SpecModel", "SpecRules", "SpecWorkspace"),
    tests("SpecLive", "Diagnostics", "SpecModel", "SpecRules", "SpecWorkspace"),

    library(
      "SpecServers", "Diagnostics", "JSONSyntax", "MarkdownSyntax", "SpecLive", "SpecModel",
      "SpecPlanning", "SpecRules", "SpecWorkspace"),
    tests("SpecServers", "Diagnostics", "JSONSyntax", "SpecModel", "SpecRules", "SpecWorkspace"),

    .executableTarget(
      name: "embed-templates", path: "Sources/EmbedTemplates", swiftSettings: dialect),
    .plugin(
      name: "EmbedTemplates", capability: .buildTool(), dependencies: ["embed-templates"]),
    .target(
      name: "SpecRendering",
      dependencies: [
        "Diagnostics", "MarkdownSyntax", "SpecModel", "SpecPlanning", "SpecRules", "SpecTracing",
      ],
      swiftSettings: dialect, plugins: ["EmbedTemplates"]),
    tests(
      "SpecRendering", "Diagnostics", "SpecModel", "SpecPlanning", "SpecTracing", "TestReports",
      "TestSupport", "YAMLSyntax"),

    library(
      "SpecctlCommands", "ArgumentParser", "CBuild", "CMalloc", "Diagnostics", "JSONSyntax",
      "YAMLSyntax", "SpecModel", "SpecWorkspace", "SpecRules", "SpecPlanning", "SpecRendering",
      "SpecServers", "SpecTracing", "TestReports"),
    .executableTarget(name: "specctl", dependencies: ["SpecctlCommands"], swiftSettings: dialect),
    .testTarget(
      name: "DocumentationTests",
      dependencies: [
        "ArgumentParser", "Diagnostics", "MarkdownSyntax", "SpecModel", "SpecRules",
        "SpecWorkspace", "SpecctlCommands", "TestSupport",
      ],
      swiftSettings: dialect),
    .testTarget(
      name: "SpecctlTests",
      dependencies: [
        "specctl", "Diagnostics", "SpecModel", "SpecRendering", "SpecWorkspace", "TestSupport",
      ], swiftSettings: dialect),

    .executableTarget(
      name: "specctl-benchmark",
      dependencies: ["Diagnostics", "SpecModel", "SpecPlanning", "SpecRendering"],
      path: "Sources/SpecctlBenchmark", swiftSettings: dialect),
  ]
)

// libFuzzer brings its own `main`, so these are no part of an ordinary build; see scripts/fuzz.sh.
if Context.environment["SPECCTL_FUZZ"] != nil {
  // What else has a `main` cannot be linked with it.
  package.targets.removeAll {
    $0.isTest || $0.type == .executable
      || ["EmbedTemplates", "SpecRendering", "SpecctlCommands"].contains($0.name)
  }
  for (name, folder) in [
    ("specctl-fuzz-yaml", "YAML"), ("specctl-fuzz-markdown", "Markdown"),
    ("specctl-fuzz-documents", "Documents"), ("specctl-fuzz-settings", "Settings"),
    ("specctl-fuzz-jsonrpc", "JSONRPC"), ("specctl-fuzz-traces", "Traces"),
  ] {
    package.targets.append(
      .executableTarget(
        name: name,
        dependencies: [
          "Diagnostics", "YAMLSyntax", "MarkdownSyntax", "SpecModel", "SpecServers",
          "SpecTracing", "TestReports",
        ],
        path: "Fuzz/\(folder)", swiftSettings: dialect + [.unsafeFlags(["-parse-as-library"])]))
  }
}
