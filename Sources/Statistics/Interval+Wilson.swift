extension Interval {
  /// The score interval of a share (E. B. Wilson, "Probable Inference", JASA 22, 1927).
  ///
  /// Without trials nothing is known: 0...1. The ends never leave 0...1.
  public static func wilson(
    successes: Int, of trials: Int, level: Double = 0.95
  ) -> Interval {
    precondition(0 <= successes && successes <= trials, "successes are some of the trials")
    guard trials > 0 else { return Interval(low: 0, high: 1) }
    let z = standardNormalQuantile(confidence: level)
    let n = Double(trials)
    let share = Double(successes) / n
    let scale = 1 + z * z / n
    let centre = (share + z * z / (2 * n)) / scale
    let spread = share * (1 - share) / n + z * z / (4 * n * n)
    let reach = z * spread.squareRoot() / scale
    // Rounding leaves the closed ends a few ulps away from 0 and 1.
    return Interval(
      low: successes == 0 ? 0 : max(0, centre - reach),
      high: successes == trials ? 1 : min(1, centre + reach))
  }
}
