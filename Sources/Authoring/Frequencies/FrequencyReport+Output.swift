import Classify
import Complaints
import Lines
import Statistics

extension FrequencyReport {
  /// Pairs of rules that a table shows.
  static let shownOverlaps = 10

  /// The report for people: lines of at most 100 letters.
  public var table: String {
    var lines = [head, ""]
    var table = TextTable([
      ("rule", 30), ("status", 6), ("texts", 6), ("hits", 6), ("unique", 6), ("precision", 9),
      ("of", 5), ("guarded", 7), ("silent", 7),
    ])
    for rule in rules {
      table.add([
        rule.rule, rule.status.rawValue, String(rule.textCount), String(rule.hitCount),
        String(rule.uniqueTextCount), TextTable.decimal(rule.precision),
        rule.labelledCount > 0 ? String(rule.labelledCount) : "–",
        TextTable.decimal(rule.guardedShare),
        "\(rule.silentPatterns.count)/\(rule.patternCount)",
      ])
    }
    lines += table.lines
    let pairs = overlaps.filter { $0.textCount > 1 }
    if !pairs.isEmpty {
      lines.append("")
      var table = TextTable([("rules that find the same words", 74), ("texts", 6), ("share", 5)])
      for pair in pairs.prefix(FrequencyReport.shownOverlaps) {
        table.add([
          "\(pair.rules.first) + \(pair.rules.second)", String(pair.textCount),
          TextTable.decimal(pair.share),
        ])
      }
      lines += table.lines
    }
    lines.append("")
    lines.append(
      "\(rules.count { $0.isDead }) of \(rules.count) rules find nothing; "
        + "\(rules.reduce(0) { $0 + $1.silentPatterns.count }) of "
        + "\(rules.reduce(0) { $0 + $1.patternCount }) patterns match nowhere")
    return lines.joined(separator: "\n") + "\n"
  }

  private var head: String {
    var head = "\(textCount) texts, rule set \(ruleSet.description.prefix(8))"
    if labelledCount > 0 { head += "; precision over \(labelledCount) labelled ones" }
    if unreadCount > 0 { head += "; \(unreadCount) more are not read for failures" }
    return head
  }

  /// The patterns that match nowhere, one a line, under the rule they stand in.
  public var silentPatterns: String {
    rules.filter { !$0.silentPatterns.isEmpty }.map { rule in
      ([rule.rule] + rule.silentPatterns.map { "  " + $0 }).joined(separator: "\n") + "\n"
    }.joined()
  }

  /// Hits that were kept, one a line, under the rule that found them.
  public var quotes: String {
    rules.filter { !$0.quotes.isEmpty }.map { rule in
      let lines = rule.quotes.map { example in
        "  \(example.source): \(example.quote.before)[\(example.quote.words)]\(example.quote.after)"
      }
      return (["\(rule.rule) (\(rule.textCount) texts)"] + lines).joined(separator: "\n") + "\n"
    }.joined()
  }

  /// The report as JSON lines: one a rule, one a pair, and the totals.
  public var json: [UInt8] {
    var json = JSONWriter()
    for rule in rules { FrequencyReport.write(rule, &json) }
    for pair in overlaps {
      json.object { json in
        json.member("schema", 1)
        json.member("line", "ruleOverlap")
        json.strings("rules", [pair.rules.first, pair.rules.second])
        json.member("texts", pair.textCount)
        json.member("share", rounded(pair.share))
      }
      json.endLine()
    }
    json.object { json in
      json.member("schema", 1)
      json.member("line", "ruleFrequencies")
      json.member("ruleSet", ruleSet.description)
      json.member("texts", textCount)
      json.member("unread", unreadCount)
      json.member("labelled", labelledCount)
      json.member("rules", rules.count)
      json.member("dead", rules.count { $0.isDead })
    }
    json.endLine()
    return json.bytes
  }

  private static func write(_ rule: RuleFrequency, _ json: inout JSONWriter) {
    json.object { json in
      json.member("schema", 1)
      json.member("line", "ruleFrequency")
      json.member("rule", rule.rule)
      json.member("tag", "\(rule.tag)")
      json.member("status", rule.status.rawValue)
      json.member("hits", rule.hitCount)
      json.member("texts", rule.textCount)
      json.member("unique", rule.uniqueTextCount)
      json.object("precision") { json in
        json.member("value", rounded(rule.precision))
        json.member("low", rounded(rule.precisionInterval?.low))
        json.member("high", rounded(rule.precisionInterval?.high))
        json.member("right", rule.rightCount)
        json.member("n", rule.labelledCount)
      }
      json.object("stopped") { json in
        for reason in Reason.allCases where rule.stoppedCounts[reason] != nil {
          json.member(reason.rawValue, rule.stoppedCounts[reason])
        }
      }
      json.member("guarded", rounded(rule.guardedShare))
      json.member("patterns", rule.patternCount)
      json.strings("silentPatterns", rule.silentPatterns)
      json.objects("quotes", rule.quotes) { json, example in
        json.member("source", example.source)
        json.member("before", example.quote.before)
        json.member("text", example.quote.words)
        json.member("after", example.quote.after)
      }
    }
    json.endLine()
  }
}

/// A share with six decimals.
func rounded(_ value: Double?) -> Double? {
  value.map { ($0 * 1_000_000).rounded() / 1_000_000 }
}
