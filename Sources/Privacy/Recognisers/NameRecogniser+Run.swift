extension NameRecogniser {
  /// The last word of the name that begins with a word; at most five words.
  func run(_ scan: Scan, from first: Int, _ cue: String) -> Int? {
    guard scan.words.indices.contains(first), isNameWord(scan, first) else { return nil }
    let gap = scan.words[first - 1].end..<scan.words[first].start
    guard gap.count <= 8 else { return nil }
    if cue == "closing", NameWords.weakClosings.contains(scan.words[first - 1].key) {
      guard scan.bytes[gap].contains(where: { $0 == 0x0A || $0 == UInt8(ascii: ",") }) else {
        return nil
      }
    }
    if cue != "closing" {
      guard !scan.bytes[gap].contains(0x0A), cue == "title" || !scan.breaks(after: first - 1) else {
        return nil
      }
    }
    var last = first
    var index = first
    while index + 1 < scan.words.count, index - first < 4, touches(scan, index) {
      index += 1
      if isNameWord(scan, index) {
        last = index
      } else if !NameWords.particles.contains(scan.words[index].key) {
        if cue == "closing" { return nil }
        break
      }
    }
    return last
  }

  func isNameWord(_ scan: Scan, _ index: Int) -> Bool {
    let word = scan.words[index]
    return word.digits == 0 && scan.isCapital(index) && !NameWords.others.contains(word.key)
      && !kept.contains(NameRecogniser.stem(word.key))
  }

  /// Whether only a space, or a full stop and a space behind an initial, follows a word.
  func touches(_ scan: Scan, _ index: Int) -> Bool {
    guard index + 1 < scan.words.count else { return false }
    let word = scan.words[index]
    let gap = scan.words[index + 1].start - word.end
    if gap == 1 { return scan.byte(word.end) == 0x20 }
    return gap == 2 && word.end - word.start == 1 && scan.byte(word.end) == UInt8(ascii: ".")
      && scan.byte(word.end + 1) == 0x20
  }

  /// The first word of a name that ends with a word and stands before an address: "Ana Ruiz <a@b>".
  func sender(_ scan: Scan, before index: Int) -> Int? {
    var mark = scan.words[index].end
    if scan.byte(mark) == UInt8(ascii: "\"") { mark += 1 }
    guard scan.byte(mark) == 0x20, scan.byte(mark + 1) == UInt8(ascii: "<"),
      isNameWord(scan, index)
    else { return nil }
    let ahead = scan.bytes[(mark + 2)..<min(mark + 66, scan.bytes.count)]
    guard ahead.prefix(while: { $0 != 0x20 && $0 != 0x0A }).contains(UInt8(ascii: "@")) else {
      return nil
    }
    var first = index
    while first > 0, index - first < 4, touches(scan, first - 1), isNameWord(scan, first - 1) {
      first -= 1
    }
    return first
  }

  /// Where a name's last word ends, without a possessive "'s".
  func nameEnd(_ scan: Scan, _ index: Int) -> Int {
    let word = scan.words[index]
    guard word.end - word.start > 4, scan.byte(word.end - 1) | 0x20 == UInt8(ascii: "s") else {
      return word.end
    }
    if scan.byte(word.end - 2) == UInt8(ascii: "'") { return word.end - 2 }
    let isCurled =
      scan.byte(word.end - 4) == 0xE2 && scan.byte(word.end - 3) == 0x80
      && scan.byte(word.end - 2) == 0x99
    return isCurled ? word.end - 4 : word.end
  }
}
