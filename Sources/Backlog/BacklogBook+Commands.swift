public import Complaints
import Store

extension BacklogBook {
  /// Plans the change, or plans it anew where it was marked done by mistake and has not taken effect;
  /// without words it stays the one that was named before.
  ///
  /// - Throws: `BacklogError`.
  @discardableResult
  public func plan(
    _ number: Int, change: String? = nil, due: Day, by person: String, at moment: Timestamp
  ) throws -> PreventionItem {
    let change = try change.flatMap { try optionalWords($0, of: "change") }
    return try edit(number, .plan, by: person, at: moment) { item, _ throws(BacklogError) in
      let days = days.day(of: moment)...Day(number: days.day(of: moment).number + 3_660)
      guard days.contains(due) else { throw .impossibleDay("due", days) }
      guard let change = change ?? item.change else { throw .emptyField("change") }
      return .planned(.init(change: change, due: due.description))
    }
  }

  /// Marks the change as made, and fixes how its effect will be judged.
  ///
  /// - Parameters:
  ///   - effective: the day from which it holds; from the opening's to a year ahead.
  ///   - cut: the share of cases that it is to remove; more than 0, at most 1.
  /// - Throws: `BacklogError`.
  @discardableResult
  public func done(
    _ number: Int, effective: Day, cut: Double, by person: String, at moment: Timestamp
  ) throws -> PreventionItem {
    guard cut > 0, cut <= 1 else { throw BacklogError.impossibleCut }
    return try edit(number, .done, by: person, at: moment) { item, standing throws(BacklogError) in
      let days = days.day(of: item.openedAt)...Day(number: days.day(of: moment).number + 366)
      guard days.contains(effective) else { throw .impossibleDay("effective", days) }
      let counts = standing.counts
      let baseline = TrialPlan.baseline(of: item, before: effective.week, counts: counts)
      return .done(
        .init(
          effective: effective.description, baseline: baseline.map(\.description),
          plan: TrialPlan(
            of: item, baseline: baseline, effective: effective, cut: cut, counts: counts)))
    }
  }

  /// Says that the problem is lived with, why, and when that is looked at again.
  ///
  /// - Throws: `BacklogError`.
  @discardableResult
  public func accept(
    _ number: Int, reason: String, reviewDay: Day, by person: String, at moment: Timestamp
  ) throws -> PreventionItem {
    let reason = try words(reason, of: "reason")
    return try edit(number, .accept, by: person, at: moment) { _, _ throws(BacklogError) in
      let today = days.day(of: moment).number
      let days = Day(number: today + 1)...Day(number: today + 1_830)
      guard days.contains(reviewDay) else { throw .impossibleDay("review day", days) }
      return .accepted(Acceptance(reason: reason, reviewDay: reviewDay.description))
    }
  }

  /// Opens a judged or accepted item again, or withdraws its trial; weeks with a signal that led to
  /// that are kept out of the next baseline.
  ///
  /// - Throws: `BacklogError`.
  @discardableResult
  public func reopen(
    _ number: Int, reason: String, by person: String, at moment: Timestamp
  ) throws -> PreventionItem {
    let reason = try words(reason, of: "reason")
    return try edit(number, .reopen, by: person, at: moment) { item, standing in
      let trigger = Trigger(
        of: item.problems, in: days.week(of: moment), standing.watch, fallback: 0)
      return .reopened(.init(reason: reason, trigger: trigger))
    }
  }

  /// Names the one person who answers for an item; nil leaves it vacant.
  ///
  /// - Throws: `BacklogError`.
  @discardableResult
  public func assign(
    _ number: Int, owner: String?, by person: String, at moment: Timestamp
  ) throws -> PreventionItem {
    let owner = try owner.map { try words($0, of: "owner", limit: 200) }
    return try edit(number, .assign, by: person, at: moment) { _, _ in
      .assigned(.init(owner: owner))
    }
  }

  /// Says what lies behind the problem, and how that is known.
  ///
  /// - Throws: `BacklogError`.
  @discardableResult
  public func setRootCause(
    _ number: Int, _ cause: RootCause, by person: String, at moment: Timestamp
  ) throws -> PreventionItem {
    let cause = RootCause(
      text: try words(cause.text, of: "root cause"),
      knownBy: try words(cause.knownBy, of: "known by"))
    return try edit(number, .rootCause, by: person, at: moment) { _, _ in .rootCause(cause) }
  }

  /// Writes down something to know about an item.
  ///
  /// - Throws: `BacklogError`.
  @discardableResult
  public func note(
    _ number: Int, text: String, by person: String, at moment: Timestamp
  ) throws -> PreventionItem {
    let text = try words(text, of: "note")
    return try edit(number, .note, by: person, at: moment) { _, _ in .noted(.init(text: text)) }
  }
}
