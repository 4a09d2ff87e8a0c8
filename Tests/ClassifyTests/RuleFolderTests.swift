import Classify
import Complaints
import Foundation
import Support
import Testing

struct OwnRuleTests {
  @Test func ownRulesHaveNoErrorsAndPassTheirTests() throws {
    let (ruleSet, diagnostics) = RuleSet.load(folder: Folders.rules.path)
    let errors = diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map(\.description).joined(separator: "\n"))")
    var tester = RuleTester(ruleSet: try #require(ruleSet))
    let report = tester.run()
    #expect(report.testCount > 100)
    #expect(
      report.failures.isEmpty, "\(report.failures.map(\.description).joined(separator: "\n"))")
  }
}
