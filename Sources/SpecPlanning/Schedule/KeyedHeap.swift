/// Numbers with keys, of which the one with the smallest key can be taken in logarithmic time.
///
/// Equal keys are ordered by the tie, which is the number itself where nothing else is given.
struct KeyedHeap {
  struct Entry {
    var key: UInt64
    var value: Int32
    var tie: Int32

    fileprivate static func precedes(_ left: Entry, _ right: Entry) -> Bool {
      left.key != right.key
        ? left.key < right.key
        : left.tie != right.tie ? left.tie < right.tie : left.value < right.value
    }
  }

  private var entries: [Entry] = []

  var first: Entry? { entries.first }

  mutating func insert(_ key: UInt64, _ value: Int32, tie: Int32? = nil) {
    let entry = Entry(key: key, value: value, tie: tie ?? value)
    entries.append(entry)
    var child = entries.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard Entry.precedes(entry, entries[parent]) else { break }
      entries[child] = entries[parent]
      child = parent
    }
    entries[child] = entry
  }

  mutating func removeFirst() {
    guard let last = entries.popLast(), !entries.isEmpty else { return }
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < entries.count else { break }
      if child + 1 < entries.count, Entry.precedes(entries[child + 1], entries[child]) {
        child += 1
      }
      guard Entry.precedes(entries[child], last) else { break }
      entries[parent] = entries[child]
      parent = child
    }
    entries[parent] = last
  }
}
