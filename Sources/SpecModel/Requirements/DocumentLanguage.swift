/// The script in which a document is mainly written, as far as rules about its words need to know.
package enum DocumentLanguage: Sendable, Hashable {
  case latin, chinese, japanese, korean, cyrillic, other

  /// Counts the scalars outside code, plain ASCII eight bytes at a time.
  ///
  /// An ideograph says as much as a word of Latin letters, and documents in Chinese or Japanese are
  /// full of English names, so one counts as three letters.
  package init(_ text: SpecText) {
    var count = Count()
    text.bytes.withUnsafeBytes { raw in
      for line in text.lines where line.kind != .blank && line.kind != .code {
        count.add(raw, Int(line.textStart)..<min(Int(line.end), raw.count))
      }
    }
    self = count.language
  }

  private struct Count {
    var latin = 0
    var han = 0
    var kana = 0
    var hangul = 0
    var cyrillic = 0
    var other = 0

    mutating func add(_ raw: UnsafeRawBufferPointer, _ range: Range<Int>) {
      var index = range.lowerBound
      while index < range.upperBound {
        if index + 8 <= range.upperBound,
          raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          latin += 7
          index += 8
          continue
        }
        let byte = raw[index]
        let second = index + 1 < range.upperBound ? raw[index + 1] : 0
        switch byte {
        case 0..<0x80:
          if byte.isLetter { latin += 1 }
          index += 1
        case 0xC3...0xC9:
          latin += 1
          index += 2
        case 0xD0...0xD3:
          cyrillic += 1
          index += 2
        case 0xD4...0xDF:
          other += 1
          index += 2
        case 0xE0:
          other += 1
          index += 3
        case 0xE1 where (0xB8...0xBB).contains(second):
          latin += 1
          index += 3
        // U+3040 to U+30FF; the marks before them are punctuation that Chinese shares.
        case 0xE3 where second >= 0x81 && second <= 0x83:
          kana += 1
          index += 3
        case 0xE4...0xE9:
          han += 1
          index += 3
        case 0xEA...0xED where byte > 0xEA || second >= 0xB0:
          hangul += 1
          index += 3
        default:
          index += byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        }
      }
    }

    var language: DocumentLanguage {
      let ideographs = (han + kana) * 3
      let most = max(latin, ideographs, hangul * 3, cyrillic, other)
      switch most {
      case latin: return .latin
      case ideographs: return kana * 10 >= han ? .japanese : .chinese
      case hangul * 3: return .korean
      case cyrillic: return .cyrillic
      default: return .other
      }
    }
  }
}

extension RequirementsDocument {
  /// The script in which the document is mainly written; counted anew at each call.
  package var language: DocumentLanguage { DocumentLanguage(text) }
}
