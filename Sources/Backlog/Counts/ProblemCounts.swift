public import Complaints

/// Cases of every problem, week by week, as they were known at the end of one week.
public struct ProblemCounts: Sendable {
  /// The first week with a case of any problem; `through` where there is none.
  public let first: Week
  /// The last week counted.
  public let through: Week
  /// Days from what happened to its complaint that nine in ten cases do not exceed, among those
  /// whose texts say when it happened; nil where none does.
  public let lagDays: Int?
  /// The share of cases whose texts say when it happened, 0...1.
  public let knownShare: Double
  private let received: [Problem: [Int]]
  private let happened: [Problem: [Int]]
  private var together: [Set<Problem>: (received: [Int], happened: [Int])] = [:]

  /// Counts; every array has one element for each week from `first` to `through`.
  public init(
    first: Week, through: Week, received: [Problem: [Int]], happened: [Problem: [Int]],
    lagDays: Int?, knownShare: Double
  ) {
    self.first = first
    self.through = through
    self.received = received
    self.happened = happened
    self.lagDays = lagDays
    self.knownShare = knownShare
  }

  /// Every problem with at least one case, in order.
  public var problems: [Problem] { received.keys.sorted() }

  /// How many weeks are counted.
  public var weekCount: Int { (through.start.number - first.start.number) / 7 + 1 }

  /// The weeks counted, oldest first.
  public var weeks: [Week] {
    (0..<weekCount).map { Day(number: first.start.number + $0 * 7).week }
  }

  /// The position of a week in the counts; nil outside.
  public func index(of week: Week) -> Int? {
    let index = (week.start.number - first.start.number) / 7
    return week >= first && week <= through ? index : nil
  }

  /// Cases by the week of their first complaint; signals count these.
  public func received(_ problem: Problem) -> [Int] {
    received[problem] ?? [Int](repeating: 0, count: weekCount)
  }

  /// Cases by the week in which it happened, as far as the texts say, else the week received;
  /// verifications count these. What happened before `first` counts there.
  public func happened(_ problem: Problem) -> [Int] {
    happened[problem] ?? [Int](repeating: 0, count: weekCount)
  }

  /// Cases received in the last weeks.
  public func total(_ problem: Problem, lastWeeks count: Int) -> Int {
    received(problem).suffix(count).reduce(0, +)
  }

  /// Cases of any of some problems, each case once, by the week of the first complaint that reports
  /// one of them; the sum over the problems where they were not counted together (`count`).
  public func received(_ problems: [Problem]) -> [Int] {
    together[Set(problems)]?.received ?? sum(problems.map(received))
  }

  /// As `received` of several problems, by the week in which it happened.
  public func happened(_ problems: [Problem]) -> [Int] {
    together[Set(problems)]?.happened ?? sum(problems.map(happened))
  }

  /// Takes in the cases of several problems counted together.
  mutating func count(_ problems: Set<Problem>, _ reports: [CaseReports]) {
    var weeks = [Int](repeating: 0, count: weekCount)
    var happenedWeeks = weeks
    let (start, end) = (first.start.number, through.start.number)
    for entry in reports {
      weeks[(entry.known - start) / 7] += entry.cases
      happenedWeeks[(min(max(entry.happened, start), end) - start) / 7] += entry.cases
    }
    together[problems] = (weeks, happenedWeeks)
  }

  private func sum(_ counts: [[Int]]) -> [Int] {
    counts.reduce(into: [Int](repeating: 0, count: weekCount)) { sum, counts in
      for index in sum.indices { sum[index] += counts[index] }
    }
  }
}
