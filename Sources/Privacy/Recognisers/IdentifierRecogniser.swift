/// Numbers of orders, accounts, cases, bookings and the like: a token with at least four digits
/// behind a word that names such a number.
struct IdentifierRecogniser: Recogniser {
  func find(in scan: Scan, into found: inout [Redaction]) {
    var previous = -9
    for (index, word) in scan.words.enumerated() {
      let continues = continuesList(scan, previous: previous, index)
      guard word.digits >= 4 || (continues == .same && word.digits >= 3),
        !isAmount(scan, index), !isDate(scan, word)
      else { continue }
      guard
        continues != .no || scan.cue(before: word.start) == .identifier || isNumbered(scan, word)
      else { continue }
      if word.end - word.start == 4, word.digits == 4, isYear(scan, index) { continue }
      previous = index
      found.append(
        Redaction(range: word.start..<word.end, kind: .identifier, recogniser: "identifier-cue"))
    }
    joinNeighbours(scan, &found)
  }

  /// "CAS-20417": one to four capitals, a hyphen and at least five digits need no cue.
  private func isNumbered(_ scan: Scan, _ word: Scan.Word) -> Bool {
    let parts = scan.bytes[word.start..<word.end].split(separator: UInt8(ascii: "-"))
    return parts.count == 2 && parts[0].count <= 4 && parts[1].count >= 5
      && parts[0].allSatisfy { (0x41...0x5A).contains($0) }
      && parts[1].allSatisfy { (0x30...0x39).contains($0) }
  }

  private enum Continuation {
    case no, list, same
  }

  /// "1234567 and 1234568" are two numbers, "1234 567" is one.
  private func continuesList(_ scan: Scan, previous: Int, _ index: Int) -> Continuation {
    guard previous >= 0 else { return .no }
    // An order's number and a telephone's are seldom of one length.
    let isAlike = scan.words[previous].digits == scan.words[index].digits
    if previous == index - 1 {
      let gap = scan.words[previous].end..<scan.words[index].start
      if gap.count == 1, scan.bytes[gap.lowerBound] == 0x20 {
        let pure = [scan.words[previous], scan.words[index]].allSatisfy {
          $0.key.utf8.allSatisfy { $0 < 0x3A }
        }
        return pure ? .same : .no
      }
      return isAlike && gap.count == 2 && scan.bytes[gap.lowerBound] == UInt8(ascii: ",")
        ? .list : .no
    }
    let key = scan.words[index - 1].key
    return isAlike && previous == index - 2 && (key == "and" || key == "or") ? .list : .no
  }

  private func isAmount(_ scan: Scan, _ index: Int) -> Bool {
    let word = scan.words[index]
    if scan.followsCurrency(word.start) { return true }
    for (mark, digit) in [(word.end, word.end + 1), (word.start - 1, word.start - 2)] {
      let isPoint = scan.byte(mark) == UInt8(ascii: ".") || scan.byte(mark) == UInt8(ascii: ",")
      if isPoint, scan.kind(digit) == .digit { return true }
    }
    return index + 1 < scan.words.count && CueWords.units.contains(scan.words[index + 1].key)
  }

  /// Whether a four-digit token reads as a year, which only "number" or "#" before it denies.
  private func isYear(_ scan: Scan, _ index: Int) -> Bool {
    let word = scan.words[index]
    guard word.key.hasPrefix("19") || word.key.hasPrefix("20") else { return false }
    if scan.byte(word.start - 1) == UInt8(ascii: "#") { return false }
    return index == 0 || !["number", "no", "nr", "id", "ref"].contains(scan.words[index - 1].key)
  }

  private func isDate(_ scan: Scan, _ word: Scan.Word) -> Bool {
    let parts = word.key.split(whereSeparator: { $0 == "-" || $0 == "/" })
    guard parts.count == 3, word.digits >= 4, word.digits <= 8 else { return false }
    guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
      return false
    }
    let counts = parts.map(\.utf8.count)
    let values = parts.map { Int($0) ?? 0 }
    let years = 1900...2100
    if counts[0] == 4 { return years.contains(values[0]) && values[1] <= 12 && values[2] <= 31 }
    // "12-34-56" is a bank's sort code.
    return max(values[0], values[1]) <= 31 && (1...12).contains(min(values[0], values[1]))
      && (counts[2] == 2 || years.contains(values[2]))
  }

  private func joinNeighbours(_ scan: Scan, _ found: inout [Redaction]) {
    var joined: [Redaction] = []
    for next in found {
      if let last = joined.last, last.kind == .identifier, next.kind == .identifier,
        next.range.lowerBound == last.range.upperBound + 1,
        scan.byte(last.range.upperBound) == 0x20
      {
        joined[joined.count - 1] = Redaction(
          range: last.range.lowerBound..<next.range.upperBound, kind: .identifier,
          recogniser: next.recogniser)
      } else {
        joined.append(next)
      }
    }
    found = joined
  }
}
