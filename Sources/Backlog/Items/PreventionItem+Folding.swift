import Complaints

extension PreventionItem {
  /// The items that records make, in the order of their numbers; the records are in the order in
  /// which they happened.
  static func items(of records: some Sequence<ItemRecord>) -> [PreventionItem] {
    var items: [Int: PreventionItem] = [:]
    for record in records {
      if items[record.item] == nil {
        items[record.item] = PreventionItem(record)
      } else {
        items[record.item]?.apply(record)
      }
    }
    return items.values.sorted { $0.number < $1.number }
  }

  /// An item as its first record makes it; nil for another one.
  private init?(_ record: ItemRecord) {
    guard case .opened(let opening) = record.change else { return nil }
    self.init(
      number: record.item, title: opening.title, kind: opening.kind,
      problems: opening.problems.compactMap { Problem(key: $0) }, change: opening.change,
      owner: opening.owner, state: .open, stateSince: record.at, openedAt: record.at,
      triggerWeeks: [], events: [record.event])
    add(opening.trigger)
  }

  /// Takes in what happened next. What counts decided of another trial is left out: a person had
  /// changed the item before that moment, but wrote it down later.
  mutating func apply(_ record: ItemRecord) {
    switch record.change {
    case .opened: return
    case .assigned(let assignment): owner = assignment.owner
    case .planned(let planning):
      withdrawTrial()
      change = planning.change
      dueDay = Day(planning.due)
      enter(.planned, record.at)
    case .done(let completion):
      plan = completion.plan
      baselineWeeks = completion.baseline.compactMap { Week($0) }
      effectiveDay = Day(completion.effective)
      doneAt = record.at
      enter(.done, record.at)
    case .watching(let start):
      guard state == .done, start.trial == doneAt?.seconds else { return }
      enter(.watching, record.at)
    case .verified(let judgement), .ineffective(let judgement), .inconclusive(let judgement):
      guard state == .watching, judgement.trial == doneAt?.seconds,
        let verdict = ItemState(rawValue: record.change.kind.rawValue)
      else { return }
      result = judgement.result
      enter(verdict, record.at)
    case .regressed(let recurrence):
      guard state == .verified, recurrence.trial == doneAt?.seconds else { return }
      enter(.regressed, record.at)
    case .accepted(let acceptance):
      self.acceptance = acceptance
      enter(.accepted, record.at)
    case .reopened(let reopening): reopen(reopening, record.at)
    case .rootCause(let cause): rootCause = cause
    case .noted: break
    }
    events.append(record.event)
  }

  private mutating func enter(_ state: ItemState, _ moment: Timestamp) {
    self.state = state
    stateSince = moment
  }

  private mutating func reopen(_ reopening: ItemChange.Reopening, _ moment: Timestamp) {
    // A trial that is withdrawn before it was judged says nothing about the level.
    if result != nil { levelSince = plan.flatMap { Week($0.firstWeek) } ?? levelSince }
    withdrawTrial()
    (acceptance, dueDay) = (nil, nil)
    add(reopening.trigger)
    enter(.open, moment)
  }

  private mutating func withdrawTrial() {
    (plan, result, effectiveDay, doneAt) = (nil, nil, nil, nil)
    baselineWeeks = []
  }

  private mutating func add(_ trigger: Trigger) {
    triggerWeeks = Set(triggerWeeks + trigger.weeks.compactMap { Week($0) }).sorted()
    levelSince = trigger.riseSince.flatMap { Week($0) } ?? levelSince
  }
}
