/// How much a recomputation of the cases found.
public struct CaseTotals: Sendable, Equatable {
  /// Cases with and without a date.
  public var caseCount = 0
  /// Complaints in them, duplicates left out; divided by `caseCount`: contacts per case.
  public var contactCount = 0
  /// Complaints that say again, in the same words, what an earlier one said.
  public var duplicateCount = 0
  /// Cases of no week, because none of their complaints has a date.
  public var undatedCount = 0

  /// Nothing found.
  public init() {}
}
