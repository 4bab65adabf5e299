internal import CExpat

/// The library that reads XML.
package enum XMLLibrary {
  /// The version of expat in this process, such as `2.5.0`.
  package static var version: String {
    let name = XML_ExpatVersion().map { String(cString: $0) } ?? ""
    return String(name.drop { !$0.isNumber })
  }
}
