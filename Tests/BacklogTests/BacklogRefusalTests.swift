import Backlog
import Complaints
import Store
import Testing

/// What the backlog does not take, and the words it says so with.
struct BacklogRefusalTests {
  private let stock = WorldSeries.stock
  private let calls = WorldSeries.followThrough

  private func world() throws -> BacklogWorld {
    try BacklogWorld([stock: [1, 2, 3, 4, 5], calls: [0, 0, 0, 0, 1]])
  }

  private func draft(_ problems: [Problem]) -> ItemDraft {
    ItemDraft(problems: problems, title: "Stop it", kind: .preventive)
  }

  @Test func numbersCountUp() throws {
    let world = try world()
    let moment = world.moment(6)
    #expect(try world.book.open(draft([stock, stock]), by: "Ana", at: moment).problems == [stock])
    #expect(try world.book.open(draft([calls]), by: "Ana", at: moment).label == "PB-2")
  }

  @Test func aProblemBelongsToOneItem() throws {
    let world = try world()
    let moment = world.moment(6)
    try world.book.open(draft([stock, calls]), by: "Ana", at: moment)
    for second in [[stock], [calls], [calls, stock]] {
      #expect(throws: BacklogError.alreadyOwned(second[0], item: 1)) {
        try world.book.open(draft(second), by: "Ana", at: moment)
      }
    }
    let review = Day(number: world.days.day(of: moment).number + 90)
    try world.book.accept(1, reason: "rare", reviewDay: review, by: "Ana", at: moment)
    try world.book.open(draft([calls]), by: "Ana", at: moment)
    #expect(throws: BacklogError.alreadyOwned(calls, item: 2)) {
      try world.book.reopen(1, reason: "after all", by: "Ana", at: moment)
    }
    #expect(try world.book.report(on: calls, at: moment).item?.item.number == 2)
    #expect(try world.book.report(on: stock, at: moment).item?.item.number == 1)
  }

  @Test func aProblemOfAnItemIsKnownWithoutACase() throws {
    let world = try world()
    let moment = world.moment(6)
    try world.book.open(draft([calls]), by: "Ana", at: moment)
    try world.forgetCases(of: calls)
    let report = try world.book.report(on: calls, at: moment)
    #expect(report.item?.item.number == 1 && report.newestRows.isEmpty)
    #expect(report.counts.total(calls, lastWeeks: 13) == 0)
  }

  /// The last of those accepted, or the one that is not.
  @Test func aProblemBelongsToTheItemThatIsWorkedOn() throws {
    let world = try world()
    let moment = world.moment(6)
    let review = Day(number: world.days.day(of: moment).number + 90)
    for number in 1...2 {
      try world.book.open(draft([stock]), by: "Ana", at: moment)
      try world.book.accept(number, reason: "rare", reviewDay: review, by: "Ana", at: moment)
    }
    let accepted = try world.book.overview(at: moment).items.map(\.item)
    #expect(accepted.owners.mapValues(\.number) == [stock: 2])
    try world.book.reopen(1, reason: "after all", by: "Ana", at: moment)
    let items = try world.book.overview(at: moment).items.map(\.item)
    #expect(items.owners.mapValues(\.number) == [stock: 1])
    #expect(try world.book.report(on: stock, at: moment).item?.item.number == 1)
  }

  @Test func aProblemWithoutACaseIsUnknown() throws {
    let world = try world()
    let typo = Problem(type: "stok", touchpoint: "repair")
    let error = BacklogError.unknownProblem(typo, nearest: stock)
    #expect(throws: error) { try world.book.report(on: typo, at: world.moment(6)) }
    #expect(throws: error) { try world.book.open(draft([typo]), by: "Ana", at: world.moment(6)) }
    #expect(error.description.contains("did you mean 'v1/stock/repair'?"))
    #expect(throws: BacklogError.unknownProblem(calls, nearest: nil)) {
      try world.book.report(on: calls, at: world.moment(2))
    }
  }

  @Test func wordsAreNeeded() throws {
    let world = try world()
    let moment = world.moment(6)
    #expect(throws: BacklogError.emptyField("problem")) {
      try world.book.open(draft([]), by: "Ana", at: moment)
    }
    #expect(throws: BacklogError.emptyField("by")) {
      try world.book.open(draft([stock]), by: " ", at: moment)
    }
    var untitled = draft([stock])
    untitled.title = "\n"
    #expect(throws: BacklogError.emptyField("title")) {
      try world.book.open(untitled, by: "Ana", at: moment)
    }
    untitled.title = String(repeating: "x", count: 201)
    #expect(throws: BacklogError.longField("title", limit: 200)) {
      try world.book.open(untitled, by: "Ana", at: moment)
    }
    try world.book.open(draft([stock]), by: " Ana  Q. ", at: moment)
    #expect(throws: BacklogError.emptyField("change")) {
      try world.book.plan(1, due: world.days.day(of: moment), by: "Ana", at: moment)
    }
    #expect(throws: BacklogError.emptyField("owner")) {
      try world.book.assign(1, owner: "", by: "Ana", at: moment)
    }
    #expect(throws: BacklogError.emptyField("known by")) {
      try world.book.setRootCause(
        1, RootCause(text: "x", knownBy: ""), by: "Ana", at: moment)
    }
    #expect(try world.book.item(1, at: moment).item.events.map(\.actor) == ["Ana Q."])
  }

  @Test func daysMustBePossible() throws {
    let world = try world()
    let moment = world.moment(6)
    let today = world.days.day(of: moment)
    let yesterday = Day(number: today.number - 1)
    try world.book.open(draft([stock]), by: "Ana", at: moment)
    #expect(throws: BacklogError.self) {
      try world.book.plan(1, change: "x", due: yesterday, by: "Ana", at: moment)
    }
    #expect(throws: BacklogError.self) {
      try world.book.accept(1, reason: "x", reviewDay: today, by: "Ana", at: moment)
    }
    try world.book.plan(1, change: "x", due: today, by: "Ana", at: moment)
    for day in [yesterday, Day(number: today.number + 367)] {
      #expect(throws: BacklogError.self) {
        try world.book.done(1, effective: day, cut: 0.5, by: "Ana", at: moment)
      }
    }
    for cut in [0, -0.5, 1.01, .nan, .infinity] {
      #expect(throws: BacklogError.impossibleCut) {
        try world.book.done(1, effective: today, cut: cut, by: "Ana", at: moment)
      }
    }
    #expect(try world.eventCount() == 2)
  }

  @Test(arguments: ["refund", "replacement", "apology", "", "Preventive "])
  func repairsAreNoKind(word: String) {
    #expect(throws: BacklogError.noPrevention(word)) { try ItemKind(word: word) }
  }

  @Test(
    arguments: [
      .unknownItem(9), .unknownProblem(Problem(type: "a", touchpoint: "b"), nearest: nil),
      .alreadyOwned(Problem(type: "a", touchpoint: "b"), item: 3), .emptyField("title"),
      .wrongState(item: 1, state: .watching, command: .plan), .impossibleCut,
      .impossibleDay("due", Day(number: 0)...Day(number: 9)), .noPrevention("refund"),
      .backwards(item: 1, last: Timestamp(seconds: 0)), .longField("title", limit: 200),
    ] as [BacklogError])
  func refusalsAreOneLine(error: BacklogError) {
    #expect(!error.description.contains("\n") && error.description.count > 10)
  }
}
