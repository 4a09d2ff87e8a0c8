import Classify
import Foundation
import Testing

@testable import Authoring

struct EvaluationReportTests {
  private func report() throws -> EvaluationReport {
    let texts = (0..<10).map { index in
      LabelledText(
        id: "\(index)", text: index < 9 ? "It came late." : "Thank you.",
        industry: index == 0 ? nil : "an industry with a long name", isComplaint: index < 9,
        failures: index < 9 ? ["delay": ["late"]] : [:])
    }
    return Evaluation.run(texts: texts, ruleSet: try SmallRules.load(), by: .industry)
  }

  @Test func theTableIsGolden() throws {
    let report = try report()
    #expect(
      report.table == """
        10 labelled texts, 9 of them complaints
        rule set \(report.ruleSet)

                                                    value  95 % interval      of
        complaint or not: right                     1.000  1.000 – 1.000      10 texts
        no complaint, yet given a failure tag       0.000  0.000 – 0.000       1 texts without complaint
        failures: precision                         1.000  1.000 – 1.000       9 tags given
        failures: recall                            1.000  1.000 – 1.000       9 tags labelled
        failures: micro-F1                          1.000  1.000 – 1.000       9 tags labelled
        failures: macro-F1                          1.000  1.000 – 1.000       1 types with 8 cases or more
        failures: evidence overlaps the label's     1.000  1.000 – 1.000       9 right tags

        failure             labelled  right  false  missed  precision  recall     F1  evidence
        stock                      0      0      0       0          –       –      –         –
        delay                      9      9      0       0      1.000   1.000  1.000     1.000
        billing                    0      0      0       0          –       –      –         –
        all                        9      9      0       0      1.000   1.000  1.000     1.000

        cause               labelled  right  false  missed  precision  recall     F1  evidence
        supplier                   0      0      0       0          –       –      –         –
        all                        0      0      0       0          –       –      –         –

        effect              labelled  right  false  missed  precision  recall     F1  evidence
        churn                      0      0      0       0          –       –      –         –
        all                        0      0      0       0          –       –      –         –

        other               labelled  right  false  missed  precision  recall     F1  evidence
        praise                     0      0      0       0          –       –      –         –
        is a complaint             9      9      0       0      1.000   1.000  1.000         –

        industry            texts  complaint  precision  recall  micro-F1  95 % interval  macro-F1  evidence
        an industry with …      9      1.000      1.000   1.000     1.000  1.000 – 1.000     1.000     1.000
        (none)                  1      1.000      1.000   1.000     1.000  1.000 – 1.000         –     1.000

        """)
    #expect(report.table.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func theJSONIsOneLineWithEveryMeasure() throws {
    let report = try report()
    #expect(report.json.last == 0x0A && report.json.count { $0 == 0x0A } == 1)
    let object = try JSONSerialization.jsonObject(with: Data(report.json)) as? [String: Any]
    #expect(object?["line"] as? String == "evaluation")
    #expect(object?["by"] as? String == "industry")
    let all = try #require(object?["all"] as? [String: Any])
    let measures = try #require(all["measures"] as? [String: [String: Any]])
    #expect(Set(measures.keys) == Set(Measure.allCases.map(\.rawValue)))
    #expect(measures["failureMicroF1"]?["value"] as? Double == 1)
    #expect(measures["failureMicroF1"]?["n"] as? Int == 9)
    #expect(measures["touchpointAccuracy"]?["value"] is NSNull)
    let failures = try #require(all["failures"] as? [[String: Any]])
    #expect(failures.map { $0["type"] as? String } == ["stock", "delay", "billing"])
    let groups = try #require(object?["groups"] as? [[String: Any]])
    #expect(groups.count == 2 && groups.last?["name"] is NSNull)
  }

  @Test(arguments: [
    (0.0, "0.000"), (1, "1.000"), (0.0004, "0.000"), (0.9996, "1.000"), (0.12345, "0.123"),
    (-0.25, "-0.250"), (12.5, "12.500"),
  ])
  func decimalsHaveThreePlaces(value: Double, expected: String) {
    #expect(TextTable.decimal(value) == expected)
  }

  @Test func nothingIsADash() {
    #expect(TextTable.decimal(nil) == "–")
    #expect(TextTable.decimal(.nan) == "–")
  }
}
