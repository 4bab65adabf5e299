/// A command that documents show and that the tests here do not run.
struct UnrunCommand: Sendable {
  /// How its line begins.
  var start: String
  /// Why it is not run here, and what runs it where something does.
  var reason: String

  /// All of them: what stands in no block any more is reported by a test.
  static let all: [UnrunCommand] = [
    .init(
      start: "specctl lsp",
      reason: "talks with an editor: Tests/SpecServersTests, Tests/Clients/editors"),
    .init(
      start: "specctl validate --watch",
      reason: "stays until Ctrl-C: Tests/Clients/watch"),
    .init(
      start: "make ",
      reason: "builds; its targets are looked up by CommandTests"),
    .init(
      start: "sudo apt ",
      reason: "wants root: Tests/Clients/packages/test_debian.py"),
    .init(
      start: "pip ",
      reason: "wants a wheel: Tests/Clients/packages/test_wheel.py"),
    .init(
      start: "pipx install ",
      reason: "wants a wheel: Tests/Clients/packages/test_wheel.py"),
    .init(
      start: "install -D ",
      reason: "wants a release build"),
    .init(
      start: "sh scripts/install.sh ",
      reason: "wants a release: Tests/Clients/packages/test_install.py"),
    .init(
      start: "sha256sum ",
      reason: "wants a release: Tests/Clients/packages/test_archive.py"),
    .init(
      start: "tar ",
      reason: "wants a release: Tests/Clients/packages/test_archive.py"),
    .init(
      start: "~/.local/bin/specctl ",
      reason: "wants a release: Tests/Clients/packages/test_install.py"),
    .init(
      start: "docker ",
      reason: "wants a Docker daemon; Tests/Clients/packages/test_image.py reads the file"),
    .init(
      start: "npm install",
      reason: "downloads; Tests/Clients/editors/test_snippets.py reads the files"),
    .init(
      start: "ninja ",
      reason: "runs steps: Tests/Clients/exports/test_ninja.py"),
    .init(
      start: "check-jsonschema ",
      reason: "not on every machine: Tests/Clients/schemas"),
    .init(
      start: "(set -eu\nprompt=",
      reason: "asks a model"),
  ]
}
