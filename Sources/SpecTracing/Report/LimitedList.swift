/// A list of which the first elements are kept and the rest is counted, so that links from everything to
/// everything take no more room than a page could show.
package struct LimitedList<Element: Sendable & Hashable>: Sendable, Hashable {
  package static var limit: Int { 100 }

  /// The first elements, in the order in which they were added, each once.
  package private(set) var elements: [Element] = []
  /// How many there are in all.
  package private(set) var count = 0

  package init() {}

  package var isEmpty: Bool { count == 0 }

  /// Adds an element unless it is there; whether it was added.
  @discardableResult
  package mutating func append(_ element: Element) -> Bool {
    guard !elements.contains(element) else { return false }
    count += 1
    if elements.count < Self.limit { elements.append(element) }
    return true
  }

  /// Counts elements that are not kept, nor looked for among those that are.
  mutating func count(further number: Int) {
    count += number
  }

  /// Adds the elements of another list.
  package mutating func append(_ other: LimitedList) {
    for element in other.elements { append(element) }
    count += other.count - other.elements.count
  }
}
