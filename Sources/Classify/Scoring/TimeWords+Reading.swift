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
    if token.symbol > Symbols.money, Int(token.symbol) < ruleSet.timeWords.count {
      if case .none = ruleSet.timeWords[Int(token.symbol)] { return false }
      return true
    }
    let byte = bytes[Int(token.start)]
    return byte >= 48 && byte <= 57
  }

  private func time(_ at: Int, _ end: Int) -> Found? {
    let first = word(at, end)
    switch first {
    case .today(let days): return Found(range: at..<(at + 1), meaning: .offset(days))
    case .on, .by, .until, .before, .last, .next, .this:
      let second = word(at + 1, end)
      if case .weekday(let weekday) = second {
        return Found(
          range: at..<(at + 2),
          meaning: .weekday(weekday, isLast: first == .last, isNext: first == .next))
      }
      if first == .last || first == .next, case .unit(let days) = second, days > 1 {
        return Found(range: at..<(at + 2), meaning: .offset(first == .last ? -days : days))
      }
      let skip = second == .the ? 2 : 1
      guard first == .on || first == .by, let date = date(at + skip, end) else { return nil }
      return Found(range: at..<date.range.upperBound, meaning: date.meaning)
    case .in, .within:
      guard let value = number(at + 1, end) else { return nil }
      var unitAt = at + 2
      if [.working, .business].contains(word(unitAt, end)) { unitAt += 1 }
      let days: Int
      switch word(unitAt, end) {
      case .shortUnit(let count): days = (value + count - 1) / count
      case .unit(let length): days = value * length
      default: return nil
      }
      return Found(range: at..<(unitAt + 1), meaning: .within(min(days, 10_000)))
    case .weekday(let weekday):
      return Found(
        range: at..<(at + 1), meaning: .weekday(weekday, isLast: false, isNext: false))
    default: break
    }
    if let value = number(at, end), case .unit(let days) = word(at + 1, end),
      word(at + 2, end) == .ago
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
    if case .month(let month) = word(at, end), let day = dayOfMonth(at + 1, end) {
      let year = year(at + 2)
      return Found(
        range: at..<(at + (year == nil ? 2 : 3)),
        meaning: .date(month: month, day: day, year: year))
    }
    guard let day = dayOfMonth(at, end) else { return nil }
    let monthAt = word(at + 1, end) == .of ? at + 2 : at + 1
    guard case .month(let month) = word(monthAt, end) else { return nil }
    let year = year(monthAt + 1)
    return Found(
      range: at..<(monthAt + (year == nil ? 1 : 2)),
      meaning: .date(month: month, day: day, year: year))
  }

  /// A day of a month in digits.
  private func dayOfMonth(_ index: Int, _ end: Int) -> Int? {
    if case .number = word(index, end) { return nil }
    guard let day = number(index, end), (1...31).contains(day) else { return nil }
    return day
  }

  private func word(_ index: Int, _ end: Int) -> Word {
    guard index < end else { return .none }
    let symbol = tokens.tokens[index].symbol
    return symbol > Symbols.money && Int(symbol) < ruleSet.timeWords.count
      ? ruleSet.timeWords[Int(symbol)] : .none
  }

  /// A number written in digits (an ordinal ending is allowed) or words; nil for other words.
  private func number(_ index: Int, _ end: Int) -> Int? {
    guard index < end else { return nil }
    if case .number(let value) = word(index, end) { return value }
    let token = tokens.tokens[index]
    var value = 0
    var digitCount = 0
    for byte in bytes[Int(token.start)..<Int(token.end)] {
      guard byte >= 48, byte <= 57 else { break }
      value = value * 10 + Int(byte - 48)
      digitCount += 1
      if digitCount > 4 { return nil }
    }
    guard digitCount > 0 else { return nil }
    let end = Int(token.start) + digitCount
    if end == Int(token.end) { return value }
    guard Int(token.end) == end + 2 else { return nil }
    let ending = UInt16(bytes[end] | 32) << 8 | UInt16(bytes[end + 1] | 32)
    return TimeWords.ordinalEndings.contains(ending) ? value : nil
  }
}
