import Classify
import Complaints
import Statistics
import Testing

@testable import Authoring

struct FrequencyTallyTests {
  private static let rules = """
    rules:
    - {rule: stock.gone, tag: "failure:stock", why: w, any: ["sold out", "was gone"], status: live, tests: {match: ["[sold out]"], no_match: [{text: a, because: no-pattern}]}}
    - {rule: stock.out, tag: "failure:stock", why: w, any: ["sold out again"], tests: {match: ["[sold out again]"], no_match: [{text: a, because: no-pattern}]}}
    - {rule: stock.draft, tag: "failure:stock", why: w, any: ["none left"], status: draft}
    - {rule: stock.old, tag: "failure:stock", why: w, any: ["sold out"], status: retired}
    - {rule: delay.never, tag: "failure:delay", why: w, any: ["came never"], status: draft}
    """

  private func report(_ texts: [(String, isStock: Bool?)]) throws -> FrequencyReport {
    var tally = FrequencyTally(ruleSet: try SmallRules.load(rules: Self.rules))
    for (index, (words, isStock)) in texts.enumerated() {
      guard let isStock else {
        tally.add(Verbatim(words: words))
        continue
      }
      tally.add(
        LabelledText(
          id: "\(index)", text: words, isComplaint: isStock,
          failures: isStock ? ["stock": []] : [:]))
    }
    return tally.report
  }

  @Test func everyRuleIsCountedWithWhatOnlyItFinds() throws {
    let report = try report([
      ("It was sold out again. It was sold out.", nil), ("It was sold out.", nil),
      ("There were none left.", nil), ("None left and sold out.", nil), ("Thanks.", nil),
    ])
    let found = report.rules.map {
      "\($0.rule) \($0.status) \($0.textCount) \($0.hitCount) \($0.uniqueTextCount)"
    }
    #expect(
      found == [
        "delay.never draft 0 0 0", "stock.draft draft 2 2 1", "stock.gone live 3 4 2",
        "stock.out live 1 1 0",
      ])
    #expect(report.textCount == 5)
    #expect(report.rules.map(\.silentPatterns) == [["came never"], [], ["was gone"], []])
    #expect(report.overlaps.map(\.rules.first) == ["stock.gone"])
    #expect(report.overlaps.map(\.textCount) == [1])
    #expect(report.overlaps.map(\.share) == [1])
  }

  @Test func hitsAreShownWithoutPeople() throws {
    var tally = FrequencyTally(ruleSet: try SmallRules.load(rules: Self.rules), quoteLimit: 1)
    tally.add(Verbatim(words: "I am Ann Brown. It was sold out."))
    tally.add(Verbatim(words: "It was sold out."))
    #expect(
      tally.report.quotes == """
        stock.gone (2 texts)
          these words: I am [name]. It was [sold out].

        """)
  }

  @Test func labelsTellHowOftenARuleIsRight() throws {
    let report = try report([
      ("It was sold out.", true), ("It was sold out.", false), ("It was gone.", true),
      ("It was gone.", nil),
    ])
    let gone = try #require(report.rules.first { $0.rule == "stock.gone" })
    #expect(gone.textCount == 4)
    #expect(gone.labelledCount == 3)
    #expect(gone.rightCount == 2)
    let interval = try #require(gone.precisionInterval)
    #expect(interval.contains(2.0 / 3))
  }

  @Test func theTableIsGolden() throws {
    var report = try report([
      ("It was sold out again.", true), ("It was sold out.", false), ("None left.", nil),
    ])
    report.sort(by: .texts)
    let table = report.table.replacing(
      report.ruleSet.description.prefix(8), with: "01234567")
    #expect(
      table == """
        3 texts, rule set 01234567; precision over 2 labelled ones

        rule                            status   texts    hits  unique  precision     of  guarded   silent
        stock.gone                        live       2       2       1      0.500      2    0.000      1/2
        stock.draft                      draft       1       1       1          –      –    0.000      0/1
        stock.out                         live       1       1       0      1.000      1    0.000      0/1
        delay.never                      draft       0       0       0          –      –        –      1/1

        1 of 4 rules find nothing; 2 of 5 patterns match nowhere

        """)
    #expect(table.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func rulesAreSortedAndChosen() throws {
    var report = try report([
      ("It was sold out again.", true), ("It was sold out.", false), ("None left.", nil),
    ])
    report.sort(by: .precision)
    #expect(report.rules.first?.rule == "stock.gone")
    report.sort(by: .rule)
    #expect(report.rules.first?.rule == "delay.never")
    report.keep(only: "failure:stock")
    #expect(report.rules.count == 3)
    report.keep(only: "out")
    #expect(report.rules.map(\.rule) == ["stock.out"])
    #expect(report.overlaps.count == 1)
  }

  @Test func theJSONHasALineForEachRuleAndOneInAll() throws {
    let report = try report([("It was sold out again.", true)])
    let lines = String(decoding: report.json, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 6)
    #expect(
      lines.first { $0.contains(#""rule":"stock.out""#) }?.hasPrefix(
        #"{"schema":1,"line":"ruleFrequency","rule":"stock.out","tag":"failure:stock","status":"live","hits":1,"texts":1,"unique":0,"precision":{"value":1.0,"low":0.20"#
      ) == true)
    #expect(lines.last?.hasPrefix(#"{"schema":1,"line":"ruleFrequencies","ruleSet":""#) == true)
  }
}
