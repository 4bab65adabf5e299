import Glibc

/// `embed-templates OUTPUT TYPE FOLDER FILE…` writes a Swift source of a type with the text of each
/// file and its path below the folder.
@main
struct EmbedTemplates {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 3, let output = arguments.first else {
      fail("usage: embed-templates OUTPUT TYPE FOLDER FILE…")
    }
    let type = arguments[arguments.startIndex + 1]
    let folder = arguments[arguments.startIndex + 2]
    let files = arguments.dropFirst(3).sorted()
    let bytes = Array(source(of: type, files, below: folder).utf8)
    guard let file = fopen(output, "wb"), fwrite(bytes, 1, bytes.count, file) == bytes.count,
      fclose(file) == 0
    else { fail("cannot write '\(output)'") }
  }

  private static func source(
    of type: String, _ paths: [String], below folder: String
  ) -> String {
    let name = folder.split(separator: "/").last ?? ""
    var source = """
      /// The files below `\(name)/` as they were when the tool was built, sorted by path.
      enum \(type) {
        static let files: [(path: String, text: String)] = [

      """
    for path in paths {
      guard path.hasPrefix(folder + "/") else { fail("'\(path)' is not below '\(folder)'") }
      let name = path.dropFirst(folder.utf8.count + 1)
      let text = contents(of: path)
      // More `#` than the text has in a row, so that nothing in it can end the literal.
      let marks = String(repeating: "#", count: 8)
      guard !text.contains(marks) else { fail("'\(path)' has \(marks) in it") }
      source += "(\"\(name)\", \(marks)\"\"\"\n\(text)\n\"\"\"\(marks)),\n"
    }
    return source + "  ]\n}\n"
  }

  private static func contents(of path: String) -> String {
    guard let file = fopen(path, "rb") else { fail("cannot read '\(path)'") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    guard let text = String(validating: bytes, as: UTF8.self), !text.contains("\r") else {
      fail("'\(path)' must be UTF-8 with LF line ends")
    }
    return text
  }

  private static func fail(_ message: String) -> Never {
    let bytes = Array("embed-templates: \(message)\n".utf8)
    _ = write(2, bytes, bytes.count)
    exit(1)
  }
}
