/// Cases that were reported in one week and happened in one; weeks are the numbers of their Mondays.
struct CaseReports: Sendable, Equatable {
  /// The week of the first complaint that reports the problem.
  let known: Int
  /// The week in which it happened, as far as the text says, else `known`.
  let happened: Int
  /// How many cases.
  let cases: Int
}
