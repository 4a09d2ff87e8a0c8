/// People's names: given ones, and capitalised words behind a greeting, a title, a closing or
/// words such as "my name is" and "spoke to"; a name found once is found in all the text.
struct NameRecogniser: Recogniser {
  private let given: Set<String>

  init(given names: [String]) {
    var parts: Set<String> = []
    for name in names {
      let scan = Scan(name)
      for word in scan.words
      where scan.byte(word.end) != UInt8(ascii: "@")
        && scan.byte(word.start - 1) != UInt8(ascii: "@")
        && scan.byte(word.start - 1) != UInt8(ascii: ".")
      {
        if NameRecogniser.isPart(word) { parts.insert(word.key) }
      }
    }
    given = parts
  }

  func find(in scan: Scan, into found: inout [Redaction]) {
    var parts = given
    for index in scan.words.indices {
      guard let (first, last, cue) = name(scan, index) else { continue }
      let range = scan.words[first].start..<nameEnd(scan, last)
      found.append(Redaction(range: range, kind: .name, recogniser: "name-\(cue)"))
      for word in scan.words[first...last] where NameRecogniser.isPart(word) {
        parts.insert(NameRecogniser.stem(word.key))
      }
    }
    guard !parts.isEmpty else { return }
    var index = 0
    while index < scan.words.count {
      let first = index
      while index < scan.words.count, isMention(scan, index, parts),
        index == first || touches(scan, index - 1)
      {
        index += 1
      }
      if index > first {
        let range = scan.words[first].start..<nameEnd(scan, index - 1)
        let ambiguous = NameWords.ambiguous.contains(scan.words[first].key)
        if index - first > 1 || (isCapital(scan, first) && !ambiguous) {
          found.append(Redaction(range: range, kind: .name, recogniser: "name-known"))
        }
      } else {
        index += 1
      }
    }
  }

  private static func isPart(_ word: Scan.Word) -> Bool {
    word.digits == 0 && word.key.utf8.count >= 3 && !NameWords.others.contains(word.key)
      && !NameWords.particles.contains(word.key)
  }

  /// A key without a possessive "'s".
  private static func stem(_ key: String) -> String {
    if key.hasSuffix("'s") { return String(key.dropLast(2)) }
    return key.hasSuffix("’s") ? String(key.dropLast(2)) : key
  }

  private func isMention(_ scan: Scan, _ index: Int, _ parts: Set<String>) -> Bool {
    let key = scan.words[index].key
    return parts.contains(key) || parts.contains(NameRecogniser.stem(key))
  }

  private func name(_ scan: Scan, _ index: Int) -> (first: Int, last: Int, cue: String)? {
    if let first = sender(scan, before: index) { return (first, index, "address") }
    guard let (first, cue) = start(scan, index), let last = run(scan, from: first, cue) else {
      return nil
    }
    return (first, last, cue)
  }

  /// The first word of a name that a word cues, and the cue's name.
  private func start(_ scan: Scan, _ index: Int) -> (Int, String)? {
    let key = scan.words[index].key
    func before(_ steps: Int) -> String { index >= steps ? scan.words[index - steps].key : "" }
    if NameWords.titles.contains(key), isCapital(scan, index) { return (index + 1, "title") }
    if NameWords.greetings.contains(key) { return (index + 1, "greeting") }
    if key == "you" && before(1) == "thank" { return (index + 1, "closing") }
    if NameWords.closings.contains(key) { return (index + 1, "closing") }
    if (key == "is" && before(1) == "name") || (key == "name's" && before(1) == "my") {
      return (index + 1, "said")
    }
    if (key == "to" || key == "with") && NameWords.contacts.contains(before(1)) {
      return (index + 1, "contact")
    }
    if key == "named" || (key == "called" && NameWords.people.contains(before(1))) {
      return (index + 1, "called")
    }
    return nil
  }
}
