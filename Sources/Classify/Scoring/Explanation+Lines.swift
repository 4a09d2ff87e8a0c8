import Complaints

extension Explanation {
  /// The explanation for people: the decision, then each tag with its rules and near misses.
  public func lines(width: Int = 100) -> [StyledLine] {
    var lines = StyledLine.wrapped(gate.line, indent: 0, width: width, .heading)
    let given = tags.filter(\.isGiven)
    for tag in given { lines += [StyledLine()] + tag.lines(width: width) }
    let rest = tags.filter { !$0.isGiven }
    if !rest.isEmpty { lines += [StyledLine(), StyledLine("Not given", .heading)] }
    for tag in rest { lines += [StyledLine()] + tag.lines(width: width) }
    return lines
  }
}

extension TagExplanation {
  /// The tag for people: its sum, its rules with their words, and what does not count.
  public func lines(width: Int = 100) -> [StyledLine] {
    var facts = [title]
    if let touchpoint, touchpoint != "unspecified" { facts.append("at \(touchpoint)") }
    if about == .other { facts.append("about another company") }
    var lines = [
      StyledLine([
        (tag, .tag), ("  \(Wordings.figure(score))", .score),
        ("  \(facts.joined(separator: ", "))", .plain),
      ])
    ]
    let limit = score < threshold - 1e-9 ? ", below \(Wordings.figure(threshold))" : ""
    lines += StyledLine.wrapped(sum + limit, indent: 2, width: width, .plain)
    for signal in signals { lines += signal.lines(width: width) }
    if !nearMisses.isEmpty { lines.append(StyledLine("  does not count", .muted)) }
    for miss in nearMisses { lines += miss.lines(width: width) }
    return lines
  }
}

extension Explanation.Signal {
  func lines(width: Int) -> [StyledLine] {
    var head: [(String, StyledLine.Style)] = [
      ("  ", .plain), (rule, .rule), ("  \(Wordings.figure(probability))", .score),
    ]
    if let otherParty {
      head.append((" about another company: “\(QuoteReader.fold(otherParty.text))”", .cue))
    }
    if let past {
      head.append((" told as long over: “\(QuoteReader.fold(past.text))”", .cue))
    }
    var lines = [StyledLine(head)]
    lines += StyledLine.wrapped(why, indent: 4, width: width, .muted)
    for quote in evidence { lines += quote.lines(width: width) }
    return lines
  }
}

extension Explanation.Quote {
  func lines(width: Int) -> [StyledLine] {
    let place = "    bytes \(range.lowerBound)–\(range.upperBound)  "
    let quoted = StyledLine.quoted(self, indent: 0, width: width - place.count, .evidence)
    return [StyledLine([(place, .muted)] + quoted.pieces.map { ($0.text, $0.style) })]
  }
}

extension Explanation.NearMiss {
  func lines(width: Int) -> [StyledLine] {
    [StyledLine([("  ", .plain), (rule, .rule), ("  \(detail)", .cue)])]
      + evidence.lines(width: width)
  }
}

extension WhyNot {
  /// The answer for people: the reason, then the rules that count nothing, the nearest first.
  ///
  /// - Parameter limit: the most rules to list; the others are counted.
  public func lines(width: Int = 100, limit: Int = 10) -> [StyledLine] {
    var lines = StyledLine.wrapped(headline, indent: 0, width: width, .heading)
    if !headline.hasSuffix(gate.line) {
      lines += StyledLine.wrapped(gate.line, indent: 0, width: width, .muted)
    }
    if let explanation, !explanation.signals.isEmpty {
      lines.append(StyledLine())
      for signal in explanation.signals { lines += signal.lines(width: width) }
    }
    for trace in rules.prefix(limit) {
      lines.append(StyledLine())
      lines.append(StyledLine([(trace.rule, .rule), ("  \(trace.why)", .muted)]))
      lines += trace.outcome.lines(width: width)
    }
    if rules.count > limit {
      lines += [StyledLine(), StyledLine("and \(rules.count - limit) more rules", .muted)]
    }
    return lines
  }
}

extension WhyNot.Outcome {
  func lines(width: Int) -> [StyledLine] {
    switch self {
    case .cancelled(let misses):
      return misses.flatMap { miss in
        [StyledLine([("  \(miss.detail)", .cue)])] + miss.evidence.lines(width: width)
      }
    case .reached(let reach):
      let answer = [("  matched ", StyledLine.Style.plain), ("“\(reach.matched)”", .evidence)]
      return [StyledLine(answer + [(", then wanted \(reach.wanted)", .plain)])]
        + reach.quote.lines(width: width)
    case .nothing(let count):
      let patterns = count == 1 ? "its pattern" : "any of its \(count) patterns"
      return [StyledLine("  the first word of \(patterns) is not there", .muted)]
    case .notLive(let status, let quotes):
      let reason = "does not tag: its status is \(status.rawValue)"
      guard let first = quotes.first else { return [StyledLine("  " + reason, .muted)] }
      let words = ("“\(QuoteReader.fold(first.text))”", StyledLine.Style.evidence)
      return [StyledLine([("  would match ", .plain), words, ("; \(reason)", .muted)])]
        + quotes.flatMap { $0.lines(width: width) }
    }
  }
}
