/// The words and kinds of files that speak for an agent, hashed once for all features.
struct AgentVocabulary: Sendable {
  struct Phrase: Sendable {
    /// As written in `auto_invoke_on`.
    var text: String
    var words: [UInt64]
  }

  struct Extension: Sendable {
    var text: String
    var hash: UInt64
  }

  let phrases: [Phrase]
  let extensions: [Extension]

  init(words: [String], agent: String) {
    phrases = words.map { Phrase(text: $0, words: WordScanner.words($0)) }
      .filter { !$0.words.isEmpty }
    extensions = FileKinds.extensions(forAgent: agent).compactMap { name in
      WordScanner.words(name).first.map { Extension(text: name, hash: $0) }
    }
  }
}
