import Complaints
import Foundation
import Testing

@testable import Backlog
@testable import Review

struct EscapingTests {
  static let attacks = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onfocus='alert(1)",
    "\"\u{301} onfocus=alert(1) x=\"", "<\u{301}b>", "{{title}}{{{title}}}", "&lt;b&gt;",
    "</title></textarea></option><b>", "--><svg onload=alert(1)>",
  ]

  @Test(arguments: attacks)
  func plantedTextStaysText(_ attack: String) throws {
    let pages = try SampleDesk.pages()
    for (name, html) in EscapingTests.pages(with: attack, pages) {
      let checker = PageChecker(html)
      #expect(checker.faults == [], "\(name)")
      let names = Set(checker.tags.map(\.name))
      #expect(names.isDisjoint(with: ["img", "b"]), "\(name)")
      #expect(checker.tags.count { $0.name == "script" } == 1, "\(name)")
      let attributes = checker.tags.flatMap(\.attributes).map(\.name)
      #expect(!attributes.contains { $0.hasPrefix("on") }, "\(name)")
      #expect(html.contains(HTMLText.escaped(attack)), "\(name)")
    }
  }

  /// Every text that comes from outside is the attack.
  private static func pages(with attack: String, _ pages: ReviewPages) -> [(String, String)] {
    var query = QueueQuery()
    query.search = attack
    query.values = [.source: attack, .type: attack]
    let problem = Problem(type: attack, touchpoint: attack)
    let lines = [
      ComplaintLine(
        id: SampleDesk.id(1), received: nil, channel: .mail, title: attack, excerpt: attack)
    ]
    var chrome = SampleDesk.chrome(nil, query.path, Notice(text: attack))
    chrome.reviewer = attack
    var queue = SampleDesk.queueModel(query)
    queue.rows = [
      QueueModel.Row(
        id: SampleDesk.id(1), channel: .web, title: attack, excerpt: attack,
        failures: [(problem, 0.5, true)], margin: 0)
    ]
    queue.facets = QueueQuery.Facet.allCases.map { ($0, [.init(value: attack, count: 1)]) }
    var item = SampleDesk.item(1, .accepted, owner: attack)
    item.item.title = attack
    item.item.problems = [problem]
    item.item.change = attack
    item.item.rootCause = RootCause(text: attack, knownBy: attack)
    item.item.acceptance = Acceptance(reason: attack, reviewDay: attack)
    item.item.events = [
      ItemEvent(
        item: 1, at: SampleDesk.now, actor: attack, kind: .noted, summary: attack)
    ]
    let counts = SampleDesk.counts
    let overview = Overview(
      week: SampleDesk.week, items: [item],
      candidates: [
        Candidate(problem: problem, recentCases: 1, priorCases: 1, signal: nil, weeklyCases: [])
      ], watchedCount: 1)
    return [
      ("queue", pages.queue(queue, chrome)), ("case", pages.verbatim(model(attack), chrome)),
      (
        "problem",
        pages.problem(
          ProblemModel(
            report: ProblemReport(
              problem: problem, counts: counts, signals: [], item: nil, newestRows: []),
            newest: lines), chrome)
      ), ("item", pages.item(ItemModel(line: item, counts: counts, newest: lines), chrome)),
      ("backlog", pages.backlog(BacklogModel(overview: overview), chrome)),
      ("login", pages.login(LoginModel(link: attack))),
      (
        "message",
        pages.message(MessageModel(status: 400, title: attack, advice: attack), chrome)
      ),
    ]
  }

  private static func model(_ attack: String) -> CaseModel {
    SampleDesk.caseModel { model in
      var verbatim = Verbatim(
        words: attack, id: SampleDesk.id(1), source: SourceReference(printed: attack))
      verbatim.title = attack
      verbatim.person = attack
      verbatim.warnings = [attack]
      var verdict = Verdict(of: verbatim, ruleSet: SampleDesk.id(2), engine: "1")
      let evidence = [Evidence(rule: attack, range: 0..<attack.utf8.count, text: attack)]
      verdict.failures = [
        Failure(type: attack, score: 1, touchpoint: attack, about: .us, evidence: evidence)
      ]
      verdict.promises = [
        Promise(
          who: .staff, what: attack, due: TimeMention(words: attack, day: nil), outcome: .unknown,
          evidence: evidence)
      ]
      verdict.happened = TimeMention(words: attack, day: nil)
      model.verbatim = verbatim
      model.verdict = verdict
      model.decisions = [
        Decision(
          tag: Tag(.cause, attack), outcome: .add, draw: .queue, reviewer: attack,
          decidedAt: SampleDesk.now)
      ]
      model.problems = [.init(problem: Problem(type: attack, touchpoint: attack), recentCases: 1)]
    }
  }

  @Test func quotesCarriageReturnsAndZeroesAreWrittenAsReferences() {
    #expect(HTMLText.escaped("a\r\n\"'&<>") == "a&#13;\n&quot;&#39;&amp;&lt;&gt;")
    #expect(HTMLText.escaped("\u{0}") == "\u{2400}")
  }

  @Test(arguments: ["type=a&b=c", "é 1/2 ?#", "100 %", "{{x}}"])
  func addressesAreEncoded(_ text: String) {
    #expect(QueueQuery.escaped(text).removingPercentEncoding == text)
    var query = QueueQuery()
    query.search = text
    query.values = [.source: text]
    #expect(query.parameters.map(\.name) == ["source", "search"])
    #expect(QueueQuery(query.parameters) == query)
  }
}
