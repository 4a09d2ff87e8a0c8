/// Which words are in which class: a small hash table for each class that is asked for words, one
/// behind the other, so that the tables of the classes asked most stay near the processor.
struct SymbolTables: Sendable {
  /// The tables; places without a word hold `none`.
  let entries = Storage<Symbols.Symbol>()

  private static let none = Symbols.Symbol.min

  /// Where the table of a class stands.
  struct Place: Sendable {
    var start: Int32
    /// What leaves of a hash the bits that count.
    var shift: UInt16
  }

  /// Adds the table of a class: at least twice as many places as words, so that few are looked at.
  func add(_ members: [Symbols.Symbol]) -> Place {
    let bitCount = Int.bitWidth - (2 * max(1, members.count) - 1).leadingZeroBitCount
    let place = Place(start: Int32(entries.count), shift: UInt16(UInt32.bitWidth - bitCount))
    entries.resize(to: entries.count + 1 << bitCount, SymbolTables.none)
    for symbol in members {
      var index = SymbolTables.first(symbol, place)
      while index < entries.count, entries.start[index] != SymbolTables.none { index += 1 }
      if index == entries.count {
        entries.append(symbol)
      } else {
        entries.start[index] = symbol
      }
    }
    // No search runs on into the next table.
    entries.append(SymbolTables.none)
    return place
  }

  /// Whether a word is in the class whose table stands at a place. `entries` are this type's own,
  /// and every table ends with an empty place: indexes are not checked.
  @inline(__always)
  static func hold(
    _ symbol: Symbols.Symbol, at place: Place, _ entries: UnsafePointer<Symbols.Symbol>
  ) -> Bool {
    var index = first(symbol, place)
    while true {
      let entry = entries[index]
      if entry == symbol { return true }
      if entry == none { return false }
      index &+= 1
    }
  }

  /// Where the search for a word begins.
  @inline(__always)
  private static func first(_ symbol: Symbols.Symbol, _ place: Place) -> Int {
    let hash = UInt32(bitPattern: symbol) &* 0x9E37_79B1
    return Int(place.start) &+ Int(hash &>> UInt32(place.shift))
  }
}
