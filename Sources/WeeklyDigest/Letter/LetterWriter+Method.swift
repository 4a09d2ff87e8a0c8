import Backlog

extension LetterWriter {
  /// What could not be read or judged.
  var unread: Letter.Section? {
    let unscored = facts.unread.unscored.sorted { $0.key < $1.key }
    let quarantined = facts.unread.quarantined.sorted { $0.key < $1.key }
    let sources = facts.sources ?? []
    guard !unscored.isEmpty || !quarantined.isEmpty || !sources.isEmpty else { return nil }
    var section = Letter.Section(title: "Not read")
    section.intro = "These may hold complaints that no figure here knows of."
    let parts = [
      ("Received, but not judged", unscored, "text"),
      ("In quarantine since this week", quarantined, "item"),
    ]
    section.points = parts.filter { !$0.1.isEmpty }.map { lead, counts, noun in
      let total = counts.reduce(0) { $0 + $1.value }
      let reasons = counts.map { "\($0.key) \($0.value)" }
      return Letter.Point(
        .plain, lead, "\(Wording.count(total, noun)): \(reasons.joined(separator: ", ")).")
    }
    section.points += sources.map {
      Letter.Point(.bad, $0.source, Wording.sentence($0.description) + ".")
    }
    return section
  }

  /// How the figures came about, and what they rest on.
  var method: Letter.Section? {
    let method = facts.method
    var rows: [(String, String)] = [
      (
        "Counted",
        "\(Wording.count(method.cases, "new case")), \(Wording.count(method.contacts, "contact")). "
          + "A case takes in every complaint of one thread, and of one person within 28 days; "
          + "it counts once for each problem."
      ),
      (
        "Weeks",
        "\(Wording.count(method.weeks, "week")), \(method.firstWeek) to \(facts.week), from Monday "
          + "to Sunday in \(method.timeZone)."
      ),
      ("Watched", watched),
      ("Dates", dates),
    ]
    if !facts.trials.isEmpty {
      rows.append(
        (
          "Trials",
          "A fall is verified where the chance of so few, had nothing changed, is 5 % at most, for "
            + "cases that come one by one."
        ))
    }
    rows.append(
      ("Rules", "\(method.ruleSet.prefix(8)). \(reviewed)"))
    rows.append(("Letter", "\(facts.week), revision \(facts.revision). The same facts every time."))
    return Letter.Section(
      title: "How it was counted", rows: rows.map { Letter.Row(label: $0.0, value: $0.1) })
  }

  private var watched: String {
    let problems = Wording.count(facts.method.watched, "problem")
    guard !isYoung else {
      return "\(problems) with 5 cases or more in 13 weeks, none compared yet: a signal rests on "
        + "12 to 26 weeks before."
    }
    return "\(problems) with 5 cases or more in 13 weeks. A signal rests on 12 to 26 weeks before; "
      + "all of them together raise a false one in at most 10 % of quarters, for cases that come "
      + "one by one (counts without bunching)."
  }

  private var dates: String {
    let method = facts.method
    let lag =
      method.lagDays.map { ", nine in ten of them within \(Wording.count($0, "day"))" } ?? ""
    let undated =
      method.undated == 0
      ? "No case is without a date."
      : "\(Wording.count(method.undated, "case")) without any date \(method.undated == 1 ? "is" : "are") in no week."
    return
      "\(Wording.percent(method.statedShare)) of \(Wording.count(method.reports, "report")) of "
      + "a problem say when it happened\(lag). \(undated)"
  }

  private var reviewed: String {
    facts.method.decisions == 0
      ? "No tag was reviewed by a person."
      : "\(Wording.count(facts.method.decisions, "decision")) of people on tags "
        + "\(facts.method.decisions == 1 ? "is" : "are") in force."
  }
}
