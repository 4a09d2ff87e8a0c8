import Complaints

/// Cases by the week in which it happened and the week in which they became known.
struct Occurrences: Sendable {
  private var rows: [Problem: [(happened: Int, known: Int, cases: Int)]] = [:]

  /// Adds cases; weeks are the numbers of their Mondays.
  mutating func add(_ problem: Problem, happened: Int, known: Int, cases: Int) {
    rows[problem, default: []].append((happened, known, cases))
  }

  /// Cases of some problems that happened in weeks and were known when another was over.
  func cases(of problems: [Problem], in weeks: ClosedRange<Week>, knownBy last: Week) -> Int {
    let range = weeks.lowerBound.start.number...weeks.upperBound.start.number
    return problems.reduce(0) { sum, problem in
      (rows[problem] ?? []).reduce(sum) {
        range.contains($1.happened) && $1.known <= last.start.number ? $0 + $1.cases : $0
      }
    }
  }
}
