public import Complaints
import Foundation
public import Store

/// Freezes weeks and writes the letters about them.
public struct DigestDesk: Sendable {
  let store: ComplaintStore
  let days: LocalDays
  let catalogue: Catalogue

  /// The letters about a store, in the weeks of a time zone, with the rules' names for problems.
  public init(store: ComplaintStore, days: LocalDays, catalogue: Catalogue) {
    self.store = store
    self.days = days
    self.catalogue = catalogue
  }

  /// The facts of a week: those frozen before, else as they are found and then frozen.
  ///
  /// With `recompute` they are found again and, where they differ, frozen as the next revision,
  /// which says what differs.
  /// - Throws: `DigestRefusal` where a letter could be wrong; `ComplaintStore.Failure`.
  public func digest(
    of week: Week, at moment: Timestamp, recompute: Bool = false
  ) throws -> DigestFacts {
    let end = days.end(of: week)
    guard end <= moment else {
      throw DigestRefusal.notOver(week, ends: end, last: days.lastWeek(before: moment))
    }
    let frozen = try store.frozen(week)
    let earlier = frozen.flatMap { try? DigestDesk.facts($0.facts) }
    if !recompute, frozen != nil {
      guard let earlier else { throw DigestRefusal.unreadable(week) }
      return earlier
    }
    var facts = try Freezing(store: store, days: days, week: week, moment: moment).facts()
    if let earlier, facts.tellsTheSame(as: earlier) { return earlier }
    if let frozen {
      facts.revision = frozen.revision + 1
      facts.corrections = earlier.map(facts.corrections) ?? []
    }
    let kept = try store.keep(
      DigestDesk.bytes(facts), of: week, revision: facts.revision, at: moment)
    return try DigestDesk.facts(kept)
  }

  /// Whether the counts of a frozen week are others now: complaints or decisions came since.
  public func isOutdated(_ facts: DigestFacts) throws -> Bool {
    guard let week = facts.isoWeek else { return false }
    let start = days.start(of: week.start)
    let now = try store.counts(of: week, from: start, to: days.end(of: week))
    let method = facts.method
    return now != (method.cases, method.contacts, method.reports)
  }

  /// Every revision that was frozen up to a moment, the newest week first.
  public func archive(
    until moment: Timestamp
  ) throws -> [(week: Week, revision: Int, frozenAt: Timestamp)] {
    try store.frozenWeeks(until: moment)
  }

  /// The facts as JSON, keys in order: the same facts give the same bytes.
  static func bytes(_ facts: DigestFacts, for people: Bool = false) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if people { encoder.outputFormatting.insert(.prettyPrinted) }
    return Array(try encoder.encode(facts))
  }

  /// Reads what `bytes` wrote.
  static func facts(_ bytes: [UInt8]) throws -> DigestFacts {
    try JSONDecoder().decode(DigestFacts.self, from: Data(bytes))
  }
}
