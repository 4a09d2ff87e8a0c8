/// Streets with their house numbers: "Flat 3, 22 Queen's Road", "4 Mill Lane", "Hauptstraße 12".
struct StreetRecogniser: Recogniser {
  func find(in scan: Scan, into found: inout [Redaction]) {
    var index = 0
    while index < scan.words.count {
      guard let (first, last) = match(scan, index) else {
        index += 1
        continue
      }
      let range = scan.words[first].start..<scan.words[last].end
      found.append(Redaction(range: range, kind: .address, recogniser: "street"))
      index = last + 1
    }
  }

  private func match(_ scan: Scan, _ index: Int) -> (first: Int, last: Int)? {
    if isNumber(scan, index) {
      guard let last = street(scan, from: index + 1) else { return nil }
      return (flat(scan, before: index), last)
    }
    let key = scan.words[index].key
    let isStreet = StreetRecogniser.endings.contains { key.hasSuffix($0) && key != $0 }
    guard isStreet, scan.isCapital(index), isNumber(scan, index + 1), follows(scan, index) else {
      return nil
    }
    return (index, index + 1)
  }

  /// The last word of the one to three names and a word for a street that begin with a word.
  private func street(_ scan: Scan, from first: Int) -> Int? {
    guard scan.words.indices.contains(first), follows(scan, first - 1), scan.isCapital(first),
      !NameWords.others.contains(scan.words[first].key),
      !CueWords.units.contains(scan.words[first].key)
    else { return nil }
    for index in first + 1..<min(first + 4, scan.words.count) {
      guard follows(scan, index - 1), scan.isCapital(index) else { return nil }
      if StreetRecogniser.types.contains(scan.words[index].key) { return index }
    }
    return nil
  }

  /// A house's number: "4", "12a", "12-14".
  private func isNumber(_ scan: Scan, _ index: Int) -> Bool {
    guard scan.words.indices.contains(index) else { return false }
    let word = scan.words[index]
    return (1...6).contains(word.digits) && word.end - word.start <= word.digits + 1
      && scan.kind(word.start) == .digit && !scan.followsCurrency(word.start)
  }

  /// The first word of the flat's or unit's number before a house's, or with the only one.
  private func flat(_ scan: Scan, before index: Int) -> Int {
    func isFlat(_ word: Int) -> Bool {
      word >= 0 && follows(scan, word) && StreetRecogniser.flats.contains(scan.words[word].key)
    }
    if isFlat(index - 1) { return index - 1 }
    let isSecond = isNumber(scan, index - 1) && follows(scan, index - 1) && isFlat(index - 2)
    return isSecond ? index - 2 : index
  }

  /// Whether at most a comma and one space or line feed follow a word.
  private func follows(_ scan: Scan, _ index: Int) -> Bool {
    guard index >= 0, index + 1 < scan.words.count else { return false }
    let gap = scan.bytes[scan.words[index].end..<scan.words[index + 1].start]
    return gap.count == 1 && (gap.first == 0x20 || gap.first == 0x0A)
      || gap.count == 2 && gap.first == UInt8(ascii: ",") && (gap.last == 0x20 || gap.last == 0x0A)
  }

  private static let types: Set<String> = [
    "street", "st", "road", "rd", "lane", "ln", "avenue", "ave", "close", "drive", "way", "court",
    "crescent", "cres", "gardens", "terrace", "place", "row", "hill", "square", "grove", "mews",
    "walk", "parade", "rise", "view", "boulevard", "blvd", "highway", "approach", "quay", "yard",
    "green", "park", "wharf", "bank", "vale", "drove", "gate", "mount", "fields", "croft",
  ]
  private static let flats: Set<String> = ["flat", "apartment", "apt", "unit", "suite", "room"]
  private static let endings = [
    "straße", "strasse", "straat", "gracht", "weg", "laan", "platz", "plein", "allee", "gasse",
  ]
}
