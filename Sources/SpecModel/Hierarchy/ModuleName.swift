/// The names of modules, layers and their agents, as files and people write them.
package enum ModuleName {
  /// The form in which names are compared: letters in lower case and digits, nothing between them.
  ///
  /// `event_loop`, `event-loop`, `EventLoop` and `Event Loop` are one name.
  package static func normal(_ text: some StringProtocol) -> String {
    String(
      decoding: text.utf8.lazy.filter { $0.isLetter || $0.isDigit || $0 >= 0x80 }
        .map { $0.isUppercase ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// The name in an agent's or orchestrator's: `portfolio` of `PORTFOLIO_AGENT`; `nil` for other words.
  package static func stem(of agent: some StringProtocol) -> String? {
    for ending in ["_AGENT", "_ORCHESTRATOR"] where agent.utf8.count > ending.utf8.count {
      if agent.hasSuffix(ending) { return agent.dropLast(ending.count).lowercased() }
    }
    return nil
  }

  /// Whether a word is the name of an agent in capitals, such as `EVENT_LOOP_AGENT`.
  static func isAgent(_ word: ArraySlice<UInt8>) -> Bool {
    word.count > 6 && word.suffix(6).elementsEqual("_AGENT".utf8)
      && word.allSatisfy { $0.isUppercase || $0.isDigit || $0 == UInt8(ascii: "_") }
  }
}
