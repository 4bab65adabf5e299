/// Makes texts that differ in letter case alone the same, scalar by scalar.
///
/// That is the simple folding of file systems that ignore letter case: `É` is `é` and `Σ`, `σ` and `ς`
/// are one, but `ß` is not `ss`, the dotted and dotless `i` of Turkish stay what they are, and a letter
/// with an accent as a scalar of its own is not the letter that has it.
enum CaseFolding {
  /// Linear in the text.
  static func folded(_ text: String) -> String {
    var text = text
    let isDone = text.withUTF8 { bytes in
      bytes.allSatisfy { $0 < 0x80 && $0 &- 0x41 >= 26 }
    }
    guard !isDone else { return text }
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { folded.append(Self.folded(scalar)) }
    return String(folded)
  }

  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII {
      return scalar.value &- 0x41 < 26 ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar
    }
    // The one letter whose capital is another letter's.
    guard scalar != "ı" else { return scalar }
    let upper = single(scalar.properties.uppercaseMapping) ?? scalar
    return single(upper.properties.lowercaseMapping) ?? scalar
  }

  private static func single(_ mapping: String) -> Unicode.Scalar? {
    let scalars = mapping.unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }
}
