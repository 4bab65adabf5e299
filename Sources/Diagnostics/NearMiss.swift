/// The known name that somebody most likely meant, if one is near enough to be worth offering.
///
/// Near means an edit distance (insertions, deletions, substitutions and swaps of neighbours) below
/// 4 and at most a third of the length of the longer name, where 1 is near unless both are single
/// characters; where one name begins with the other, 3 is near. Case does not count. Of equally near
/// names the first wins. Names of more than 200 characters have none.
///
/// Linear in the names; ``NearMissSearch`` is for looking many times.
package func nearMiss(to name: String, among known: some Sequence<String>) -> String? {
  var wanted: [UInt32] = []
  guard readLowercase(name, into: &wanted), !wanted.isEmpty else { return nil }
  var scalars: [UInt32] = []
  var table = EditDistance()
  var best: (name: String, distance: Int)?
  for candidate in known {
    guard readLowercase(candidate, into: &scalars) else { continue }
    let isBeginning =
      min(wanted.count, scalars.count) >= 3
      && (scalars.starts(with: wanted) || wanted.starts(with: scalars))
    let longest = max(wanted.count, scalars.count)
    let allowed = isBeginning ? 3 : longest < 2 ? 0 : max(1, longest / 3)
    let limit = min(3, allowed, (best?.distance ?? 4) - 1)
    guard limit >= 0, abs(scalars.count - wanted.count) <= limit else { continue }
    let distance = table.distance(wanted, scalars, upTo: limit)
    if distance <= limit { best = (candidate, distance) }
  }
  return best?.name
}

/// Puts the characters of a text in lower case in place of others; `false` for a text that is too long.
private func readLowercase(_ text: String, into scalars: inout [UInt32]) -> Bool {
  scalars.removeAll(keepingCapacity: true)
  guard text.utf8.count <= 800 else { return false }
  for byte in text.utf8 {
    guard byte < 0x80 else {
      scalars = text.lowercased().unicodeScalars.map(\.value)
      break
    }
    scalars.append(UInt32(0x41...0x5A ~= byte ? byte | 0x20 : byte))
  }
  return scalars.count <= 200
}
