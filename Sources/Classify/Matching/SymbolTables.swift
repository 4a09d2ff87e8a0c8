/// Sets of words that are asked for words, those of a class or those that a choice begins with: a
/// small hash table for each, one behind the other, so that the tables asked most stay near the
/// processor.
struct SymbolTables: Sendable {
  /// The tables; places without a word hold `none`.
  private(set) var entries: [Entry] = []
  /// Where the table of each class stands that has one.
  private var places: [Int: Place] = [:]

  /// A word's number in half as many bytes.
  typealias Entry = UInt16

  /// How many words can be told apart: none has the number of an empty place, which is also what an
  /// unknown word becomes.
  static let largestSymbolCount = Int(Entry.max)

  private static let none = Entry.max

  /// Where a table stands.
  struct Place: Sendable {
    var start: Int32
    /// What leaves of a hash the bits that count.
    var shift: UInt8
  }

  /// The place of a class's table, which is added when it is asked for first.
  mutating func place(of classID: Int, _ classes: SymbolClasses) -> Place {
    if let place = places[classID] { return place }
    let place = add(classes.members[classID])
    places[classID] = place
    return place
  }

  /// Adds a table: at least twice as many places as words, so that few are looked at.
  mutating func add(_ members: [Symbols.Symbol]) -> Place {
    let bitCount = Int.bitWidth - (2 * max(1, members.count) - 1).leadingZeroBitCount
    let place = Place(start: Int32(entries.count), shift: UInt8(UInt32.bitWidth - bitCount))
    entries += repeatElement(SymbolTables.none, count: 1 << bitCount)
    for member in members {
      let symbol = Entry(truncatingIfNeeded: member)
      var index = SymbolTables.first(symbol, place)
      while index < entries.count, entries[index] != SymbolTables.none { index += 1 }
      if index == entries.count {
        entries.append(symbol)
      } else {
        entries[index] = symbol
      }
    }
    // No search runs on into the next table.
    entries.append(SymbolTables.none)
    return place
  }

  /// Whether a word is in the class whose table stands at a place among `entries`.
  @inline(__always)
  static func hold(
    _ symbol: Symbols.Symbol, at place: Place, _ entries: UnsafeBufferPointer<Entry>
  ) -> Bool {
    index(of: symbol, at: place, entries) != nil
  }

  /// Where a word stands among `entries`; nil where it is not in the class.
  @inline(__always)
  static func index(
    of symbol: Symbols.Symbol, at place: Place, _ entries: UnsafeBufferPointer<Entry>
  ) -> Int? {
    let symbol = Entry(truncatingIfNeeded: symbol)
    var index = first(symbol, place)
    while true {
      let entry = entries[index]
      if entry == none { return nil }
      if entry == symbol { return index }
      index &+= 1
    }
  }

  /// Where the search for a word begins.
  @inline(__always)
  private static func first(_ symbol: Entry, _ place: Place) -> Int {
    let hash = UInt32(symbol) &* 0x9E37_79B1
    return Int(place.start) &+ Int(hash &>> UInt32(place.shift))
  }
}
