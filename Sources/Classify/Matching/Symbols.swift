/// The words that some rule uses, each with a number; all other words are `unknown`.
///
/// Immutable once built. A written form can stand for several words ("didn't" is did + not); a word
/// that only a prefix pattern knows is numbered as that prefix.
final class Symbols: Sendable {
  /// The number of a word.
  typealias Symbol = Int32

  static let unknown: Symbol = -1
  /// Digits that no rule names.
  static let number: Symbol = 0
  /// An amount with its currency sign.
  static let money: Symbol = 1

  /// Words by number; the first two are not words.
  let names: [String]
  /// Prefixes by number, for numbers from `names.count` on.
  let prefixes: [String]
  /// How many numbers there are.
  var count: Int { names.count + prefixes.count }

  private let slots: [Int32]
  private let mask: UInt32
  private let entries: [Entry]
  private let pool: [UInt8]
  private let expansions: [Symbol]
  private let prefixTable: [UInt32: [Int32]]
  private let prefixFilter: [Bool]
  private let longestPrefix: Int

  private struct Entry {
    var hash: UInt32
    var start: Int32
    var length: Int32
    var expansionStart: Int32
    var expansionCount: Int32
  }

  /// Numbers the words and prefixes in the order of their letters.
  init(words: Set<String>, prefixes: Set<String>) {
    let sortedWords = words.sorted()
    names = ["<number>", "<money>"] + sortedWords
    var numbers: [String: Symbol] = [:]
    for (index, word) in sortedWords.enumerated() { numbers[word] = Symbol(index + 2) }

    var written: [String: [String]] = Wording.contractions
    for word in sortedWords where written[word] == nil { written[word] = [word] }

    let sortedPrefixes = prefixes.sorted()
    self.prefixes = sortedPrefixes
    // "shouldn't" holds a word that "shou*" knows.
    func prefixNumber(of word: String) -> Symbol {
      let index = sortedPrefixes.lastIndex { word.utf8.starts(with: $0.utf8) }
      return index.map { Symbol(sortedWords.count + 2 + $0) } ?? Symbols.unknown
    }
    var pool: [UInt8] = []
    var entries: [Entry] = []
    var expansions: [Symbol] = []
    for form in written.keys.sorted() {
      guard let words = written[form] else { continue }
      let letters = Array(form.utf8)
      entries.append(
        Entry(
          hash: Symbols.hash(letters), start: Int32(pool.count), length: Int32(letters.count),
          expansionStart: Int32(expansions.count), expansionCount: Int32(words.count)))
      pool += letters
      expansions += words.map { numbers[$0] ?? prefixNumber(of: $0) }
    }
    var size = 64
    while size < entries.count * 3 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    for (index, entry) in entries.enumerated() {
      var slot = Int(entry.hash) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(index)
    }
    self.slots = slots
    mask = UInt32(size - 1)
    self.entries = entries
    self.pool = pool
    self.expansions = expansions

    var table: [UInt32: [Int32]] = [:]
    var filter = [Bool](repeating: false, count: 65_536)
    for (index, prefix) in self.prefixes.enumerated() {
      let letters = Array(prefix.utf8)
      table[Symbols.hash(letters), default: []].append(Int32(index))
      filter[Int(Symbols.hash(Array(letters.prefix(4))) & 65_535)] = true
    }
    prefixTable = table
    prefixFilter = filter
    longestPrefix = self.prefixes.map(\.utf8.count).max() ?? 0
  }

  /// The number of a normalised word; `unknown` when no rule uses it.
  func symbol(of word: String) -> Symbol {
    let letters = Array(word.utf8)
    let found = lookUp(letters.span)
    return found.count == 1 ? expansions[Int(found.start)] : Symbols.unknown
  }

  /// The number of a normalised word, or of the longest prefix it begins with.
  func symbolOrPrefix(of word: String) -> Symbol {
    let letters = Array(word.utf8)
    let found = lookUp(letters.span)
    return found.count == 1 ? expansions[Int(found.start)] : prefixSymbol(of: letters.span)
  }

  /// The numbers a written, folded form stands for: count 0 when it is not in the table.
  func lookUp(_ letters: Span<UInt8>) -> (start: Int32, count: Int32) {
    let hash = Symbols.hash(letters)
    var slot = hash & mask
    while true {
      let index = slots[Int(slot)]
      if index < 0 { return (0, 0) }
      let entry = entries[Int(index)]
      if entry.hash == hash, Int(entry.length) == letters.count {
        var same = true
        for i in letters.indices where pool[Int(entry.start) + i] != letters[i] {
          same = false
          break
        }
        if same { return (entry.expansionStart, entry.expansionCount) }
      }
      slot = (slot + 1) & mask
    }
  }

  /// As `lookUp` of a word of ASCII letters as it stands in a text, with the hash of its folded
  /// letters.
  func lookUp(
    _ text: Span<UInt8>, _ at: Int, _ length: Int, _ hash: UInt32
  ) -> (start: Int32, count: Int32) {
    var slot = hash & mask
    while true {
      let index = slots[Int(slot)]
      if index < 0 { return (0, 0) }
      let entry = entries[Int(index)]
      if entry.hash == hash, Int(entry.length) == length {
        var offset = 0
        while offset < length, pool[Int(entry.start) + offset] == text[at + offset] | 32 {
          offset += 1
        }
        if offset == length { return (entry.expansionStart, entry.expansionCount) }
      }
      slot = (slot + 1) & mask
    }
  }

  /// Whether a word whose first four letters have this hash may begin with a known prefix.
  func mayHavePrefix(_ hash: UInt32) -> Bool {
    longestPrefix >= 4 && prefixFilter[Int(hash & 65_535)]
  }

  /// One number of an expansion.
  func expansion(at index: Int32) -> Symbol { expansions[Int(index)] }

  /// The number of the longest prefix pattern that a word begins with; `unknown` without one.
  func prefixSymbol(of letters: Span<UInt8>) -> Symbol {
    guard letters.count >= 4, longestPrefix >= 4 else { return Symbols.unknown }
    var hash = Symbols.hashStart
    var found = Symbols.unknown
    for i in 0..<min(letters.count, longestPrefix) {
      hash = Symbols.step(hash, letters[i])
      if i == 3, !prefixFilter[Int(hash & 65_535)] { return Symbols.unknown }
      if i >= 3, let candidates = prefixTable[hash] {
        for candidate in candidates where matches(prefixes[Int(candidate)], letters, i + 1) {
          found = Symbol(names.count) + candidate
        }
      }
    }
    return found
  }

  private func matches(_ prefix: String, _ letters: Span<UInt8>, _ length: Int) -> Bool {
    guard prefix.utf8.count == length else { return false }
    var i = 0
    for byte in prefix.utf8 {
      if letters[i] != byte { return false }
      i += 1
    }
    return true
  }

  static let hashStart: UInt32 = 2_166_136_261

  @inline(__always)
  static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 16_777_619
  }

  private static func hash(_ letters: [UInt8]) -> UInt32 {
    letters.reduce(hashStart) { step($0, $1) }
  }

  private static func hash(_ letters: Span<UInt8>) -> UInt32 {
    var hash = hashStart
    for i in letters.indices { hash = step(hash, letters[i]) }
    return hash
  }
}
