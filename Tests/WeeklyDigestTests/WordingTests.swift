import Complaints
import Testing

@testable import WeeklyDigest

struct WordingTests {
  @Test(arguments: [
    ("2026-W46", "9 to 15 November 2026"), ("2026-W01", "29 December 2025 to 4 January 2026"),
    ("2026-W40", "28 September to 4 October 2026"),
  ])
  func weeksAreToldByTheirDays(week: String, expected: String) throws {
    #expect(Wording.days(of: try #require(Week(week))) == expected)
  }

  @Test func listsEndWithAnd() {
    #expect(Wording.list([]) == "")
    #expect(Wording.list(["a"]) == "a")
    #expect(Wording.list(["a", "b", "c"]) == "a, b and c")
  }

  @Test func smallNumbersAreSpelled() {
    #expect(Wording.spelled(1, "fix", "fixes") == "one fix")
    #expect(Wording.spelled(3, "fix", "fixes") == "three fixes")
    #expect(Wording.spelled(12, "call") == "12 calls")
  }

  @Test func daysAreToldShortAndLong() {
    #expect(Wording.shortDay("2026-11-15") == "Sun 15 Nov")
    #expect(Wording.day("2026-09-30") == "30 September 2026")
    #expect(Wording.day("") == "")
  }
}
