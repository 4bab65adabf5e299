/// What a word can be in a criterion's sentence.
enum EARSWord: Sendable, Equatable {
  case clause(EARSKeyword)
  /// A Japanese word that closes a clause, as とき does.
  case clauseEnd(EARSKeyword)
  case then
  /// A word that demands; of several in a sentence the one of the lowest rank is meant.
  case modal(rank: UInt8)
  /// A Japanese or Korean word that demands what stands before it.
  case modalEnd
  /// こと, which demands what stands before it where a sentence ends with it.
  case command
  /// `the`, and words for "system" where there are no articles: the system's name begins.
  case article
  /// A word that only contains one of the others: 应用 is no 应.
  case other
}

/// The words of the sentences in the languages of real documents.
enum EARSWords {
  struct Meaning: Sendable {
    var word: EARSWord
    var isEnglish = false
  }

  private static let english: [(String, EARSWord)] = [
    ("when", .clause(.when)), ("while", .clause(.while)), ("where", .clause(.where)),
    ("if", .clause(.if)), ("given", .clause(.given)), ("then", .then), ("the", .article),
    ("shall", .modal(rank: 1)), ("must", .modal(rank: 2)), ("will", .modal(rank: 3)),
    ("should", .modal(rank: 3)),
  ]

  /// Latin and Cyrillic words; letters with accents, whose case the table does not know, stand here in both.
  private static let foreign: [(String, EARSWord)] = [
    ("cuando", .clause(.when)), ("quando", .clause(.when)), ("quand", .clause(.when)),
    ("lorsque", .clause(.when)), ("wenn", .clause(.when)), ("sobald", .clause(.when)),
    ("когда", .clause(.when)), ("КОГДА", .clause(.when)), ("khi", .clause(.when)),
    ("si", .clause(.if)), ("se", .clause(.if)), ("falls", .clause(.if)), ("если", .clause(.if)),
    ("ЕСЛИ", .clause(.if)), ("nếu", .clause(.if)), ("mientras", .clause(.while)),
    ("enquanto", .clause(.while)), ("mentre", .clause(.while)), ("während", .clause(.while)),
    ("wÄhrend", .clause(.while)), ("solange", .clause(.while)), ("пока", .clause(.while)),
    ("ПОКА", .clause(.while)), ("donde", .clause(.where)), ("onde", .clause(.where)),
    ("dove", .clause(.where)), ("где", .clause(.where)), ("ГДЕ", .clause(.where)),
    ("dado", .clause(.given)), ("dato", .clause(.given)), ("gegeben", .clause(.given)),
    ("дано", .clause(.given)), ("ДАНО", .clause(.given)), ("entonces", .then), ("então", .then),
    ("entÃo", .then), ("alors", .then), ("allora", .then), ("dann", .then), ("тогда", .then),
    ("ТОГДА", .then), ("thì", .then), ("debe", .modal(rank: 1)), ("deben", .modal(rank: 1)),
    ("deberá", .modal(rank: 1)), ("deberÁ", .modal(rank: 1)), ("deberán", .modal(rank: 1)),
    ("deberÁn", .modal(rank: 1)), ("debería", .modal(rank: 3)), ("deve", .modal(rank: 1)),
    ("devem", .modal(rank: 1)), ("deverá", .modal(rank: 1)), ("deverÁ", .modal(rank: 1)),
    ("deverão", .modal(rank: 1)), ("deverÃo", .modal(rank: 1)), ("muss", .modal(rank: 1)),
    ("müssen", .modal(rank: 1)), ("soll", .modal(rank: 1)), ("sollen", .modal(rank: 1)),
    ("doit", .modal(rank: 1)), ("doivent", .modal(rank: 1)), ("devra", .modal(rank: 1)),
    ("devront", .modal(rank: 1)), ("dovrà", .modal(rank: 1)), ("deve", .modal(rank: 1)),
    ("phải", .modal(rank: 1)), ("phẢi", .modal(rank: 1)), ("zal", .modal(rank: 1)),
    ("moet", .modal(rank: 1)), ("должен", .modal(rank: 1)), ("ДОЛЖЕН", .modal(rank: 1)),
    ("должна", .modal(rank: 1)), ("ДОЛЖНА", .modal(rank: 1)), ("должно", .modal(rank: 1)),
    ("ДОЛЖНО", .modal(rank: 1)), ("должны", .modal(rank: 1)), ("ДОЛЖНЫ", .modal(rank: 1)),
    ("обязан", .modal(rank: 1)), ("обязана", .modal(rank: 1)),
  ]

