/// People's names: given ones, and capitalised words behind a greeting, a title, a closing or
/// words such as "my name is" and "spoke to", signatures, and common given names with what follows
/// them; a name found once is found in all the text.
struct NameRecogniser: Recogniser {
  private let given: Set<String>
  let kept: Set<String>

  init(given names: [String], keeping: [String]) {
    kept = Set(keeping.flatMap { Scan($0).words.map(\.key) }).subtracting(GivenNames.all)
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
    given = parts.subtracting(kept)
  }

  func find(in scan: Scan, into found: inout [Redaction]) {
    var parts = given
    let signed = signatures(scan)
    for index in scan.words.indices {
      let signature = signed[index].map { (index, $0, "signature") }
      guard let (first, last, cue) = signature ?? name(scan, index) else { continue }
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
        // A surname mostly follows what is known.
        while index - first < 4, scan.isCapital(first), touches(scan, index - 1),
          isNameWord(scan, index)
        {
          index += 1
        }
        let range = scan.words[first].start..<nameEnd(scan, index - 1)
        let ambiguous = NameWords.ambiguous.contains(scan.words[first].key)
        if index - first > 1 || (scan.isCapital(first) && !ambiguous) {
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
  static func stem(_ key: String) -> String {
    if key.hasSuffix("'s") { return String(key.dropLast(2)) }
    return key.hasSuffix("’s") ? String(key.dropLast(2)) : key
  }

  private func isMention(_ scan: Scan, _ index: Int, _ parts: Set<String>) -> Bool {
    let key = scan.words[index].key
    return parts.contains(key) || parts.contains(NameRecogniser.stem(key))
  }

  private func name(_ scan: Scan, _ index: Int) -> (first: Int, last: Int, cue: String)? {
    if let first = sender(scan, before: index) { return (first, index, "address") }
    if let (first, cue) = start(scan, index), let last = run(scan, from: first, cue) {
      return (first, last, cue)
    }
    return listed(scan, index).map { (index, $0, "list") }
  }

  /// The first word of a name that a word cues, and the cue's name.
  private func start(_ scan: Scan, _ index: Int) -> (Int, String)? {
    let key = scan.words[index].key
    func before(_ steps: Int) -> String { index >= steps ? scan.words[index - steps].key : "" }
    if NameWords.titles.contains(key), scan.isCapital(index) { return (index + 1, "title") }
    // "Hello, Four times I rang": behind a comma stands whatever the letter begins with.
    if NameWords.greetings.contains(key), scan.byte(scan.words[index].end) == 0x20 {
      return (index + 1, "greeting")
    }
    if ["from", "to", "cc"].contains(key), scan.byte(scan.words[index].end) == UInt8(ascii: ":") {
      return (index + 1, "header")
    }
    if key == "you" && before(1) == "thank" { return (index + 1, "closing") }
    if NameWords.closings.contains(key) { return (index + 1, "closing") }
    if ((key == "is" || key == "was") && before(1) == "name")
      || (key == "said" && before(1) == "badge")
      || (key == "name's" && before(1) == "my")
    {
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
