import Cases
import Complaints
import Store
import Testing

struct CaseBookTests {
  private static let long = "Nobody rang me back about the pump that I bought in May."

  private func world(_ samples: [Sample]) throws -> (CaseWorld, CaseTotals?) {
    let world = try CaseWorld()
    try world.add(samples)
    return (world, try world.book.refresh())
  }

  @Test func aThreadStaysOneCaseHoweverLate() throws {
    let (world, totals) = try world([
      Sample(day: 0, messageID: "a"), Sample(day: 300, messageID: "b", references: ["a"]),
    ])
    #expect(try world.cases() == ["1", "1"])
    #expect(totals?.caseCount == 1)
    #expect(totals?.contactCount == 2)
  }

  @Test func repliesOfStaffHoldAThreadTogether() throws {
    let (world, totals) = try world([
      Sample(day: 0, person: "p", messageID: "a"),
      Sample(day: 1, messageID: "b", references: ["a"], isComplaint: false),
      Sample(
        day: 60, person: "q", messageID: "c", references: ["b"], documentClass: .human),
    ])
    #expect(try world.cases() == ["1", "NULL", "1"])
    #expect(totals?.contactCount == 2)
  }

  @Test func answersToANewsletterAreNoThread() throws {
    let (world, _) = try world([
      Sample(day: 0, messageID: "news", documentClass: .bulk, isComplaint: false),
      Sample(day: 1, person: "p", messageID: "b", references: ["news"]),
      Sample(day: 2, person: "q", messageID: "c", references: ["news"]),
    ])
    #expect(try world.cases() == ["NULL", "2", "3"])
  }

  @Test(arguments: [(28.0, ["1", "1"]), (28 + 1 / 86_400.0, ["1", "2"])])
  func aPersonsCaseTakesInExactly28Days(day: Double, cases: [String]) throws {
    let (world, _) = try world([Sample(day: 0, person: "p"), Sample(day: day, person: "p")])
    #expect(try world.cases() == cases)
  }

  @Test func the28DaysCountFromTheFirstComplaint() throws {
    let (world, _) = try world([
      Sample(day: 0, person: "p"), Sample(day: 20, person: "p"), Sample(day: 40, person: "p"),
      Sample(day: 60, person: "p"),
    ])
    #expect(try world.cases() == ["1", "1", "3", "3"])
  }

  @Test func aThreadWinsOverAPerson() throws {
    let (world, _) = try world([
      Sample(day: 0, person: "p", messageID: "a"), Sample(day: 40, person: "p", messageID: "b"),
      Sample(day: 41, person: "p", messageID: "c", references: ["a"]),
    ])
    #expect(try world.cases() == ["1", "2", "1"])
  }

  @Test func rowsOfOneFileWithTheSameIDAreAThread() throws {
    let (world, _) = try world([
      Sample(day: 0, source: "a.csv#1", row: "7"), Sample(day: 90, source: "a.csv#9", row: "7"),
      Sample(day: 90, source: "b.csv#1", row: "7"),
    ])
    #expect(try world.cases() == ["1", "1", "3"])
  }

  @Test func theSameWordsCountOnce() throws {
    let (world, totals) = try world([
      Sample(day: 0, words: Self.long), Sample(day: 28, person: "p", words: Self.long.uppercased()),
      Sample(day: 51, person: "p", words: "Bad."), Sample(day: 52, person: "q", words: "Bad."),
    ])
    #expect(try world.cases() == ["1", "1", "3", "4"])
    #expect(totals?.duplicateCount == 1)
    #expect(try world.weeks("stock", "repair").first == "\(Sample.start) 1")
  }

  @Test func oneNamelessTextDoesNotSwallowEverybodysComplaints() throws {
    let (world, totals) = try world(
      [Sample(day: 0, words: Self.long)]
        + (1...6).map { Sample(day: Double($0), person: "p\($0)", words: Self.long) }
        + [Sample(day: 40, words: Self.long)])
    #expect(totals?.caseCount == 7)
    #expect(totals?.duplicateCount == 1)
    #expect(try world.cases() == ["1", "1", "3", "4", "5", "6", "7", "8"])
  }

