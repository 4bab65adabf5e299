/// Turns what a run came to into one format.
///
/// A reporter writes to the stream it is given and nowhere else; the same outcome gives the same
/// bytes.
package protocol Reporter: Sendable {
  func report(_ outcome: Outcome, to output: inout some TextOutputStream)
}

extension Reporter {
  /// The whole report as text.
  package func text(of outcome: Outcome) -> String {
    var text = ""
    report(outcome, to: &text)
    return text
  }
}
