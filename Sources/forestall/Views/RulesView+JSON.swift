import Classify
import Complaints
import Lines

extension RulesView {
  /// A mistake as one JSON object and a line feed.
  static func json(_ diagnostic: Diagnostic, _ source: SourceLines.Line?) -> [UInt8] {
    line("ruleMistake") { json in
      json.member("file", diagnostic.file)
      json.member("at", diagnostic.line)
      json.member("column", diagnostic.column)
      json.member("severity", diagnostic.severity.rawValue)
      json.member("code", diagnostic.code)
      json.member("message", diagnostic.message)
      json.member("fix", diagnostic.fix)
      json.member("source", source?.text)
    }
  }

  /// What a check found as one JSON object and a line feed.
  static func json(
    _ ruleSet: RuleSet?, _ folder: String, mistakes: Int, warnings: Int
  ) -> [UInt8] {
    line("ruleCheck") { json in
      json.member("folder", folder)
      json.member("ruleSet", ruleSet?.fingerprint.description)
      json.member("mistakes", mistakes)
      json.member("warnings", warnings)
      members(of: ruleSet, &json)
    }
  }

  /// How the examples turned out: each failure, then the totals, one JSON object a line.
  static func json(_ report: RuleTester.Report, _ ruleSet: RuleSet) -> [UInt8] {
    var bytes: [UInt8] = []
    for failure in report.failures {
      bytes += line("ruleTestFailure") { json in
        json.member("rule", failure.rule)
        json.member("status", failure.status.rawValue)
        json.member("file", failure.file)
        json.member("at", failure.line)
        json.member("message", failure.message)
      }
    }
    return bytes
      + line("ruleTests") { json in
        json.member("ruleSet", ruleSet.fingerprint.description)
        json.member("passed", report.testCount - report.failures.count)
        json.member("failed", report.failures.count)
        json.member("stopping", report.stoppingFailures.count)
        members(of: ruleSet, &json)
      }
  }

  private static func members(of ruleSet: RuleSet?, _ json: inout JSONWriter) {
    json.object("rules") { json in
      for status in Rule.Status.allCases {
        json.member(status.rawValue, ruleSet?.rules.count { $0.status == status })
      }
    }
  }

  private static func line(_ name: String, _ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", 1)
      json.member("line", name)
      members(&json)
    }
    json.endLine()
    return json.bytes
  }
}
