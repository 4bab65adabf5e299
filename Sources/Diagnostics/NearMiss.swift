/// The known name that somebody most likely meant, if one is near enough to be worth offering.
///
/// Near means an edit distance (insertions, deletions, substitutions and swaps of neighbours) below
/// 4 and at most a third of the length of the longer name, where 1 is near unless both are single
/// characters; where one name begins with the other, 3 is near. Case does not count. Of equally near
/// names the first wins. Names of more than 200 characters have none.
///
/// Linear in the names; ``NearMissSearch`` is for looking many times.
package func nearMiss(to name: String, among known: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().unicodeScalars)
  guard wanted.count <= 200 else { return nil }
  var best: (name: String, distance: Int)?
  for candidate in known {
    let scalars = Array(candidate.lowercased().unicodeScalars)
    let isBeginning =
      min(wanted.count, scalars.count) >= 3
      && (scalars.starts(with: wanted) || wanted.starts(with: scalars))
    let longest = max(wanted.count, scalars.count)
    let allowed = isBeginning ? 3 : longest < 2 ? 0 : max(1, longest / 3)
    let limit = min(3, allowed, (best?.distance ?? 4) - 1)
    guard limit >= 0, abs(scalars.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, scalars)
    if distance <= limit { best = (candidate, distance) }
  }
  return best?.name
}

/// The optimal string alignment distance of two texts; quadratic in their lengths.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for i in 1...left.count {
    var current = [i]
    for j in 1...right.count {
      let substitution = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
      var distance = min(last[j] + 1, current[j - 1] + 1, substitution)
      if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
        distance = min(distance, beforeLast[j - 2] + 1)
      }
      current.append(distance)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
