/// How much more weekly counts vary than a Poisson count: variance / mean, 1 if not at all.
public enum Dispersion {
  /// The sample variance (n − 1) over the mean, never below 1.
  ///
  /// 1 with fewer than two weeks or without cases: a small sample must not narrow a limit.
  public static func index(of counts: [Int]) -> Double {
    let mean = average(counts)
    guard counts.count > 1, mean > 0 else { return 1 }
    var squares = 0.0
    for count in counts { squares += (Double(count) - mean) * (Double(count) - mean) }
    return max(1, squares / Double(counts.count - 1) / mean)
  }

  private static func average(_ counts: [Int]) -> Double {
    precondition(counts.allSatisfy { $0 >= 0 }, "counts are not negative")
    return counts.reduce(0.0) { $0 + Double($1) } / Double(max(1, counts.count))
  }
}
