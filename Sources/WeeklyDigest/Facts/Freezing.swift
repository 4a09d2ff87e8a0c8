import Backlog
import Complaints
import Store

/// Takes down the facts of one week as they are known when it is over.
struct Freezing {
  let store: ComplaintStore
  let days: LocalDays
  let week: Week
  /// Up to which people's decisions count.
  let moment: Timestamp

  /// Letters of quotation.
  static let quotationLimit = 280
  /// How many complaints, problems and texts with praise are told, and how many calls of each kind.
  static let (newestCount, largestCount, praiseCount, callCount) = (5, 5, 3, 2)

  private var previous: Week { Day(number: week.start.number - 7).week }
  /// The first moment of the week.
  var start: Timestamp { days.end(of: previous) }
  /// The first moment after the week.
  var end: Timestamp { days.end(of: week) }

  /// The facts, as revision 1.
  ///
  /// - Throws: `DigestRefusal` where they might be wrong.
  func facts() throws -> DigestFacts {
    if let obstacle = try store.obstacle(days: days) { throw obstacle }
    if let read = try store.readUntil(), read < end {
      throw DigestRefusal.notRead(until: days.day(of: read))
    }
    guard let first = try store.firstWeek() else { throw DigestRefusal.noComplaint }
    guard first <= week else { throw DigestRefusal.tooEarly(week, first: first) }
    let standing = try BacklogBook(store: store, days: days).standing(endOf: week)
    let (counts, watch, overview) = (standing.counts, standing.watch, standing.overview)
    let rows = try store.rows(
      of: week, from: start, to: end, now: moment, newest: Freezing.newestCount)
    var facts = DigestFacts(
      week: week.description, revision: 1, method: method(rows, counts, watch))
    facts.rises = rises(watch, overview)
    facts.changes = changes(overview)
    facts.trials = trials(overview)
    facts.known = known(overview, counts)
    facts.largest = largest(counts, overview)
    facts.newest = try quotations(rows.newest)
    let pool = callable(rows.opened)
    facts.method.callable = pool.count
    facts.calls = try calls(from: pool)
    facts.thanks = try thanks(rows.praise)
    facts.unread = rows.unread
    let sources = try SourceBook(store: store, days: days)
      .warnings(on: Day(number: week.start.number + 6))
    facts.sources = sources.isEmpty ? nil : sources
    return facts
  }

  private func method(
    _ rows: WeekRows, _ counts: ProblemCounts, _ watch: SignalWatch
  ) -> DigestFacts.Method {
    DigestFacts.Method(
      cases: rows.opened.count, contacts: rows.contacts, weeks: counts.weekCount,
      firstWeek: counts.first.description, timeZone: days.timeZone, watched: watch.watched.count,
      reports: counts.problems.reduce(0) { $0 + counts.received($1).reduce(0, +) },
      statedShare: (counts.knownShare * 100).rounded() / 100, lagDays: counts.lagDays,
      ruleSet: rows.ruleSet, undated: rows.undated, decisions: rows.decisions)
  }
}
