import Classify
import Complaints
import Text

extension Checkup {
  mutating func lookAtRules(in folder: String?) {
    guard let folder else {
      return enter(
        .rules, .error, "no rules were found",
        remedy: "name their folder with 'rules:' in the settings or with --rules")
    }
    let (ruleSet, diagnostics) = RuleSet.load(
      folder: folder, organisation: settings.organisation)
    let errors = diagnostics.count { $0.severity == .error }
    guard let ruleSet, errors == 0 else {
      return enter(
        .rules, .error, "\(folder): \(counted(max(1, errors), "mistake"))",
        remedy: "'forestall rules check --rules \(folder)' shows each with its line")
    }
    if !diagnostics.isEmpty {
      enter(
        .rules, .warning, "\(folder): \(counted(diagnostics.count, "remark"))",
        remedy: "'forestall rules check --rules \(folder)' shows each with its line")
    }
    var tester = RuleTester(ruleSet: ruleSet)
    let report = tester.run()
    if report.failures.isEmpty {
      enter(
        .rules, .fine,
        "\(folder): \(counted(ruleSet.rules.count, "rule")), "
          + "\(counted(report.testCount, "example")) as written")
    } else {
      enter(
        .rules, .error,
        "\(folder): \(report.failures.count) of \(counted(report.testCount, "example")) "
          + "turn out otherwise than written",
        remedy: "'forestall rules test --rules \(folder)' shows them")
    }
  }
}
