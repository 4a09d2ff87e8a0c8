import Backlog

extension LetterWriter {
  /// Items whose effect is watched, and those judged in the week.
  var trials: Letter.Section? {
    guard !facts.trials.isEmpty else { return nil }
    var section = Letter.Section(title: "Fixes on trial")
    section.intro = "Cases counted in the week in which it happened; each trial is judged once."
    section.points = facts.trials.map { trial in
      let tone: Letter.Tone =
        switch trial.state {
        case .verified: .good
        case .ineffective, .regressed: .bad
        case .inconclusive: .wanted
        default: .plain
        }
      return Letter.Point(tone, name(trial.item), sentence(trial))
    }
    return section
  }

  private func sentence(_ trial: DigestFacts.TrialState) -> String {
    if trial.isJudged {
      return "\(Wording.sentence(trial.state.rawValue)): \(counted(trial))."
    }
    guard let planned = trial.plannedWeeks, let day = trial.decisionDay else {
      return "Too few cases to tell from counts within two years "
        + "(n = \(Wording.count(trial.baselineWeeks, "week")) before)."
    }
    guard trial.settledWeeks > 0 else {
      return "No week is old enough to count yet; decision on \(Wording.day(day)), "
        + "after \(Wording.count(planned, "week"))."
    }
    return "\(counted(trial, of: planned)): cannot tell yet, "
      + "decision on \(Wording.day(day))."
  }

  /// "3 cases in 5 weeks, 22.5 expected without the change (n = 20 weeks before)".
  private func counted(_ trial: DigestFacts.TrialState, of planned: Int? = nil) -> String {
    let weeks =
      planned.map { "\(trial.settledWeeks) of \($0) weeks" }
      ?? Wording.count(trial.settledWeeks, "week")
    return "\(Wording.count(trial.cases, "case")) in \(weeks), "
      + "\(Wording.number(trial.expectedCases)) expected without the change "
      + "(n = \(Wording.count(trial.baselineWeeks, "week")) before)"
  }

  /// Cases that came after somebody knew.
  var known: Letter.Section? {
    guard !facts.known.isEmpty else { return nil }
    var section = Letter.Section(title: "We knew")
    section.intro = "Cases that came after an item was opened for their problem; count only."
    section.points = facts.known.map { item in
      let owner = items[item.item]?.owner
      let who =
        !item.hasOwner ? "it has no owner" : owner.map { "owner: \($0)" } ?? "it has an owner"
      let due = item.dueDay.map {
        item.state == .accepted
          ? ", to be reviewed since \(Wording.day($0))"
          : item.isOverdue ? ", overdue since \(Wording.day($0))" : ", due \(Wording.day($0))"
      }
      let ask = ask(item)
      return Letter.Point(
        ask == nil ? .plain : .wanted, name(item.item),
        "\(Wording.count(item.cases, "case")) this week, "
          + "\(Wording.count(item.casesSinceOpened, "case")) since it was opened on "
          + "\(Wording.day(item.openedDay)). \(Wording.sentence(item.state.rawValue))"
          + "\(due ?? ""); \(who).", ask: ask)
    }
    return section
  }

  /// What the reader is to decide about an item; nil where others are at work.
  func ask(_ item: DigestFacts.Known) -> String? {
    if item.state == .accepted { return "live with it for longer, or open it again." }
    if !item.hasOwner { return "name an owner." }
    switch item.state {
    case .ineffective, .regressed: return "say what is to be changed instead."
    case .inconclusive: return "watch it for longer, change more, or live with it."
    default: return item.isOverdue ? "hold to the plan or set another day." : nil
    }
  }
}
