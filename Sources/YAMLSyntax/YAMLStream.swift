package import Diagnostics

/// The documents of a YAML text, with the places of their values and comments.
package struct YAMLStream: Hashable, Sendable {
  /// The root of every document; `nil` for a document without content.
  ///
  /// A text of nothing but comments and white space has no document at all.
  package var documents: [YAMLNode?]
  /// The place of every comment, from its `#` to the end of the line, in order.
  package var comments: [Range<Offset>]
  /// Faults that do not stop the reading, in order of their places.
  package var problems: [YAMLProblem]
  /// Whether the text is no valid YAML and was read line by line.
  package var usedTolerance: Bool

  /// The root of the first document.
  package var root: YAMLNode? { documents.first ?? nil }

  /// How to read text that is no valid YAML.
  package enum Mode: Hashable, Sendable {
    case strict
    /// Values of top-level keys that only lack quotes are read as their line stands, each with a
    /// problem and a fix.
    case tolerant
  }
}

extension YAMLStream {
  /// Reads YAML or JSON.
  ///
  /// With a range, only those bytes are read (such as front matter), while all offsets stay those
  /// of the whole array; the range is cut at the end of the array. A byte order mark is skipped.
  /// Linear in the bytes.
  package init(
    parsing bytes: [UInt8], in range: Range<Int>? = nil, mode: Mode = .strict,
    limits: YAMLLimits = .default
  ) throws(YAMLError) {
    let range = (range ?? bytes.indices).clamped(to: bytes.indices)
    do throws(YAMLError) {
      self = try EscapedPairs.parse(bytes, in: range, limits: limits)
    } catch {
      guard mode == .tolerant,
        let reading = TolerantReading(of: bytes, in: range, limits: limits)
      else { throw error }
      self = reading.stream
    }
  }
}
