internal import CExpat

/// Goes through the elements of an XML document in the order written.
///
/// Nothing outside of the bytes is ever read, and a document that declares entities is refused: reports
/// have none, and what they stand for can grow without end. Depth, size and the number of elements
/// are limited. Linear in the bytes.
struct XMLElements {
  /// What is told of the elements.
  protocol Visitor: AnyObject {
    /// An element begins. Prefixes of names are left out.
    func begin(_ name: String, _ attributes: XMLAttributes)
    /// The element that began last and has not ended ends.
    func end()
  }

  enum Limits {
    static let bytes = 256 << 20
    static let depth = 64
    static let elements = 5_000_000
  }

  /// Tells a visitor of every element.
  static func visit(_ bytes: [UInt8], _ visitor: some Visitor) throws(XMLError) {
    guard bytes.count <= Limits.bytes else {
      throw XMLError(message: "larger than \(Limits.bytes >> 20) MiB", line: 1)
    }
    guard let parser = XML_ParserCreate(nil) else {
      throw XMLError(message: "there is no memory to read it", line: 1)
    }
    defer { XML_ParserFree(parser) }
    let course = Course(visitor, parser)
    // The parser calls back only inside of `XML_Parse`, where `course` lives.
    XML_SetUserData(parser, Unmanaged.passUnretained(course).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in Course.of(data)?.begin(name, attributes) },
      { data, _ in Course.of(data)?.end() })
    XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
      Course.of(data)?.stop("declares an entity, which a report has no use for")
    }
    // One piece: a token that is fed in parts is read anew for each part.
    let status = withExtendedLifetime(course) {
      bytes.withUnsafeBytes { buffer in
        XML_Parse(
          parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 1)
      }
    }
    guard status != XML_STATUS_OK else { return }
    let line = Int(clamping: XML_GetCurrentLineNumber(parser))
    if let refusal = course.refusal { throw XMLError(message: refusal, line: line) }
    let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
    throw XMLError(message: words ?? "no XML", line: line)
  }

  /// What happens between two calls of the parser.
  private final class Course {
    private let visitor: any Visitor
    private let parser: XML_Parser
    private var depth = 0
    private var count = 0
    private(set) var refusal: String?

    init(_ visitor: any Visitor, _ parser: XML_Parser) {
      self.visitor = visitor
      self.parser = parser
    }

    static func of(_ data: UnsafeMutableRawPointer?) -> Course? {
      data.map { Unmanaged<Course>.fromOpaque($0).takeUnretainedValue() }
    }

    func begin(
      _ name: UnsafePointer<CChar>?,
      _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
      guard refusal == nil, let name else { return }
      depth += 1
      count += 1
      if depth > Limits.depth { return stop("more than \(Limits.depth) elements in each other") }
      if count > Limits.elements { return stop("more than \(Limits.elements) elements") }
      visitor.begin(Self.localName(name), XMLAttributes(attributes))
    }

    func end() {
      guard refusal == nil else { return }
      depth -= 1
      visitor.end()
    }

    func stop(_ reason: String) {
      guard refusal == nil else { return }
      refusal = reason
      XML_StopParser(parser, XML_Bool(0))
    }

    private static func localName(_ name: UnsafePointer<CChar>) -> String {
      let whole = String(cString: name)
      guard let colon = whole.utf8.lastIndex(of: UInt8(ascii: ":")) else { return whole }
      return String(whole[whole.utf8.index(after: colon)...])
    }
  }
}

/// The attributes of an element, valid while it is told of.
struct XMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  fileprivate init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    self.list = list
  }

  /// The value of an attribute, cut at a limit that no name in a report reaches; linear in their number.
  subscript(name: StaticString) -> String? {
    guard var next = list else { return nil }
    // Names and values by turns, and a null behind them.
    while let key = next.pointee, let value = next.successor().pointee {
      if Self.areEqual(key, name) { return Self.text(value) }
      next = next.advanced(by: 2)
    }
    return nil
  }

  private static let lengthLimit = 4096

  private static func areEqual(_ key: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    name.withUTF8Buffer { wanted in
      for (index, byte) in wanted.enumerated() where UInt8(bitPattern: key[index]) != byte {
        return false
      }
      return key[wanted.count] == 0
    }
  }

  private static func text(_ value: UnsafePointer<CChar>) -> String {
    var count = 0
    while count < lengthLimit, value[count] != 0 { count += 1 }
    return String(
      decoding: UnsafeRawBufferPointer(start: value, count: count), as: UTF8.self)
  }
}
