import Backlog
import Complaints
import Store
import Testing

/// An item that people and counts have brought into a state.
struct Life {
  let world: BacklogWorld
  /// When it was in that state.
  let moment: Timestamp
  static let problem = WorldSeries.stock

  /// Thirty weeks at about five cases, then what comes after the change.
  static func series(_ before: [Int], after: [Int]) -> [Int] {
    (0..<30).map { before[$0 % before.count] } + after
  }

  /// Opens in story week 20, plans in 21, and changes on the Monday of 31.
  init(_ state: ItemState) throws {
    let steady = [5, 4, 6, 5]
    let zeros = [Int](repeating: 0, count: 40)
    var (before, after, week) = (steady, zeros, 20)
    switch state {
    case .open, .accepted: week = 20
    case .planned: week = 21
    case .done: week = 30
    case .watching: week = 33
    case .verified: week = 37
    case .ineffective:
      week = 37
      after = [Int](repeating: 5, count: 40)
    case .inconclusive:
      // About one a week: five in the ten planned weeks prove nothing.
      week = 60
      before = [1, 1, 2, 0]
      after = [1, 0, 1, 0, 1, 0, 1, 0, 1] + zeros
    case .regressed:
      week = 62
      after = Array(zeros.prefix(24)) + [6, 7, 6, 7, 6, 7, 6]
    }
    world = try BacklogWorld([Life.problem: Life.series(before, after: after)])
    moment = world.moment(week, 3)
    try live(to: state)
  }

  private func live(to state: ItemState) throws {
    let book = world.book
    let draft = ItemDraft(problems: [Life.problem], title: "Stop it", kind: .preventive)
    let item = try book.open(draft, by: "Ana", at: world.moment(20, 2))
    try #require(item.number == 1)
    guard state != .open else { return }
    if state == .accepted {
      try book.accept(
        1, reason: "rare", reviewDay: world.days.day(of: world.moment(40)), by: "Ana",
        at: world.moment(20, 2))
      return
    }
    try book.plan(
      1, change: "A change", due: world.days.day(of: world.moment(31)), by: "Ana",
      at: world.moment(21, 2))
    guard state != .planned else { return }
    try book.done(
      1, effective: WorldSeries.week(31).start, cut: state == .inconclusive ? 0.8 : 0.9, by: "Ana",
      at: world.moment(30, 2))
  }

  /// The item now.
  func item() throws -> PreventionItem { try world.book.item(1, at: moment).item }

  /// Does something to the item now.
  func act(_ command: ItemCommand) throws -> PreventionItem {
    let book = world.book
    let day = Day(number: world.days.day(of: moment).number + 30)
    switch command {
    case .plan: return try book.plan(1, change: "New", due: day, by: "Ben", at: moment)
    case .done:
      return try book.done(1, effective: day, cut: 0.5, by: "Ben", at: moment)
    case .accept:
      return try book.accept(1, reason: "Why not", reviewDay: day, by: "Ben", at: moment)
    case .reopen: return try book.reopen(1, reason: "Again", by: "Ben", at: moment)
    case .assign: return try book.assign(1, owner: "Cy", by: "Ben", at: moment)
    case .rootCause:
      let cause = RootCause(text: "A habit", knownBy: "told by two")
      return try book.setRootCause(1, cause, by: "Ben", at: moment)
    case .note: return try book.note(1, text: "Look", by: "Ben", at: moment)
    }
  }
}
