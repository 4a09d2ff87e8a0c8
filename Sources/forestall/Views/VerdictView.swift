import Complaints

/// Verdicts, told to people.
enum VerdictView {
  /// A headline and a line for each tag with its strongest evidence.
  static func tree(_ verbatim: Verbatim, _ verdict: Verdict) -> String {
    ([VerbatimView.headline(verbatim, note: judgement(verdict))] + tags(verdict))
      .joined(separator: "\n")
  }

  /// One line: place, judgement, tags.
  static func text(_ verbatim: Verbatim, _ verdict: Verdict) -> String {
    let names =
      verdict.failures.map { "\($0.type)/\($0.touchpoint)" } + verdict.effects.map { "→\($0.type)" }
      + verdict.causes.map { "←\($0.type)" } + verdict.praise.map { _ in "praise" }
    let judged = judgement(verdict)
    return displayedLine(verbatim.source.description) + "\t" + judged.style(judged.words) + "\t"
      + names.joined(separator: " ")
  }

  /// "complaint", "no complaint" or why the text was not scored.
  static func judgement(_ verdict: Verdict) -> (words: String, style: Style) {
    if let reason = verdict.unscored { return ("not scored: \(reason.rawValue)", .yellow) }
    return verdict.isComplaint == true ? ("complaint", .red) : ("no complaint", .green)
  }

  /// A line for each tag: what, how sure, where, and the words that prove it.
  static func tags(_ verdict: Verdict) -> [String] {
    var rows: [(mark: String, name: String, score: Double, note: String, evidence: [Evidence])] =
      []
    for failure in verdict.failures {
      let about =
        (failure.about == .other ? ", another company" : "") + (failure.isPast ? ", long over" : "")
      rows.append(("✗", failure.type, failure.score, failure.touchpoint + about, failure.evidence))
    }
    for cause in verdict.causes {
      rows.append(("←", cause.type, cause.score, "cause", cause.evidence))
    }
    for effect in verdict.effects {
      rows.append(("→", effect.type, effect.score, "effect", effect.evidence))
    }
    for praise in verdict.praise { rows.append(("♥", "praise", praise.score, "", praise.evidence)) }
    for promise in verdict.promises {
      let due = promise.due.map { " \($0.words)" } ?? ""
      rows.append(
        ("…", promise.what, 1, "promised\(due): \(promise.outcome.rawValue)", promise.evidence))
    }
    if !verdict.sarcasm.isEmpty {
      rows.append(("≠", "sarcasm", 1, "meant otherwise", verdict.sarcasm))
    }
    return rows.enumerated().map { index, tag in
      var row = StyledRow()
      row.add(index == rows.count - 1 ? "└─" : "├─", width: 3)
      let name = "\(tag.mark) \(tag.name) "
      row.add(name, width: max(18, columns(of: name)))
      row.add(tag.score == 1 ? "" : "\(Int((tag.score * 100).rounded())) %", width: 6)
      row.add(tag.note + " ", width: max(13, columns(of: tag.note) + 1))
      let words = tag.evidence.map { "“\(oneLine($0.text, width: 70))”" }
      row.add(words.joined(separator: " "), .evidence)
      return row.line(limit: Console.width)
    }
  }

  /// The text with every piece of evidence marked: `⟦…⟧` and colour.
  static func marked(_ verbatim: Verbatim, _ verdict: Verdict?) -> String {
    let bytes = Array(verbatim.text.utf8)
    let ranges = (verdict?.allEvidence ?? []).map { $0.range.clamped(to: 0..<bytes.count) }
      .sorted { ($0.lowerBound, -$0.count) < ($1.lowerBound, -$1.count) }
    var merged: [Range<Int>] = []
    for range in ranges {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    var result = ""
    var position = 0
    let part = { (range: Range<Int>) in displayed(String(decoding: bytes[range], as: UTF8.self)) }
    for range in merged {
      result += part(position..<range.lowerBound)
      result += Style.evidence("⟦" + part(range) + "⟧")
      position = range.upperBound
    }
    return result + part(position..<bytes.count)
  }
}
