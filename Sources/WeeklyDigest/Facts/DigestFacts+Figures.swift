import Backlog

extension DigestFacts {
  /// What differs from another revision's figures, in the order of the letter.
  func corrections(to earlier: DigestFacts) -> [Correction] {
    let before = earlier.figures
    let after = figures
    let names =
      after.map(\.name)
      + before.map(\.name).filter { name in
        !after.contains { $0.name == name }
      }
    let found = names.compactMap { name -> Correction? in
      let old = before.first { $0.name == name }?.value ?? "none"
      let new = after.first { $0.name == name }?.value ?? "none"
      return old == new ? nil : Correction(figure: name, before: old, after: new)
    }
    guard found.isEmpty, !tellsTheSame(as: earlier) else { return found }
    return [Correction(figure: "which words are quoted", before: "as then", after: "cut anew")]
  }

  /// Every figure of the letter under a name of its own.
  private var figures: [(name: String, value: String)] {
    var figures: [(name: String, value: String)] = [
      ("cases in the week", "\(method.cases)"), ("contacts in the week", "\(method.contacts)"),
      ("problems watched", "\(method.watched)"),
    ]
    for rise in rises {
      figures.append(
        (
          "\(rise.problem), rising since \(rise.since)",
          "\(rise.cases) cases, \(Wording.number(rise.expectedCases)) expected"
        ))
    }
    for item in Set(changes.map(\.item)).sorted() {
      let kinds = changes.filter { $0.item == item }.map(\.kind)
      figures.append(("PB-\(item), changes", kinds.joined(separator: ", ")))
    }
    for trial in trials {
      figures.append(
        (
          "PB-\(trial.item), trial",
          "\(trial.state.rawValue): \(trial.cases) cases in \(trial.settledWeeks) weeks, "
            + "\(Wording.number(trial.expectedCases)) expected"
        ))
    }
    for item in known {
      figures.append(
        (
          "PB-\(item.item), cases since it was opened",
          "\(item.casesSinceOpened), \(item.cases) in the week, \(item.state.rawValue)"
        ))
    }
    for problem in largest {
      figures.append(("\(problem.problem), cases in 13 weeks", "\(problem.cases)"))
    }
    for (name, ids) in [
      ("newest complaints", newest.map(\.verbatim)), ("calls", calls.map(\.caseID)),
      ("praise quoted", thanks.quotations.map(\.verbatim)),
    ] {
      figures.append((name, ids.map { String($0.prefix(8)) }.joined(separator: " ")))
    }
    figures.append(("verbatims with praise", "\(thanks.count)"))
    for (kind, counts) in [("not scored", unread.unscored), ("not read", unread.quarantined)] {
      for (reason, count) in counts.sorted(by: { $0.key < $1.key }) {
        figures.append(("\(kind): \(reason)", "\(count)"))
      }
    }
    for warning in sources ?? [] {
      figures.append(
        (
          "source \(warning.source)",
          "\(warning.kind.rawValue), \(warning.count) new in "
            + "\(warning.dayCount) days"
        ))
    }
    return figures + [
      ("share of stated dates", Wording.percent(method.statedShare)),
      ("undated cases", "\(method.undated)"), ("reviewed decisions", "\(method.decisions)"),
      ("rules", String(method.ruleSet.prefix(8))),
    ]
  }
}
