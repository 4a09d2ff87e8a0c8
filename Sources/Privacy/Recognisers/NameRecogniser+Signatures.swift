extension NameRecogniser {
  /// The last word of a common given name and the capitalised words behind it.
  func listed(_ scan: Scan, _ index: Int) -> Int? {
    let key = NameRecogniser.stem(scan.words[index].key)
    guard GivenNames.all.contains(key), scan.isCapital(index) else { return nil }
    var last = index
    while last - index < 3, touches(scan, last), isNameWord(scan, last + 1) { last += 1 }
    guard last > index else { return last }
    return GivenNames.companies.contains("\(key) \(scan.words[index + 1].key)") ? nil : last
  }

  /// Names that stand alone on a line where letters are signed: the first words with their last.
  ///
  /// Such a line begins a short paragraph that ends the text, or after which an older letter is
  /// quoted.
  func signatures(_ scan: Scan) -> [Int: Int] {
    let paragraphs = scan.paragraphs
    var signed: [Int: Int] = [:]
    for (index, lines) in paragraphs.enumerated() where index > 0 && lines.count <= 6 {
      let next = index + 1 < paragraphs.count ? paragraphs[index + 1].first : nil
      guard next.map({ isQuote(scan, $0) }) ?? true,
        let line = lines.first(where: { !isRule(scan, $0) }),
        let (first, last) = name(scan, on: line)
      else { continue }
      signed[first] = last
    }
    if let (first, last) = ending(scan) { signed[first] = last }
    return signed
  }

  /// Whether a line introduces what was quoted.
  private func isQuote(_ scan: Scan, _ line: Range<Int>) -> Bool {
    let start = scan.bytes[line].prefix(5)
    return ["On ", "From:", ">", "--", "Sent "].contains { start.starts(with: $0.utf8) }
  }

  private func isRule(_ scan: Scan, _ line: Range<Int>) -> Bool {
    scan.bytes[line].allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
  }

  /// The one to four words of a name that fill a line, or its beginning up to a comma, a bracket
  /// or a bar: "D. Fairley, Hull", "Elsie Thwaite (Miss)".
  private func name(_ scan: Scan, on line: Range<Int>) -> (first: Int, last: Int)? {
    let mark = line.first { ",(|".utf8.contains(scan.bytes[$0]) } ?? line.upperBound
    guard mark - line.lowerBound <= 48, line.upperBound - mark <= 48 else { return nil }
    let first = scan.wordCount(before: line.lowerBound)
    var last = first
    while last < scan.words.count, scan.words[last].start < mark { last += 1 }
    guard (1...4).contains(last - first) else { return nil }
    let isName = (first..<last).allSatisfy {
      isNameWord(scan, $0) || ($0 > first && NameWords.particles.contains(scan.words[$0].key))
    }
    let isPlain = (line.lowerBound..<mark).allSatisfy { index in
      scan.classes[index] != .other || " '.-".utf8.contains(scan.bytes[index])
        || scan.bytes[index] >= 0x80
    }
    let final = scan.words[last - 1]
    let isSentence =
      scan.byte(line.upperBound - 1) == UInt8(ascii: ".")
      && final.end - final.start > 1
    return isName && isPlain && !isSentence ? (first, last - 1) : nil
  }

  /// The name that ends a text right behind its last sentence: "What now? Malik".
  func ending(_ scan: Scan) -> (first: Int, last: Int)? {
    guard let last = scan.words.indices.last, isNameWord(scan, last),
      scan.words[last].end - scan.words[last].start >= 3,
      scan.bytes[scan.words[last].end...].allSatisfy({ $0 <= 0x20 })
    else { return nil }
    let first = last > 0 && touches(scan, last - 1) && isNameWord(scan, last - 1) ? last - 1 : last
    let start = scan.words[first].start
    guard scan.byte(start - 1) == 0x20, ".?!".utf8.contains(scan.byte(start - 2)) else {
      return nil
    }
    return (first, last)
  }
}
