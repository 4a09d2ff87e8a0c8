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

  /// Laney's σz: the mean moving range of z = (count − mean) / √mean, over 1.128; in units of
  /// Poisson standard deviations, about 1 for Poisson counts. The weeks are in order.
  ///
  /// A lasting shift hardly moves it, while it moves `index`; its square estimates the dispersion.
  /// 1 with fewer than two weeks or without cases. Source: D. B. Laney, "Improved Control Charts
  /// for Attributes", Quality Engineering 14 (2002); 1.128 is d₂ for ranges of two.
  public static func sigmaZ(of counts: [Int]) -> Double {
    let mean = average(counts)
    guard counts.count > 1, mean > 0 else { return 1 }
    var ranges = 0.0
    for (count, next) in zip(counts, counts.dropFirst()) {
      ranges += abs(Double(next) - Double(count))
    }
    return ranges / mean.squareRoot() / Double(counts.count - 1) / 1.128
  }

  private static func average(_ counts: [Int]) -> Double {
    precondition(counts.allSatisfy { $0 >= 0 }, "counts are not negative")
    return counts.reduce(0.0) { $0 + Double($1) } / Double(max(1, counts.count))
  }
}
