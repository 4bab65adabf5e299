extension Range<Int> {
  /// What a function gives for each number, in their order, worked out side by side.
  package func sideBySide<Result: Sendable>(
    _ body: @escaping @Sendable (Int) -> Result
  ) async -> [Result] {
    await withTaskGroup(of: (Int, [Result]).self) { group in
      // Several parts for each processor, so that a long one holds up nobody.
      let step = Swift.max(1, count / 32)
      for start in stride(from: lowerBound, to: upperBound, by: step) {
        let part = start..<Swift.min(start + step, upperBound)
        group.addTask { (start, part.map(body)) }
      }
      var parts: [(Int, [Result])] = []
      for await part in group { parts.append(part) }
      return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }
}
