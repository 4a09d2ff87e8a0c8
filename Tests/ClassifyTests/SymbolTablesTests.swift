import Support
import Testing

@testable import Classify

struct SymbolTablesTests {
  @Test func tablesHoldTheirWordsAndNoOthers() {
    var generator = SeededGenerator(seed: 11)
    var tables = SymbolTables()
    var classes: [(place: SymbolTables.Place, members: Set<Symbols.Symbol>)] = []
    // Also classes of no word, as of patterns that were refused.
    for count in [0, 1, 2, 3, 4, 5, 16, 17, 200, 0, 1_000, 7] {
      let members = Set((0..<count).map { _ in Int32.random(in: 0..<3_000, using: &generator) })
      classes.append((tables.add(members.sorted()), members))
    }
    tables.entries.withUnsafeBufferPointer { entries in
      for (place, members) in classes {
        for symbol in Int32(-1)..<3_000 {
          #expect(
            SymbolTables.hold(symbol, at: place, entries) == members.contains(symbol))
        }
      }
    }
  }
}
