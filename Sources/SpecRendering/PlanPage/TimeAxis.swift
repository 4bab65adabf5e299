/// The marks of an axis of time.
enum TimeAxis {
  /// The distance of marks in seconds, so that a length has at most some of them.
  static func step(of length: Int, marks: Int) -> Int {
    let steps = [
      1, 5, 10, 30, 60, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400,
      172_800, 432_000, 864_000,
    ]
    if let step = steps.first(where: { length / $0 <= marks }) { return step }
    return (length / 864_000 / marks + 1) * 864_000
  }
}
