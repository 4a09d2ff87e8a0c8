import Backlog
import Complaints
import Lines

extension BacklogRecord {
  /// Writes the schema-1 "item" or "candidate" line, its line feed included: the same keys in the
  /// same order for both; counts end with `week`.
  func write(_ json: inout JSONWriter, through week: Week, _ catalogue: Catalogue) {
    json.object { json in
      json.member("schema", LineWriter.schema)
      json.member("line", line)
      json.member("label", label)
      json.member("number", number)
      json.member("kind", kind?.rawValue)
      json.member("state", state?.rawValue)
      json.member("since", since?.description)
      json.member("title", title)
      json.objects("problems", problems) { json, problem in
        json.member("key", problem.key)
        json.member("title", catalogue.title(of: problem))
      }
      json.member("change", change)
      json.member("prevention", prevention)
      json.member("owner", owner)
      json.member("due", due?.description)
      json.object("rootCause", rootCause) { json, cause in
        json.member("text", cause.text)
        json.member("knownBy", cause.knownBy)
      }
      json.object("acceptance", acceptance) { json, acceptance in
        json.member("reason", acceptance.reason)
        json.member("reviewDay", acceptance.reviewDay)
      }
      json.member("throughWeek", week.description)
      json.member("cases", cases)
      json.member("priorCases", priorCases)
      json.member("opened", opened?.description)
      json.member("casesSinceOpened", casesSinceOpened)
      json.object("trial", trial, BacklogRecord.write)
      json.objects("signals", signals, BacklogRecord.write)
      json.objects("examples", examples) { json, example in
        json.member("id", example.id.description)
        json.member("received", example.received?.description)
        json.member("text", example.text)
      }
    }
    json.endLine()
  }

  private static func write(_ json: inout JSONWriter, _ trial: Trial) {
    json.member("baselineWeeks", trial.plan.baselineWeeks)
    json.member("baselineCases", trial.plan.baselineCases)
    json.member("cut", trial.plan.cut)
    json.member("firstWeek", trial.plan.firstWeek)
    json.member("plannedWeeks", trial.plan.weeks)
    json.member("lagDays", trial.plan.lagDays)
    json.member("settledWeeks", trial.settledWeeks)
    json.member("cases", trial.cases)
    json.member("expectedCases", trial.expectedCases)
    json.member("chance", trial.chance)
    json.member("decisionDay", trial.decisionDay?.description)
  }

  private static func write(_ json: inout JSONWriter, _ signal: Signal) {
    json.member("problem", signal.problem.key)
    json.member("channel", signal.channel.rawValue)
    json.member("week", signal.week.description)
    json.member("since", signal.since.description)
    json.member("cases", signal.caseCount)
    json.member("expected", signal.expected)
    json.member("baselineWeeks", signal.baselineWeeks)
  }
}

extension JSONWriter {
  /// Writes a key whose value is an object, or null.
  fileprivate mutating func object<Value>(
    _ key: String, _ value: Value?, _ members: (inout JSONWriter, Value) -> Void
  ) {
    guard let value else { return member(key, String?.none) }
    object(key) { members(&$0, value) }
  }
}
