/// Percentile intervals by drawing the items again, with replacement
/// (B. Efron, R. J. Tibshirani, "An Introduction to the Bootstrap", 1993, §13.3).
///
/// Honest from some thirty items on; fewer give intervals that are too short. The same seed gives
/// the same interval.
public enum Bootstrap {
  /// The interval of one statistic of `count` items.
  ///
  /// `statistic` is given indexes in `0..<count`, `count` of them, some more than once. Replicates
  /// in which it is not finite are left out. One item gives an interval of no width; without
  /// items, or when no replicate is finite, both ends are 0.
  public static func interval(
    of count: Int, replicates: Int = 1000, level: Double = 0.95, seed: UInt64,
    statistic: ([Int]) -> Double
  ) -> Interval {
    let found = intervals(
      of: count, replicates: replicates, level: level, seed: seed, statistics: { [statistic($0)] })
    return found.first ?? Interval(low: 0, high: 0)
  }

  /// The intervals of several statistics over the same draws, in their order.
  ///
  /// `statistics` gives as many values for every draw; otherwise as `interval`. No intervals
  /// without items. O(replicates × (count + statistics)) and the sorting.
  public static func intervals(
    of count: Int, replicates: Int = 1000, level: Double = 0.95, seed: UInt64,
    statistics: ([Int]) -> [Double]
  ) -> [Interval] {
    precondition(0 < level && level < 1, "a confidence level lies between 0 and 1")
    precondition(replicates > 0, "an interval needs replicates")
    guard count > 0 else { return [] }
    var generator = SplitMix64(seed: seed)
    var draw = [Int](repeating: 0, count: count)
    var columns: [[Double]] = []
    for replicate in 0..<replicates {
      for index in 0..<count { draw[index] = generator.index(below: count) }
      let values = statistics(draw)
      if replicate == 0 { columns = Array(repeating: [], count: values.count) }
      precondition(values.count == columns.count, "every draw has as many statistics")
      for (column, value) in values.enumerated() where value.isFinite {
        columns[column].append(value)
      }
    }
    return columns.map { column in
      let sorted = column.sorted()
      let tail = (1 - level) / 2
      return Interval(low: quantile(tail, of: sorted), high: quantile(1 - tail, of: sorted))
    }
  }

  /// Linear between neighbours (Hyndman and Fan's type 7); 0 of nothing.
  static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    guard let last = sorted.last else { return 0 }
    let position = share * Double(sorted.count - 1)
    let index = Int(position)
    guard index + 1 < sorted.count else { return last }
    let part = position - Double(index)
    return part == 0
      ? sorted[index] : sorted[index] + part * (sorted[index + 1] - sorted[index])
  }
}