  /// Words of scripts that put no blanks between words; the longer ones keep others from being found
  /// in them.
  private static let unspaced: [(String, EARSWord)] = [
    ("当", .clause(.when)), ("當", .clause(.when)), ("当前", .other), ("當前", .other),
    ("当时", .other), ("当日", .other), ("当天", .other), ("当然", .other), ("当該", .other),
    ("当该", .clause(.when)),
    ("如果", .clause(.if)), ("若", .clause(.if)), ("假如", .clause(.if)), ("若干", .other),
    ("假设", .clause(.given)), ("给定", .clause(.given)), ("前提", .clause(.given)),
    ("もし", .clause(.if)), ("만약", .clause(.if)), ("とき", .clauseEnd(.when)),
    ("時", .clauseEnd(.when)), ("際", .clauseEnd(.when)), ("場合", .clauseEnd(.if)),
    ("の間", .clauseEnd(.while)), ("時間", .other), ("同時", .other), ("時刻", .other),
    ("那么", .then), ("那麼", .then), ("则", .then), ("則", .then), ("然后", .then), ("ならば", .then),
    ("规则", .other), ("原则", .other), ("否则", .other), ("規則", .other), ("原則", .other),
    ("应", .modal(rank: 1)), ("應", .modal(rank: 1)), ("应该", .modal(rank: 1)),
    ("應該", .modal(rank: 1)), ("应当", .modal(rank: 1)), ("應當", .modal(rank: 1)),
    ("必须", .modal(rank: 1)), ("必須", .modal(rank: 1)), ("须", .modal(rank: 2)),
    ("須", .modal(rank: 2)), ("能够", .modal(rank: 3)), ("应用", .other), ("應用", .other),
    ("应答", .other), ("应急", .other), ("应对", .other), ("响应", .other), ("響應", .other),
    ("对应", .other), ("對應", .other), ("适应", .other), ("適應", .other), ("反应", .other),
    ("供应", .other), ("效应", .other), ("相应", .other), ("感应", .other), ("回应", .other),
    ("必須項目", .other), ("必須フィールド", .other), ("無須", .other), ("无须", .other),
    ("すること", .modalEnd), ("しなければ", .modalEnd), ("なければならない", .modalEnd), ("べき", .modalEnd),
    ("ものとする", .modalEnd), ("こと", .command), ("必要", .modalEnd), ("必ず", .modal(rank: 3)),
    ("해야", .modalEnd), ("하여야", .modalEnd), ("系统", .article), ("系統", .article),
    ("システム", .article), ("시스템", .article),
  ]

  static let spaced = KeywordTable(
    english.map { ($0.0, Meaning(word: $0.1, isEnglish: true)) }
      + foreign.map { ($0.0, Meaning(word: $0.1)) })

  static let ideographs = WordList(unspaced)

  /// The first two bytes with which the spaced words begin, a bit for the low five bits of each: most
  /// words begin otherwise and need not be looked up.
  static let beginnings: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 16)
    for (word, _) in english + foreign {
      let bytes = Array(word.utf8)
      // A capital in another alphabet begins with the same byte or its neighbour.
      for first in bytes[0] < 0x80 ? [bytes[0]] : [bytes[0], bytes[0] ^ 1] {
        if bytes[0] < 0x80 {
          let place = place(first, bytes[1])
          bits[place >> 6] |= 1 << UInt64(place & 63)
        } else {
          for second in UInt8(0)..<32 {
            let place = place(first, second)
            bits[place >> 6] |= 1 << UInt64(place & 63)
          }
        }
      }
    }
    return bits
  }()

  /// The place of two bytes in ``beginnings``, the same for both cases of a letter.
  @inline(__always)
  static func place(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 0x1F) << 5 | Int(second & 0x1F)
  }
}
