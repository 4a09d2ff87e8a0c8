import Backlog
import Complaints
import Store
import Testing

/// What can be done to an item, and what the counts do.
struct LifecycleTests {
  /// What each command makes of each state that takes it; every other pair is refused.
  static let allowed: [ItemCommand: [ItemState: ItemState]] = [
    .plan: [.open: .planned, .planned: .planned, .done: .planned],
    .done: [.planned: .done],
    .accept: [
      .open: .accepted, .planned: .accepted, .ineffective: .accepted, .inconclusive: .accepted,
      .regressed: .accepted, .accepted: .accepted,
    ],
    .reopen: [
      .done: .open, .watching: .open, .verified: .open, .ineffective: .open, .inconclusive: .open,
      .regressed: .open,
      .accepted: .open,
    ],
  ]

  @Test(arguments: ItemState.allCases)
  func everyStateCanBeReached(state: ItemState) throws {
    #expect(try Life(state).item().state == state)
  }

  @Test(arguments: ItemState.allCases)
  func everyCommandIsTakenOrRefused(state: ItemState) throws {
    for command in ItemCommand.allCases {
      let life = try Life(state)
      let isFree = [.assign, .rootCause, .note].contains(command)
      let next = isFree ? state : LifecycleTests.allowed[command]?[state]
      #expect(state.commands.contains(command) == (next != nil))
      if let next {
        #expect(try life.act(command).state == next)
        #expect(try life.item().state == next)
        #expect(try life.item().events.last?.actor == "Ben")
      } else {
        let before = try life.world.eventCount()
        #expect(throws: BacklogError.wrongState(item: 1, state: state, command: command)) {
          try life.act(command)
        }
        #expect(try life.world.eventCount() == before)
      }
    }
  }

  @Test(arguments: ItemState.allCases)
  func whatWasReadIsWhatIsRecorded(state: ItemState) throws {
    let life = try Life(state)
    let read = try life.item()
    let recorded = try life.world.book.advance(to: life.moment)
    #expect(try life.item() == read)
    #expect(recorded == read.events.filter { $0.actor == "forestall" })
    #expect(try life.world.book.advance(to: life.moment).isEmpty)
  }

  @Test func lateAndNightlyRecordsAreTheSame() throws {
    let late = try Life(.regressed)
    let nightly = try Life(.regressed)
    for week in 20...62 { try nightly.world.book.advance(to: nightly.world.moment(week)) }
    #expect(try nightly.item() == late.item())
    try late.world.book.advance(to: late.moment)
    #expect(try nightly.item() == late.item())
    #expect(try nightly.world.eventCount() == late.world.eventCount())
    #expect(
      try late.item().events.map(\.kind)
        == [.opened, .planned, .done, .watching, .verified, .regressed])
  }

  @Test func everyMomentShowsWhatWasKnownThen() throws {
    let life = try Life(.regressed)
    let book = life.world.book
    var states: [ItemState] = []
    for week in 20...62 {
      let state = try book.item(1, at: life.world.moment(week, 6)).item.state
      if states.last != state { states.append(state) }
    }
    #expect(states == [.open, .planned, .done, .watching, .verified, .regressed])
    #expect(throws: BacklogError.unknownItem(1)) { try book.item(1, at: life.world.moment(19)) }
  }

  @Test func aWeekIsToldWithWhatItDecided() throws {
    let life = try Life(.verified)
    let item = try life.item()
    let last = Day(number: life.world.days.day(of: item.stateSince).number - 1).week
    let states = try [last, Day(number: last.start.number - 7).week].map {
      try life.world.book.overview(endOf: $0).items.map(\.item.state)
    }
    #expect(states == [[.verified], [.watching]])
    #expect(item.stateSince == life.world.days.end(of: last))
  }

  @Test func whatPeopleDoOnMondayIsNoPartOfTheWeekBefore() throws {
    let life = try Life(.open)
    let monday = life.world.days.end(of: WorldSeries.week(20))
    try life.world.book.assign(1, owner: "Cy", by: "Ben", at: monday)
    #expect(try life.world.book.overview(endOf: WorldSeries.week(20)).items[0].item.owner == nil)
    #expect(try life.world.book.item(1, at: monday).item.owner == "Cy")
  }

  @Test func nothingIsWrittenBeforeWhatAPersonWrote() throws {
    let life = try Life(.open)
    let opened = try life.item().openedAt
    let error = BacklogError.backwards(item: 1, last: life.moment)
    try life.world.book.note(1, text: "Now", by: "Ana", at: life.moment)
    for moment in [opened, Timestamp(seconds: life.moment.seconds - 1)] {
      #expect(throws: error) { try life.world.book.note(1, text: "x", by: "Ben", at: moment) }
    }
    try life.world.book.note(1, text: "In the same second", by: "Ben", at: life.moment)
    #expect(try life.item().events.map(\.summary).suffix(2) == ["Now", "In the same second"])
  }

  @Test func whatIsToldLateOutdatesWhatTheCountsDecidedMeanwhile() throws {
    let life = try Life(.regressed)
    let world = life.world
    try world.book.advance(to: life.moment)
    let before = world.moment(50)
    #expect(try world.book.item(1, at: before).item.state == .verified)
    try world.book.reopen(1, reason: "The change was undone", by: "Ana", at: before)
    let item = try life.item()
    #expect(item.state == .open)
    #expect(item.events.last?.kind == .reopened)
    #expect(item.plan == nil && item.result == nil)
  }
}
