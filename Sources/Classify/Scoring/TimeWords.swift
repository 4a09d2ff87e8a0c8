import Complaints

/// Finds words that say when ("on Monday", "within two days", "3 March") and the day they mean.
struct TimeWords {
  let symbols: Symbols
  let tokens: Tokens
  let bytes: [UInt8]

  /// Words the finder must be able to tell apart.
  static let vocabulary: Set<String> = {
    var words = Set(weekdays.keys).union(months.keys).union(units.keys)
    words.formUnion(
      "today tomorrow yesterday tonight last next this on by until before in within ago working business the of"
        .split(separator: " ").map(String.init))
    return words
  }()

  private static let weekdays: [String: Int] = [
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
    "sunday": 7,
  ]
  private static let months: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2,
    "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12,
  ]
  private static let units: [String: Int] = [
    "day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30, "year": 365,
    "years": 365, "hour": 0, "hours": 0, "minute": 0, "minutes": 0,
  ]
  private static let numbers: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "couple": 2, "few": 3, "a": 1, "an": 1,
  ]

  /// What a stretch of words says about a day.
  private enum Meaning {
    /// Days after (or before) the day of speaking.
    case offset(Int)
    case weekday(Int, isLast: Bool, isNext: Bool)
    case date(month: Int, day: Int, year: Int?)
    case within(Int)
  }

  private struct Found {
    var range: Range<Int>
    var meaning: Meaning
  }

  /// The first words after a promise that say by when.
  func due(inSentence index: Int, from start: Int, received: Day?) -> TimeMention? {
    let sentence = tokens.sentences[index]
    for found in times(in: start..<sentence.end) {
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

  /// The first words that say when a failure happened: in a sentence with evidence, else before it.
  func happened(near sentences: [Int], received: Day?) -> TimeMention? {
    for index in Set(sentences).sorted() {
      let sentence = tokens.sentences[index]
      for found in times(in: sentence.start..<sentence.end) {
        let day: Day?
        switch found.meaning {
        case .within: continue
        case .offset(let days):
          if days > 0 { continue }
          day = received.map { Day(number: $0.number + days) }
        case .weekday(let weekday, _, let isNext):
          if isNext { continue }
          day = received.map { Day(number: $0.number - ($0.weekday - weekday + 7) % 7) }
        case .date(let month, let dayOfMonth, let year):
          day = date(month, dayOfMonth, year, near: received)
        }
        return TimeMention(words: words(found.range), day: day)
      }
    }
    return nil
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

  private func name(_ index: Int, _ end: Int) -> String {
    guard index < end else { return "" }
    let symbol = tokens.tokens[index].symbol
    return symbol > Symbols.money && Int(symbol) < symbols.names.count
      ? symbols.names[Int(symbol)] : ""
  }

  /// A number written in digits (an ordinal ending is allowed) or words; nil for other words.
  private func number(_ index: Int, _ end: Int) -> Int? {
    guard index < end else { return nil }
    if let value = TimeWords.numbers[name(index, end)] { return value }
    let token = tokens.tokens[index]
    var value = 0
    var digitCount = 0
    for byte in bytes[Int(token.start)..<Int(token.end)] {
      guard byte >= 48, byte <= 57 else { break }
      value = value * 10 + Int(byte - 48)
      digitCount += 1
      if digitCount > 4 { return nil }
    }
    let rest = bytes[(Int(token.start) + digitCount)..<Int(token.end)]
    let ending = String(decoding: rest, as: UTF8.self).lowercased()
    return digitCount > 0 && ["", "st", "nd", "rd", "th"].contains(ending) ? value : nil
  }

  private func times(in range: Range<Int>) -> [Found] {
    var found: [Found] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if let time = time(at, range.upperBound) {
        found.append(time)
        at = time.range.upperBound
      } else {
        at += 1
      }
    }
    return found
  }

  private func time(_ at: Int, _ end: Int) -> Found? {
    let first = name(at, end)
    switch first {
    case "today", "tonight": return Found(range: at..<(at + 1), meaning: .offset(0))
    case "tomorrow": return Found(range: at..<(at + 1), meaning: .offset(1))
    case "yesterday": return Found(range: at..<(at + 1), meaning: .offset(-1))
    case "on", "by", "until", "before", "last", "next", "this":
      if let weekday = TimeWords.weekdays[name(at + 1, end)] {
        return Found(
          range: at..<(at + 2),
          meaning: .weekday(weekday, isLast: first == "last", isNext: first == "next"))
      }
      if first == "last" || first == "next", let days = TimeWords.units[name(at + 1, end)], days > 1 {
        return Found(range: at..<(at + 2), meaning: .offset(first == "last" ? -days : days))
      }
      let skip = name(at + 1, end) == "the" ? 2 : 1
      guard first == "on" || first == "by", let date = date(at + skip, end) else { return nil }
      return Found(range: at..<date.range.upperBound, meaning: date.meaning)
    case "in", "within":
      guard let value = number(at + 1, end) else { return nil }
      var unitAt = at + 2
      if ["working", "business"].contains(name(unitAt, end)) { unitAt += 1 }
      guard let days = TimeWords.units[name(unitAt, end)] else { return nil }
      let whole = days == 0 ? (value + 23) / 24 : value * days
      return Found(range: at..<(unitAt + 1), meaning: .within(min(whole, 10_000)))
    default: break
    }
    if let weekday = TimeWords.weekdays[first] {
      return Found(
        range: at..<(at + 1), meaning: .weekday(weekday, isLast: false, isNext: false))
    }
    if let value = number(at, end), let days = TimeWords.units[name(at + 1, end)],
      name(at + 2, end) == "ago"
    {
      return Found(range: at..<(at + 3), meaning: .offset(-min(value * days, 10_000)))
    }
    return date(at, end)
  }

  /// "3 March", "the 3rd of March 2026", "March 3, 2026".
  private func date(_ at: Int, _ end: Int) -> Found? {
    func year(_ index: Int) -> Int? {
      guard let value = number(index, end), (1990...2100).contains(value) else { return nil }
      return value
    }
    if let month = TimeWords.months[name(at, end)], let day = number(at + 1, end),
      (1...31).contains(day), TimeWords.numbers[name(at + 1, end)] == nil
    {
      let year = year(at + 2)
      return Found(
        range: at..<(at + (year == nil ? 2 : 3)),
        meaning: .date(month: month, day: day, year: year))
    }
    guard let day = number(at, end), (1...31).contains(day),
      TimeWords.numbers[name(at, end)] == nil
    else { return nil }
    let monthAt = name(at + 1, end) == "of" ? at + 2 : at + 1
    guard let month = TimeWords.months[name(monthAt, end)] else { return nil }
    let year = year(monthAt + 1)
    return Found(
      range: at..<(monthAt + (year == nil ? 1 : 2)),
      meaning: .date(month: month, day: day, year: year))
  }
}
