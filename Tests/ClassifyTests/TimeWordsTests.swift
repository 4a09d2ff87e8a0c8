import Complaints
import Testing

@testable import Classify

struct TimeWordsTests {
  private func times(_ text: String) throws -> (TimeWords, Tokens) {
    let ruleSet = try Sample.ruleSet([Sample.rule("stock.a", "failure:stock", ["x"])])
    let tokens = Sample.tokens(text, ruleSet.symbols)
    return (TimeWords(ruleSet: ruleSet, tokens: tokens, bytes: Array(text.utf8)), tokens)
  }

  @Test(arguments: [
    ("on Monday", "on Monday", "2026-11-16"), ("last Tuesday", "last Tuesday", "2026-11-10"),
    ("on Tuesday", "on Tuesday", "2026-11-17"), ("yesterday", "yesterday", "2026-11-16"),
    ("two weeks ago", "two weeks ago", "2026-11-03"), ("3 days ago", "3 days ago", "2026-11-14"),
    ("on the 3rd of March", "on the 3rd of March", "2027-03-03"),
    ("3 March 2024", "3 March 2024", "2024-03-03"),
    ("on 30 September", "on 30 September", "2026-09-30"),
    ("Dec 1, 2025", "Dec 1, 2025", "2025-12-01"),
    ("last week", "last week", "2026-11-10"), ("31 February", "31 February", ""),
    ("next Monday", "", ""),
    ("within two days", "", ""), ("tomorrow", "", ""),
    ("9999 years ago", "9999 years ago", "1999-07-02"),
  ])
  func pastTimesAreRead(_ text: String, _ words: String, _ day: String) throws {
    let (times, _) = try times("It x " + text + " so")
    let found = times.happened(near: [0], received: Day("2026-11-17"))
    #expect(found?.words ?? "" == words)
    #expect(found?.day?.description ?? "" == day)
  }

  @Test(arguments: [
    ("by Monday", "by Monday", "2026-11-23"), ("on Tuesday", "on Tuesday", "2026-11-24"),
    ("tomorrow", "tomorrow", "2026-11-18"), ("today", "today", "2026-11-17"),
    ("within 5 working days", "within 5 working days", "2026-11-22"),
    ("within 24 hours", "within 24 hours", "2026-11-18"),
    ("in 90 minutes", "in 90 minutes", "2026-11-18"),
    ("in 48 hours", "in 48 hours", "2026-11-19"), ("next week", "next week", "2026-11-24"),
    ("yesterday", "", ""),
    ("by the end", "", ""), ("by the 3rd of December", "by the 3rd of December", "2026-12-03"),
  ])
  func dueTimesAreRead(_ text: String, _ words: String, _ day: String) throws {
    let (times, _) = try times("I will call " + text + " so")
    let found = times.due(inSentence: 0, from: 2, received: Day("2026-11-17"))
    #expect(found?.words ?? "" == words)
    #expect(found?.day?.description ?? "" == day)
  }

  @Test func withoutAReceiptDayWordsRemain() throws {
    let (times, _) = try times("on Monday")
    #expect(times.happened(near: [0], received: nil) == TimeMention(words: "on Monday", day: nil))
  }
}
