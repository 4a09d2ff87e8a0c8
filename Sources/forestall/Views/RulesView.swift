import Authoring
import Classify
import Complaints
import Text

/// Rules and what is wrong with them, told to people.
enum RulesView {
  /// The diagnostic, the line it means with a caret below the place, and what to do.
  static func lines(_ diagnostic: Diagnostic, _ source: SourceLines.Line?) -> [String] {
    let style: Style = diagnostic.severity == .error ? .red : .yellow
    var lines = [style(displayedLine(diagnostic.description))]
    if let source {
      lines.append("    " + displayedLine(source.text))
      if let caret = source.caret { lines.append("    " + padded("", caret) + style("^")) }
    }
    if let fix = diagnostic.fix { lines.append("    " + Style.dim("fix: \(fix)")) }
    return lines
  }

  /// "257 live rules, 2 shadow, 1 draft".
  static func statuses(_ ruleSet: RuleSet) -> String {
    let counts = Dictionary(grouping: ruleSet.rules, by: \.status).mapValues(\.count)
    let others = [Rule.Status.shadow, .draft, .retired].compactMap { status in
      counts[status].map { "\($0) \(status.rawValue)" }
    }
    return ([counted(counts[.live] ?? 0, "live rule")] + others).joined(separator: ", ")
  }

  /// Why rules are not used and what to do.
  static func refusal(_ refusal: RuleRefusal) -> String {
    refusal.mistakes.isEmpty
      ? "the rules fail \(counted(refusal.failures.count, "example")) of their own; "
        + "'forestall rules test' shows them"
      : "the rules have \(counted(refusal.mistakes.count, "mistake")); "
        + "'forestall rules check' shows them with their mends"
  }

  /// A line of a change of tags.
  static func changeLine(_ line: String) -> String {
    let text = displayedLine(line)
    switch text.first {
    case "+": return Style.green(text)
    case "-": return Style.red(text)
    case "~": return Style.yellow(text)
    case " ": return text
    default: return Style.bold(text)
    }
  }

  /// An exception: what is added where, and the change of each file.
  static func lines(_ exception: RuleException) -> [String] {
    var lines: [String] = []
    for addition in exception.additions {
      var line = "\(addition.rule): unless \"\(addition.pattern)\""
      if addition.otherCount > 0 {
        line +=
          "; takes away \(grouped(addition.cancelledCount)) of its "
          + "\(counted(addition.otherCount, "hit")) in other texts"
      }
      lines.append(displayedLine(line))
    }
    for edit in exception.edits {
      lines += ["", Style.bold(displayedLine("--- \(edit.path)"))]
      for line in TextDifference(from: edit.before, to: edit.after).lines {
        let text = displayedLine(line.mark == "@" ? line.text : "\(line.mark)\(line.text)")
        switch line.mark {
        case "+": lines.append(Style.green(text))
        case "-": lines.append(Style.red(text))
        case "@": lines.append(Style.cyan(text))
        default: lines.append(text)
        }
      }
    }
    let tags = exception.tagsAfter.isEmpty ? "no tag" : exception.tagsAfter.joined(separator: ", ")
    return lines + ["", "The text then has \(tags)."]
  }
}
