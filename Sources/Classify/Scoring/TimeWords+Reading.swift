extension TimeWords {
  /// The words of a range that say when, in text order.
  func times(in range: Range<Int>) -> [Found] {
    var found: [Found] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if canBegin(at), let time = time(at, range.upperBound) {
        found.append(time)
        at = time.range.upperBound
      } else {
        at += 1
      }
    }
    return found
  }

  /// Whether a time can begin at a token: at a word of the vocabulary, a number word or digits.
  private func canBegin(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    if token.symbol > Symbols.money, Int(token.symbol) < ruleSet.isTimeWord.count {
      return ruleSet.isTimeWord[Int(token.symbol)]
    }
    let byte = bytes[Int(token.start)]
    return byte >= 48 && byte <= 57
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
      if first == "last" || first == "next", let days = TimeWords.units[name(at + 1, end)], days > 1
      {
        return Found(range: at..<(at + 2), meaning: .offset(first == "last" ? -days : days))
      }
      let skip = name(at + 1, end) == "the" ? 2 : 1
      guard first == "on" || first == "by", let date = date(at + skip, end) else { return nil }
      return Found(range: at..<date.range.upperBound, meaning: date.meaning)
    case "in", "within":
      guard let value = number(at + 1, end) else { return nil }
      var unitAt = at + 2
      if ["working", "business"].contains(name(unitAt, end)) { unitAt += 1 }
      let unit = name(unitAt, end)
      let days: Int
      if let count = TimeWords.shortUnits[unit] {
        days = (value + count - 1) / count
      } else if let length = TimeWords.units[unit] {
        days = value * length
      } else {
        return nil
      }
      return Found(range: at..<(unitAt + 1), meaning: .within(min(days, 10_000)))
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

  private func name(_ index: Int, _ end: Int) -> String {
    guard index < end else { return "" }
    let symbol = tokens.tokens[index].symbol
    let names = ruleSet.symbols.names
    return symbol > Symbols.money && Int(symbol) < names.count ? names[Int(symbol)] : ""
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
}
