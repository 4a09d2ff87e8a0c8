package import Complaints

/// Dates as people and programs write them, without a fixed form.
package enum WrittenDate {
  /// The moment some words name, such as "2026-11-17T08:12:00Z", "14 March 2026", "March 14th,
  /// 2026 at 9:12 am", "17/11/2026 08:12", "1795000000"; nil when they name none.
  ///
  /// Without a zone UTC is meant. "17/11" and "11/17" are told apart by the number over twelve;
  /// where both could be the month, the day stands first. Only the first 80 bytes are read.
  package static func timestamp(_ words: some StringProtocol) -> Timestamp? {
    let trimmed = words.drop { $0.isWhitespace }
    let text = String(decoding: Array(trimmed.utf8.prefix(80)), as: UTF8.self)
    let line = text.prefix { $0 != "\n" && $0 != "\r" }
    let bare = line.utf8.last?.isASCIIWhiteSpace == true ? line.dropLast() : line
    if let exact = Timestamp(bare) { return exact }
    var tokens = Tokens(bare)
    if let epoch = tokens.epoch { return epoch }
    let clock = tokens.takeClock()
    guard let day = tokens.day else { return nil }
    return Timestamp(
      day: day, hour: clock.hour, minute: clock.minute, second: clock.second, offset: clock.offset)
  }

  /// The numbers, words and signs of a line.
  private struct Tokens {
    enum Token: Equatable {
      case number(Int, digits: Int)
      case word(String)
      case sign(UInt8)
    }
    var tokens: [Token] = []

    init(_ line: some StringProtocol) {
      var bytes = Array(line.utf8)[...]
      while let first = bytes.first {
        if first.isASCIIDigit {
          let digits = bytes.prefix { $0.isASCIIDigit }
          let value = Int(String(decoding: digits.prefix(15), as: UTF8.self)) ?? 0
          tokens.append(.number(value, digits: digits.count))
          bytes = bytes.dropFirst(digits.count)
        } else if first.isASCIILetter || first >= 0x80 {
          let letters = bytes.prefix { $0.isASCIILetter || $0 >= 0x80 }
          tokens.append(.word(String(decoding: letters, as: UTF8.self).lowercased()))
          bytes = bytes.dropFirst(letters.count)
        } else {
          if first != 0x20 { tokens.append(.sign(first)) }
          bytes = bytes.dropFirst()
        }
      }
    }

    /// Seconds or milliseconds since 1970, when that is all there is.
    var epoch: Timestamp? {
      guard case .number(let value, let digits)? = tokens.first else { return nil }
      let isAlone = tokens.count == 1 || (tokens.count == 3 && tokens[1] == .sign(0x2E))
      guard isAlone else { return nil }
      switch digits {
      case 10: return Timestamp(seconds: value)
      case 13: return Timestamp(seconds: value / 1_000)
      default: return nil
      }
    }

    private func number(at index: Int) -> Int? {
      guard tokens.indices.contains(index), case .number(let value, _) = tokens[index] else {
        return nil
      }
      return value
    }

    /// Removes "08:12:00 +01:00", "9:12 pm" and what belongs to it.
    mutating func takeClock() -> (hour: Int, minute: Int, second: Int, offset: Int) {
      let colon = tokens.indices.first { index in
        tokens[index] == .sign(0x3A) && (number(at: index - 1) ?? 99) < 25
          && (number(at: index + 1) ?? 99) < 60
      }
      guard let colon, var hour = number(at: colon - 1), let minute = number(at: colon + 1) else {
        return (0, 0, 0, 0)
      }
      var next = colon + 2
      var second = 0
      if next + 1 < tokens.count, tokens[next] == .sign(0x3A), let value = number(at: next + 1) {
        second = min(value, 59)
        next += 2
      }
      if next + 1 < tokens.count, tokens[next] == .sign(0x2E), number(at: next + 1) != nil {
        next += 2
      }
      var offset = 0
      if next < tokens.count, case .word(let word) = tokens[next] {
        if word == "pm", hour < 12 { hour += 12 }
        if word == "am", hour == 12 { hour = 0 }
        if ["am", "pm", "uhr", "z", "utc", "gmt", "h"].contains(word) { next += 1 }
      }
      if next + 1 < tokens.count, case .sign(let sign) = tokens[next], sign == 0x2B || sign == 0x2D,
        case .number(let value, let digits) = tokens[next + 1]
      {
        let zone = digits == 4 ? (value / 100, value % 100) : (value, 0)
        if zone.0 <= 14 { offset = (zone.0 * 60 + zone.1) * (sign == 0x2D ? -60 : 60) }
        next += 2
        if digits == 2, next + 1 < tokens.count, tokens[next] == .sign(0x3A),
          let minutes = number(at: next + 1)
        {
          offset += minutes * (sign == 0x2D ? -60 : 60)
          next += 2
        }
      }
      tokens.removeSubrange((colon - 1)..<min(next, tokens.count))
      return (min(hour, 23), minute, second, offset)
    }

    /// The day that is left.
    var day: Day? {
      var numbers: [(value: Int, digits: Int)] = []
      var month: Int?
      for token in tokens {
        switch token {
        case .number(let value, let digits) where numbers.count < 3:
          numbers.append((value, digits))
        case .word(let word): month = month ?? Tokens.month(word)
        default: break
        }
      }
      let year = numbers.firstIndex { $0.digits == 4 }
      if let month {
        guard let year,
          let day = numbers.indices.first(where: { $0 != year && numbers[$0].value < 32 })
        else { return nil }
        return Day(year: numbers[year].value, month: month, day: numbers[day].value)
      }
      guard numbers.count == 3 else { return nil }
      if year == 0 {
        return Day(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value)
      }
      let century = numbers[2].digits == 2 ? 2_000 : 0
      guard numbers[2].digits == 4 || numbers[2].digits == 2 else { return nil }
      let (first, second) = (numbers[0].value, numbers[1].value)
      let isMonthFirst = second > 12
      return Day(
        year: numbers[2].value + century, month: isMonthFirst ? first : second,
        day: isMonthFirst ? second : first)
    }

    /// 1...12 for the name of a month in English, German, French, Spanish, Italian or Dutch.
    private static func month(_ word: String) -> Int? {
      guard word.utf8.count >= 3 else { return nil }
      let stems: [[String]] = [
        ["jan", "ene", "gen"], ["feb", "fév", "fev"], ["mar", "mär", "maa", "mrt"],
        ["apr", "avr", "abr"], ["may", "mai", "mag", "mei"], ["jun", "juin", "giu"],
        ["jul", "juil", "lug"], ["aug", "aoû", "ago"], ["sep", "set"],
        ["oct", "okt", "ott", "out"],
        ["nov"], ["dec", "dez", "déc", "dic"],
      ]
      return stems.firstIndex { $0.contains { word.hasPrefix($0) } }.map { $0 + 1 }
    }
  }
}
