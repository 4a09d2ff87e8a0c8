/// One chance of a false signal, shared among everything that is watched.
public enum AlarmBudget {
  /// The level for a single look, so that all looks together signal falsely in at most `budget` of
  /// the quarters (C. E. Bonferroni's inequality).
  ///
  /// Simulated for 15 series, both channels and a budget of 0.1 (numpy, 30,000 draws of one
  /// series): 3 to 4 % of the quarters have a false signal for Poisson counts, 13 to 19 % at
  /// dispersion 1.3, 23 to 34 % at 1.7; most for series of one case in two weeks.
  ///
  /// `budget` is a chance, 0 < budget < 1; `series` and `looks` (each series' limits compared in a
  /// quarter: 13 weeks, twice that with a second channel) are at least 1.
  public static func alpha(budget: Double = 0.1, series: Int, looks: Int = 13) -> Double {
    precondition(0 < budget && budget < 1, "a budget lies between 0 and 1")
    precondition(series > 0 && looks > 0, "something is watched")
    return budget / (Double(series) * Double(looks))
  }
}
