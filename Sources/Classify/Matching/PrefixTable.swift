/// The prefixes that patterns ask for, found by the letters of a word.
struct PrefixTable {
  private let symbols: [[UInt8]: Symbols.Symbol]
  /// One bit for each hash of four first letters, which every prefix has.
  private var filter = [UInt64](repeating: 0, count: 1024)
  private let longest: Int

  /// Numbers prefixes from `firstSymbol` on.
  init(_ prefixes: [String], firstSymbol: Symbols.Symbol) {
    var symbols: [[UInt8]: Symbols.Symbol] = [:]
    for (index, prefix) in prefixes.enumerated() {
      let letters = Array(prefix.utf8)
      symbols[letters] = firstSymbol + Symbols.Symbol(index)
      let slot = Self.slot(letters.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) })
      filter[slot / 64] |= 1 << UInt64(slot % 64)
    }
    self.symbols = symbols
    longest = symbols.keys.map(\.count).max() ?? 0
  }

  /// Whether some prefix may begin with four letters, the first one lowest.
  @inline(__always)
  func mayHold(_ beginning: UInt32) -> Bool {
    let slot = Self.slot(beginning)
    return filter[slot / 64] & 1 << UInt64(slot % 64) != 0
  }

  @inline(__always)
  private static func slot(_ beginning: UInt32) -> Int {
    Int((beginning &* 2_654_435_769) >> 16)
  }

  /// The number of the longest prefix that a word begins with; `unknown` without one.
  func symbol(of letters: Span<UInt8>) -> Symbols.Symbol {
    guard letters.count >= 4, longest >= 4 else { return Symbols.unknown }
    let beginning = (0..<4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32(letters[$1]) }
    guard mayHold(beginning) else { return Symbols.unknown }
    var start = letters.extracting(first: min(letters.count, longest))
      .withUnsafeBufferPointer(Array.init)
    while start.count >= 4 {
      if let symbol = symbols[start] { return symbol }
      start.removeLast()
    }
    return Symbols.unknown
  }
}