  @Test func theSameWordsOfTwoPeopleCountTwice() throws {
    let (world, totals) = try world([
      Sample(day: 0, person: "p", words: Self.long), Sample(day: 1, person: "q", words: Self.long),
    ])
    #expect(totals?.caseCount == 2)
    #expect(totals?.duplicateCount == 0)
    #expect(try world.weeks("stock", "repair") == ["\(Sample.start) 2"])
  }

  @Test func aCaseCountsOnceForAProblemInItsFirstWeek() throws {
    let (world, _) = try world([
      Sample(day: 0, person: "p", failures: [("delay", "delivery", .us)]),
      Sample(
        day: 8, person: "p", failures: [("delay", "delivery", .us), ("stock", "repair", .us)]),
      Sample(day: 15, person: "p", failures: [("stock", "repair", .us)]),
    ])
    #expect(try world.weeks("delay", "delivery") == ["\(Sample.start) 1"])
    #expect(try world.weeks("stock", "repair") == ["\(Sample.start + 7) 1"])
  }

  @Test func failuresOfOtherCompaniesDoNotCount() throws {
    let (world, totals) = try world([Sample(failures: [("stock", "repair", .other)])])
    #expect(totals?.caseCount == 1)
    #expect(try world.weeks("stock", "repair") == [])
  }

  @Test func whatHasNoDateIsInNoWeek() throws {
    let (world, totals) = try world([
      Sample(isDated: false), Sample(day: 3, messageID: "a"),
      Sample(isDated: false, references: ["a"], failures: [("delay", "delivery", .us)]),
    ])
    #expect(totals?.undatedCount == 1)
    #expect(try world.cases() == ["1", "2", "2"])
    #expect(try world.weeks("stock", "repair") == ["\(Sample.start) 1"])
    #expect(try world.weeks("delay", "delivery") == [])
  }

