/// A file of a documentation.
package struct SiteFile: Sendable {
  /// Relative to the folder of the documentation, with `/` between its parts.
  package var path: String
  package var bytes: [UInt8]

  init(_ path: String, _ text: String) {
    self.init(path, Array(text.utf8))
  }

  init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
