import Complaints

/// Finds words that say when ("on Monday", "within two days", "3 March") and the day they mean.
struct TimeWords {
  let ruleSet: RuleSet
  let tokens: Tokens
  let bytes: [UInt8]

  /// Words the finder must be able to tell apart.
  static let vocabulary = Set(plain.keys).union(weekdays.keys).union(months.keys)
    .union(units.keys).union(shortUnits.keys).union(numbers.keys)

  static let weekdays: [String: Int] = [
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
    "sunday": 7,
  ]
  static let months: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2,
    "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12,
  ]
  static let units: [String: Int] = [
    "day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30, "year": 365,
    "years": 365,
  ]
  /// Units shorter than a day, by how many make one.
  static let shortUnits: [String: Int] = [
    "hour": 24, "hours": 24, "minute": 1440, "minutes": 1440,
  ]
  static let numbers: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "couple": 2, "few": 3, "a": 1, "an": 1,
  ]

  /// The letters behind the digits of "1st", "2nd", "3rd" and "4th".
  static let ordinalEndings = ["st", "nd", "rd", "th"].map { ending in
    ending.utf8.reduce(UInt16(0)) { $0 << 8 | UInt16($1) }
  }

  /// What a word is to the finder.
  enum Word: Sendable, Equatable {
    case none, digits
    case today(Int)
    case weekday(Int)
    case month(Int)
    /// Days.
    case unit(Int)
    /// How many make a day.
    case shortUnit(Int)
    case number(Int)
    case on, by, until, before, last, next, this
    case `in`, within, ago, working, business, the, of

    /// What a word of the vocabulary is, or a word that begins with a digit.
    init(_ name: String) {
      self =
        if let known = TimeWords.plain[name] { known } else if let number = TimeWords.weekdays[name]
        { .weekday(number) } else if let number = TimeWords.months[name] {
          .month(number)
        } else if let days = TimeWords.units[name] {
          .unit(days)
        } else if let count = TimeWords.shortUnits[name] {
          .shortUnit(count)
        } else if let value = TimeWords.numbers[name] {
          .number(value)
        } else if let first = name.utf8.first, first >= 48, first <= 57 { .digits } else { .none }
    }
  }

  /// Words that are neither names nor numbers.
  private static let plain: [String: Word] = [
    "today": .today(0), "tonight": .today(0), "tomorrow": .today(1), "yesterday": .today(-1),
    "on": .on, "by": .by, "until": .until, "before": .before, "last": .last, "next": .next,
    "this": .this, "in": .in, "within": .within, "ago": .ago, "working": .working,
    "business": .business, "the": .the, "of": .of,
  ]

  /// What a stretch of words says about a day.
  enum Meaning {
    /// Days after (or before) the day of speaking.
    case offset(Int)
    case weekday(Int, isLast: Bool, isNext: Bool)
    case date(month: Int, day: Int, year: Int?)
    case within(Int)
  }

  /// A stretch of words that says when.
  struct Found {
    var range: Range<Int>
    var meaning: Meaning
  }

  /// The first words after a promise that say by when.
  func due(inSentence index: Int, from start: Int, received: Day?) -> TimeMention? {
    for found in times(inSentence: index) where found.range.lowerBound >= start {
      let day: Day?
      switch found.meaning {
      case .offset(let days): day = days >= 0 ? received.map { Day(number: $0.number + days) } : nil
      case .within(let days): day = received.map { Day(number: $0.number + days) }
      case .weekday(let weekday, _, _):
        day = received.map { Day(number: $0.number + (weekday - $0.weekday + 6) % 7 + 1) }
      case .date(let month, let dayOfMonth, let year):
        day = date(month, dayOfMonth, year, near: received)
      }
      if case .offset(let days) = found.meaning, days < 0 { continue }
      return TimeMention(words: words(found.range), day: day)
    }
    return nil
  }

  /// The first words in a sentence with evidence that say when a failure happened.
  func happened(near sentences: [Int], received: Day?) -> TimeMention? {
    var last = -1
    for index in sentences.sorted() where index != last {
      last = index
      for found in times(inSentence: index) {
        let day: Day?
        switch found.meaning {
        case .within: continue
        case .offset(let days):
          if days > 0 { continue }
          day = received.map { Day(number: $0.number + days) }
        case .weekday(let weekday, let isLast, let isNext):
          if isNext { continue }
          day = received.map { received in
            let daysAgo = (received.weekday - weekday + 7) % 7
            return Day(number: received.number - (isLast && daysAgo == 0 ? 7 : daysAgo))
          }
        case .date(let month, let dayOfMonth, let year):
          day = date(month, dayOfMonth, year, near: received)
        }
        return TimeMention(words: words(found.range), day: day)
      }
    }
    return nil
  }

  private func times(inSentence index: Int) -> [Found] {
    times(in: tokens.sentences[index].start..<tokens.sentences[index].end)
  }

  /// The date nearest to the day of receipt when the year is not said.
  private func date(_ month: Int, _ day: Int, _ year: Int?, near received: Day?) -> Day? {
    if let year { return Day(year: year, month: month, day: day) }
    guard let received else { return nil }
    let years = [-1, 0, 1].map { received.components.year + $0 }
    return years.compactMap { Day(year: $0, month: month, day: day) }
      .min { abs($0.number - received.number) < abs($1.number - received.number) }
  }

  private func words(_ range: Range<Int>) -> String {
    String(decoding: bytes[tokens.byteRange(range)], as: UTF8.self)
  }
}