  @Test func weeksBeginAtLocalMidnight() throws {
    // Sunday 23:30 in London is 22:30 in UTC in summer; half past eleven in UTC is Monday there.
    let (world, _) = try world([Sample(day: 6 + 22.5 / 24), Sample(day: 6 + 23.5 / 24)])
    #expect(
      try world.weeks("stock", "repair") == ["\(Sample.start) 1", "\(Sample.start + 7) 1"])
  }

  @Test(arguments: [
    (99, "\(Sample.start + 98) 1"), (-267, "\(Sample.start - 273) 1"),
    (-268, "\(Sample.start + 98) 0"), (100, "\(Sample.start + 98) 0"),
  ])
  func whatHappenedIsBelievedWithinAYear(happened: Int, line: String) throws {
    let (world, _) = try world([Sample(day: 99.5, happened: happened)])
    #expect(try world.lines("SELECT happenedWeek, knownCount FROM problemWeek") == [line])
  }

  @Test func aRejectedTagLowersTheCountAndUndoRestoresIt() throws {
    let (world, _) = try world([Sample(day: 0, person: "p"), Sample(day: 9, person: "p")])
    let before = try world.tables()
    try world.decide(1, .reject, Tag(.failure, "stock"))
    #expect(try world.weeks("stock", "repair") == ["\(Sample.start + 7) 1"])
    try world.decide(2, .reject, .complaint)
    #expect(try world.weeks("stock", "repair") == [])
    #expect(try world.lines("SELECT isReviewed FROM contact") == ["1", "1"])
    #expect(try world.book.undoLast(of: "ben", at: Timestamp(seconds: 0)) == [])
    #expect(try world.book.undoLast(of: "ana", at: Timestamp(seconds: 0)) == [2])
    #expect(try world.book.undoLast(of: "ana", at: Timestamp(seconds: 0)) == [1])
    #expect(try world.tables() == before)
  }

  @Test func aDecisionThatMakesAComplaintOpensACase() throws {
    let (world, _) = try world([
      Sample(day: 0, person: "p", isComplaint: false), Sample(day: 9, person: "p"),
    ])
    #expect(try world.cases() == ["NULL", "2"])
    try world.decide(1, .add, Tag(.failure, "delay"), touchpoint: "delivery")
    #expect(try world.cases() == ["1", "1"])
    #expect(try world.weeks("delay", "delivery") == ["\(Sample.start) 1"])
    #expect(try world.weeks("stock", "repair") == ["\(Sample.start + 7) 1"])
  }

  @Test func aDecisionBeforeTheFirstRefreshWaitsForIt() throws {
    let world = try CaseWorld()
    try world.add([Sample(), Sample(day: 1)])
    try world.decide(1, .reject, Tag(.failure, "stock"))
    #expect(try world.cases() == [])
    #expect(try world.book.refresh()?.caseCount == 2)
    #expect(try world.weeks("stock", "repair") == ["\(Sample.start) 1"])
  }

  @Test func aDecisionBetweenANewRuleSetAndItsRefreshIsKept() throws {
    let (world, _) = try world([Sample(day: 0, person: "p"), Sample(day: 9, person: "p")])
    let second = try world.store.generation(ofRuleSet: Fingerprint(high: 2, low: 2), engine: "1")
    for stored in try world.everything() {
      var verdict = Sample(isComplaint: stored.rowID == 2).entry(number: stored.rowID).verdict
      verdict?.ruleSet = Fingerprint(high: 2, low: 2)
      if let verdict {
        _ = try world.store.insert(verdict, ofRow: stored.rowID, generation: second)
      }
    }
    try world.store.makeCurrent(second)
    try world.decide(2, .reject, Tag(.failure, "stock"))
    #expect(try world.book.refresh()?.caseCount == 1)
    #expect(try world.cases() == ["NULL", "2"])
    #expect(try world.weeks("stock", "repair") == [])
    #expect(try world.isConsistent())
  }

  /// How near the rules were to another verdict: from where they give the failure, on either side.
  @Test func marginsAreMeasuredFromWhereAFailureIsGiven() throws {
    let both = [("stock", "repair", Subject.us), ("delay", "online", .us)]
    let (world, _) = try world([
      Sample(score: 0.7), Sample(day: 1, failures: both, score: 0.8),
      Sample(day: 2, failures: [both[1]], score: 0.3), Sample(day: 3, score: 0.65),
    ])
    let margins = "SELECT margin FROM contact ORDER BY verbatimID"
    #expect(try world.lines(margins) == ["0.2", "0.3", "0.2", "0.15"])
    // A run by the same rules knows their thresholds, which lines did not tell.
    for _ in 0..<2 {
      let same = try world.store.generation(
        ofRuleSet: Fingerprint(high: 1, low: 1), engine: "1", thresholds: ["stock": 0.65])
      #expect(same == world.generation)
      _ = try world.book.refresh()
      #expect(try world.lines(margins) == ["0.05", "0.15", "0.2", "0.0001"])
      #expect(
        try world.lines("SELECT * FROM queueCount WHERE count > 0 ORDER BY 1")
          == [#""clear" 2"#, #""close" 2"#])
    }
    #expect(try world.book.refresh() == nil)
    try world.decide(1, .reject, Tag(.failure, "stock"))
    #expect(try world.lines(margins) == ["0.05", "0.15", "0.2", "0.0001"])
    #expect(try world.isConsistent())
  }

  @Test func anotherTimeZoneCountsAnew() throws {
    let (world, _) = try world([Sample(day: 6 + 23.5 / 24)])
    let book = CaseBook(store: world.store, days: LocalDays(timeZone: "UTC"))
    #expect(try book.refresh() != nil)
    #expect(try world.weeks("stock", "repair") == ["\(Sample.start) 1"])
    #expect(try book.refresh() == nil)
  }

  @Test func anEmptyStoreHasNoCases() throws {
    let world = try CaseWorld()
    #expect(try world.book.refresh() == CaseTotals())
    #expect(try world.book.refresh() == nil)
  }
}
