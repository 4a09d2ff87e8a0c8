import Classify
import Complaints
import Foundation
import Store
import Support

@testable import Backlog
@testable import Review

/// Pages over an invented desk: long texts, many tags, letters of several scripts, 70 weeks.
enum SampleDesk {
  static let now = Timestamp(day: Day(number: Week(year: 2026, number: 47).start.number + 1))
  static let week = Week(year: 2026, number: 46)
  static let catalogue = Taxonomy.catalogue(rulesFolder: Folders.rules.path)
  static let days = LocalDays(timeZone: "Europe/London")

  static func pages() throws -> ReviewPages { try ReviewPages(catalogue: catalogue, days: days) }

  static func chrome(_ section: Chrome.Section?, _ path: String, _ notice: Notice? = nil) -> Chrome
  {
    Chrome(
      reviewer: "Ana Sousa", section: section, path: path, now: now,
      counts: [.queue: 214, .problems: 1, .backlog: 2], notice: notice, canUndo: true)
  }

  static func id(_ number: Int) -> Fingerprint { Fingerprint(high: 7, low: UInt64(number)) }

  static func moment(daysAgo: Int, hour: Int = 9) -> Timestamp {
    Timestamp(seconds: now.seconds - daysAgo * 86_400 + hour * 3_600)
  }

  static let stock = Problem(type: "stock", touchpoint: "repair")
  static let callback = Problem(type: "follow-through", touchpoint: "contact")

  /// Weeks 2025-W29 … 2026-W46.
  static let counts: ProblemCounts = {
    let first = Week(year: 2025, number: 29)
    var random = SeededGenerator(seed: 8)
    func series(_ mean: (Int) -> Double) -> [Int] {
      (1...70).map { week in
        let most = Int(mean(week) * 2)
        return most == 0
          ? (Int.random(in: 0..<6, using: &random) == 0 ? 1 : 0)
          : Int.random(in: 0...most, using: &random)
      }
    }
    let received: [Problem: [Int]] = [
      stock: series { (15...40).contains($0) ? 5 : 0.4 },
      callback: series { $0 < 45 ? 0.4 : 0.4 + Double($0 - 44) * 0.17 },
      Problem(type: "delay", touchpoint: "delivery"): series { _ in 2.5 },
      Problem(type: "billing", touchpoint: "payment"): series { _ in 2.2 },
      Problem(type: "attitude", touchpoint: "store"): series { _ in 0.8 },
      Problem(type: "measurement", touchpoint: "survey"): series { _ in 0.4 },
      Problem(type: "policy", touchpoint: "unspecified"): [Int](repeating: 0, count: 69) + [1],
    ]
    return ProblemCounts(
      first: first, through: week, received: received, happened: received, lagDays: 9,
      knownShare: 0.62)
  }()

  static let signal = Signal(
    problem: callback, week: week, since: Week(year: 2026, number: 39), channel: .slow,
    caseCount: 31, expected: 1.35, baselineWeeks: 26)

  static func item(_ number: Int, _ state: ItemState, owner: String?) -> ItemLine {
    var item = PreventionItem(
      number: number, title: "A booking reserves its parts", kind: .preventive, problems: [stock],
      state: state, stateSince: moment(daysAgo: 90), openedAt: moment(daysAgo: 349),
      triggerWeeks: (44...48).map { Week(year: 2025, number: $0) }, events: [])
    item.owner = owner
    item.change = "Without parts there is no slot: the booking page looks at the shelf."
    item.rootCause = RootCause(
      text:
        "The booking page looks at the mechanic’s diary only; parts follow last year’s figures.",
      knownBy: "told by two mechanics, counted in the booking data")
    var trial: Trial?
    if state != .open && state != .planned && state != .accepted {
      let plan = TrialPlan(
        baselineWeeks: 20, baselineCases: 91, cut: 0.9, firstWeek: "2026-W17", weeks: 5, lagDays: 9)
      item.plan = plan
      item.baselineWeeks = counts.weeks.filter {
        $0 > Week(year: 2025, number: 48) && $0 < Week(year: 2026, number: 17)
      }
      trial = Trial(
        plan: plan, settledWeeks: state == .watching ? 3 : 5, cases: 2, chance: 0.0004,
        decisionDay: Day(year: 2026, month: 6, day: 7))
    }
    if state == .planned { item.dueDay = Day(year: 2026, month: 10, day: 1) }
    if state == .accepted {
      item.acceptance = Acceptance(reason: "Too rare to be worth it.", reviewDay: "2027-03-01")
    }
    if state == .verified {
      item.result = TrialResult(weeks: 5, cases: 2, expectedCases: 22.8, chance: 0.0000004)
    }
    let kinds: [(ItemEvent.Kind, String, Int)] = [
      (.opened, "A booking reserves its parts; v1/stock/repair", 349),
      (.assigned, "owner: Workshop planning", 340), (.planned, "due 2026-05-01", 335),
      (.done, "in effect from 2026-04-20; 5 weeks planned", 205),
    ]
    item.events = kinds.map {
      ItemEvent(
        item: number, at: moment(daysAgo: $0.2), actor: "Ana Sousa", kind: $0.0, summary: $0.1)
    }
    return ItemLine(
      item: item, recentCases: 4, priorCases: 9, casesSinceOpened: 117, trial: trial,
      signals: state == .regressed ? [signal] : [],
      weeklyCases: Array(counts.received(stock).suffix(13)))
  }

  static var overview: Overview {
    let candidates: [Candidate] = counts.problems.filter { $0 != stock }.map {
      Candidate(
        problem: $0, recentCases: counts.total($0, lastWeeks: 13), priorCases: 9,
        signal: $0 == callback ? signal : nil,
        weeklyCases: Array(counts.received($0).suffix(13)))
    }
    return Overview(
      week: week,
      items: [
        item(3, .verified, owner: "Workshop planning"), item(7, .open, owner: nil),
        item(8, .planned, owner: "Joe K."), item(9, .watching, owner: "Call centre"),
        item(11, .regressed, owner: "Mei L."), item(12, .accepted, owner: "Mei L."),
      ], candidates: candidates, watchedCount: 14)
  }
}
