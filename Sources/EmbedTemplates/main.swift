import Glibc

/// `embed-templates OUTPUT FOLDER FILE…` writes a Swift source with the text of each file and its
/// path below the folder.
let arguments = CommandLine.arguments.dropFirst()

func fail(_ message: String) -> Never {
  let bytes = Array("embed-templates: \(message)\n".utf8)
  _ = write(2, bytes, bytes.count)
  exit(1)
}

func contents(of path: String) -> String {
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

guard arguments.count >= 2, let output = arguments.first else {
  fail("usage: embed-templates OUTPUT FOLDER FILE…")
}
let folder = arguments[arguments.startIndex + 1]
var source = """
  /// The files below `templates/` as they were when the tool was built, sorted by path.
  enum EmbeddedTemplates {
    static let files: [(path: String, text: String)] = [

  """
for path in arguments.dropFirst(2).sorted() {
  guard path.hasPrefix(folder + "/") else { fail("'\(path)' is not below '\(folder)'") }
  let text = contents(of: path)
  // More `#` than the text has in a row, so that nothing in it can end the literal.
  let marks = String(repeating: "#", count: 8)
  guard !text.contains(marks) else { fail("'\(path)' has \(marks) in it") }
  source +=
    "(\"\(path.dropFirst(folder.utf8.count + 1))\", \(marks)\"\"\"\n\(text)\n\"\"\"\(marks)),\n"
}
source += "  ]\n}\n"
guard let file = fopen(output, "wb") else { fail("cannot write '\(output)'") }
let bytes = Array(source.utf8)
guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fclose(file) == 0 else {
  fail("cannot write '\(output)'")
}
