import Complaints
import Lines

extension RuleFit {
  /// How many of the strengths that changed most are told.
  private static let changesTold = 12

  /// What was fitted, for people: lines with a line feed at the end.
  public var table: String {
    var lines = [
      "\(textCount) labelled texts, \(complaintCount) of them complaints, "
        + "from \(industries.count) industries",
      "\(strengths.count) rules found evidence; "
        + (priorHits.map { "what rules of one tag and strength have in common is worth \($0) hits" }
          ?? "rules of one tag and strength are all the same"),
      "a failure is given from \(thresholds.first?.score ?? Thresholds.usual)"
        + (leastPrecision.map { "; \($0) of the tags were to be right" } ?? ""), "",
    ]
    var figures = TextTable([("failure tags", 22), ("as written", 10), ("fitted", 8)])
    for (index, (name, value)) in before.named.enumerated() {
      figures.add([name, TextTable.decimal(value), TextTable.decimal(after?.named[index].value)])
    }
    lines += figures.lines
    lines.append("(\(asWritten); fitted: each industry by what the others taught)")
    lines.append("")
    var changes = TextTable([("changed most", 44), ("texts", 5), ("written", 7), ("fitted", 6)])
    let ranked = strengths.sorted {
      (abs($1.probability - $1.written), $0.rule) < (abs($0.probability - $0.written), $1.rule)
    }
    for strength in ranked.prefix(RuleFit.changesTold) {
      changes.add([
        strength.rule, String(strength.textCount), TextTable.decimal(strength.written),
        TextTable.decimal(strength.probability),
      ])
    }
    return (lines + changes.lines).joined(separator: "\n") + "\n"
  }

  /// What the figures before were measured with.
  var asWritten: String {
    "as written: given from \(thresholdsBefore.map { "\($0)" }.joined(separator: ", "))"
  }

  /// One JSON object and a line feed, in UTF-8; all keys always present, unknown is null.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", 1)
      json.member("line", "fit")
      json.member("date", moment.day.description)
      json.member("rules", rules.description)
      json.member("texts", textCount)
      json.member("complaints", complaintCount)
      json.strings("industries", industries)
      json.member("priorHits", priorHits)
      json.member("leastPrecision", leastPrecision)
      json.object("before") { RuleFit.members(before, &$0) }
      json.object("after") { json in if let after { RuleFit.members(after, &json) } }
      json.objects("thresholds", thresholds) { json, threshold in
        json.member("tag", threshold.tag)
        json.member("score", threshold.score)
      }
      json.objects("strengths", strengths) { json, strength in
        json.member("rule", strength.rule)
        json.member("texts", strength.textCount)
        json.member("written", strength.written)
        json.member("fitted", strength.probability)
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func members(_ figures: FitFigures, _ json: inout JSONWriter) {
    for (name, value) in figures.named {
      json.member(name, value.map { ($0 * 1_000_000).rounded() / 1_000_000 })
    }
  }
}
