internal import CBuild
import Diagnostics
import TestReports
import YAMLSyntax

/// What this binary is and what is linked into it, for reports of faults and lists of materials.
enum VersionReport {
  /// The report as JSON, without a line break at its end.
  static var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", "specctl.version/1")
      writer.member("specctl", Specctl.version)
      writer.key("commit")
      if let commit = specctl_build_commit() {
        writer.value(String(cString: commit))
      } else {
        writer.null()
      }
      writer.member("swift", swift)
      writer.member("target", target)
      writer.member("mode", mode)
      writer.key("libraries")
      writer.array { writer in
        for library in libraries {
          writer.object { writer in
            writer.member("name", library.name)
            writer.member("version", library.version)
          }
        }
      }
    }
    return String(decoding: writer.bytes.dropLast(), as: UTF8.self)
  }

  /// The libraries of others that are in the binary and know their version.
  private static var libraries: [(name: String, version: String)] {
    [("expat", XMLLibrary.version), ("libyaml", YAMLLibrary.version)]
  }

  /// The compiler's version where the build said it, else that of the standard library, which names no
  /// patch release.
  private static var swift: String {
    specctl_build_swift().map { String(cString: $0) } ?? "\(_SwiftStdlibVersion.current)"
  }

  private static var target: String {
    #if arch(x86_64)
      let architecture = "x86_64"
    #elseif arch(arm64)
      let architecture = "aarch64"
    #else
      let architecture = "unknown"
    #endif
    return "\(architecture)-unknown-linux-gnu"
  }

  private static var mode: String {
    #if DEBUG
      "debug"
    #else
      "release"
    #endif
  }
}
