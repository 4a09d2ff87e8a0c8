package import Complaints

extension LineWriter {
  /// Writes the keys `failures` to `happened` of a verdict into an object.
  package static func tags(of verdict: Verdict, _ json: inout JSONWriter) {
    json.objects("failures", verdict.failures) { json, failure in
      json.member("type", failure.type)
      json.member("score", failure.score)
      json.member("touchpoint", failure.touchpoint)
      json.member("about", failure.about.rawValue)
      json.member("past", failure.isPast)
      json.member("problemKey", failure.problemKey)
      LineWriter.evidence(failure.evidence, &json)
    }
    LineWriter.findings("causes", verdict.causes, &json)
    LineWriter.findings("effects", verdict.effects, &json)
    json.objects("praise", verdict.praise) { json, finding in
      json.member("score", finding.score)
      LineWriter.evidence(finding.evidence, &json)
    }
    json.objects("promises", verdict.promises) { json, promise in
      json.member("who", promise.who.rawValue)
      json.member("what", promise.what)
      LineWriter.mention("due", promise.due, &json)
      json.member("outcome", promise.outcome.rawValue)
      LineWriter.evidence(promise.evidence, &json)
    }
    LineWriter.mention("happened", verdict.happened, &json)
    LineWriter.evidence(verdict.sarcasm, key: "sarcasm", &json)
  }

  private static func findings(_ key: String, _ findings: [Finding], _ json: inout JSONWriter) {
    json.objects(key, findings) { json, finding in
      json.member("type", finding.type)
      json.member("score", finding.score)
      evidence(finding.evidence, &json)
    }
  }

  private static func evidence(
    _ evidence: [Evidence], key: String = "evidence", _ json: inout JSONWriter
  ) {
    json.objects(key, evidence) { json, item in
      json.member("rule", item.rule)
      json.member("start", item.range.lowerBound)
      json.member("end", item.range.upperBound)
      json.member("text", item.text)
    }
  }

  private static func mention(_ key: String, _ mention: TimeMention?, _ json: inout JSONWriter) {
    guard let mention else { return json.member(key, String?.none) }
    json.object(key) { json in
      json.member("words", mention.words)
      json.member("date", mention.day?.description)
    }
  }
}
