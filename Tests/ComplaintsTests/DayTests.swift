import Complaints
import Testing

struct DayTests {
  @Test(arguments: [
    ("2025-07-14", "2025-W29", 1), ("2026-11-15", "2026-W46", 7), ("2027-01-01", "2026-W53", 5),
    ("2024-12-30", "2025-W01", 1), ("1970-01-01", "1970-W01", 4), ("2000-02-29", "2000-W09", 2),
  ])
  func knowsItsWeek(day: String, week: String, weekday: Int) throws {
    let day = try #require(Day(day))
    #expect(day.week.description == week)
    #expect(day.weekday == weekday)
    #expect(Week(week)?.start.week == day.week)
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "", "2026-00-10"])
  func refusesDaysThatAreNot(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func everyDayOfFourCenturiesRoundTrips() throws {
    var previous = try #require(Day("1799-12-31"))
    for number in (previous.number + 1)...(previous.number + 146_097) {
      let day = Day(number: number)
      #expect(day > previous)
      #expect(Day(day.description) == day)
      previous = day
    }
  }

  @Test(arguments: ["2025-W53", "2026-W54", "2026-W00", "2026-46"])
  func refusesWeeksThatAreNot(text: String) {
    #expect(Week(text) == nil)
  }
}

struct TimestampTests {
  @Test(arguments: [
    ("2026-11-17T08:12:00Z", "2026-11-17T08:12:00Z"),
    ("2026-11-17T08:12:00+01:00", "2026-11-17T07:12:00Z"),
    ("2026-11-17 08:12:30.250-0530", "2026-11-17T13:42:30Z"),
    ("2026-11-17", "2026-11-17T00:00:00Z"), ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
    ("2026-11-17T08:12", "2026-11-17T08:12:00Z"),
  ])
  func readsAndPrints(text: String, printed: String) {
    #expect(Timestamp(text)?.description == printed)
  }

  @Test(arguments: [
    "", "yesterday", "2026-11-17T25:00:00Z", "2026-11-17X08:00:00Z", "2026-11-17T08",
  ])
  func refusesTheRest(text: String) {
    #expect(Timestamp(text) == nil)
  }
}

struct FingerprintTests {
  @Test func printsAndReads() {
    let value = Fingerprint(high: 1, low: 0xABC)
    #expect(value.description == "00000000000000010000000000000abc")
    #expect(Fingerprint(value.description) == value)
    #expect(Fingerprint("xyz") == nil)
    #expect(Fingerprint(String(repeating: "G", count: 32)) == nil)
  }
}
