import Backlog
import Complaints

@testable import WeeklyDigest

/// A week made by hand, in which everything a letter can tell happens.
enum SampleFacts {
  static let words = "I waited <script>alert(1)</script> three weeks & *nobody* rang me back."
  static let praise = "Thank you, the mechanic was a star."

  static func quotation(_ text: String, id: String, problems: [String]) -> DigestFacts.Quotation {
    let verbatim = Verbatim(words: text)
    let excerpt = Excerpt(beginningOf: verbatim, limit: 280)
    return DigestFacts.Quotation(
      verbatim: id, ranges: excerpt.ranges.map { [$0.lowerBound, $0.upperBound] },
      words: excerpt.fingerprint(in: text)?.description ?? "", isCutBefore: excerpt.isCutBefore,
      isCutAfter: excerpt.isCutAfter, channel: "mail", day: "2026-11-15", caseID: id,
      problems: problems)
  }

  static let facts: DigestFacts = {
    var facts = DigestFacts(
      week: "2026-W46", revision: 1,
      method: DigestFacts.Method(
        cases: 41, contacts: 44, weeks: 70, firstWeek: "2025-W29", timeZone: "Europe/London",
        watched: 22, reports: 2_104, statedShare: 0.31, lagDays: 9,
        ruleSet: "0123456789abcdef0123456789abcdef", undated: 3, decisions: 12))
    facts.rises = [
      DigestFacts.Rise(
        problem: "v1/follow-through/contact", channel: .slow, since: "2026-W40", weeks: 7,
        cases: 26, expectedCases: 10.5, baselineWeeks: 26, isNew: true),
      DigestFacts.Rise(
        problem: "v1/billing/payment", channel: .week, since: "2026-W46", weeks: 1, cases: 9,
        expectedCases: 2.2, baselineWeeks: 26, isNew: false, item: 2),
    ]
    facts.changes = [
      DigestFacts.Change(item: 1, kind: "verified"), DigestFacts.Change(item: 2, kind: "opened"),
    ]
    facts.trials = [
      DigestFacts.TrialState(
        item: 1, state: .verified, isJudged: true, settledWeeks: 5, plannedWeeks: 5, cases: 3,
        expectedCases: 22.5, baselineWeeks: 20, decisionDay: "2026-11-15"),
      DigestFacts.TrialState(
        item: 3, state: .watching, isJudged: false, settledWeeks: 4, plannedWeeks: 8, cases: 4,
        expectedCases: 8.6, baselineWeeks: 22, decisionDay: "2026-12-20"),
    ]
    facts.known = [
      DigestFacts.Known(
        item: 2, state: .open, cases: 6, casesSinceOpened: 41, openedDay: "2026-11-10",
        isOverdue: false, hasOwner: false),
      DigestFacts.Known(
        item: 4, state: .planned, cases: 0, casesSinceOpened: 12, openedDay: "2026-06-02",
        dueDay: "2026-11-01", isOverdue: true, hasOwner: true),
    ]
    facts.largest = [
      DigestFacts.Largest(
        problem: "v1/follow-through/contact", cases: 51,
        weeks: [2, 3, 2, 3, 4, 3, 5, 4, 5, 4, 5, 6, 5]),
      DigestFacts.Largest(
        problem: "v1/billing/payment", cases: 30,
        weeks: [2, 2, 3, 1, 2, 0, 3, 2, 1, 2, 2, 1, 9], item: 2, state: .open),
    ]
    facts.newest = [
      quotation(
        words, id: "a1b2c3d4000000000000000000000000", problems: ["v1/follow-through/contact"]),
      quotation("gone", id: "ffffffff000000000000000000000000", problems: []),
    ]
    facts.calls = [
      DigestFacts.Call(
        isNewest: true, caseID: "a1b2c3d4000000000000000000000000", channel: "mail",
        day: "2026-11-15", problems: ["v1/follow-through/contact"], contacts: 3, hasPerson: true),
      DigestFacts.Call(
        isNewest: false, caseID: "0badcafe000000000000000000000000", channel: "web",
        day: "2026-11-11", problems: [], contacts: 1, hasPerson: false),
    ]
    facts.method.callable = 38
    facts.thanks = DigestFacts.Thanks(
      count: 4,
      quotations: [quotation(praise, id: "beef0000000000000000000000000000", problems: [])])
    facts.unread = DigestFacts.Unread(
      unscored: ["language": 2], quarantined: ["encrypted": 1, "noText": 4])
    return facts
  }()

  static var writer: LetterWriter {
    var writer = LetterWriter(
      facts: facts,
      catalogue: Catalogue(
        failures: [
          Catalogue.Entry(id: "follow-through", title: "Promise not kept", means: ""),
          Catalogue.Entry(id: "billing", title: "Wrong bill", means: ""),
        ],
        touchpoints: [
          Catalogue.Entry(id: "contact", title: "Contact", means: ""),
          Catalogue.Entry(id: "payment", title: "Payment", means: ""),
        ]))
    writer.items = [
      1: LetterWriter.ItemWords(title: "Bookings reserve their parts", owner: "Workshop planning"),
      2: LetterWriter.ItemWords(title: "Bills are <b>tested</b> before they go out", owner: nil),
      3: LetterWriter.ItemWords(title: "Call-back list with an alarm", owner: "Care"),
      4: LetterWriter.ItemWords(title: "Photograph at the door", owner: "Delivery"),
    ]
    for (id, text) in [("a1b2c3d4", words), ("beef0000", praise)] {
      writer.sources[id + String(repeating: "0", count: 24)] = LetterWriter.Source(
        text: text, names: [])
    }
    return writer
  }
}
