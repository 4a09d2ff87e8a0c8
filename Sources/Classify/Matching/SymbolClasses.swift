/// Sets of symbols that one place of a pattern accepts, each set kept once.
struct SymbolClasses: Sendable {
  let symbolCount: Int
  /// The symbols of each class, ascending.
  private(set) var members: [[Symbols.Symbol]] = []
  private var classSignatures: [Signature] = []
  /// How often a class is expected to occur, per class; for choosing anchors.
  private(set) var costs: [Double] = []
  /// The classes that automata ask words for, in the order of their columns.
  private var asked: [Int] = []
  /// The column of each class, -1 where no automaton asks for it.
  private var columns: [Int32] = []
  /// One bit a column, `wordsPerSymbol` words a symbol: what the matcher asks of a word stands
  /// together. Empty until sealed.
  private(set) var rows: [UInt64] = []
  private(set) var wordsPerSymbol = 0
  private var known: [[Symbols.Symbol]: Int] = [:]
  /// The class of each symbol alone, -1 where there is none yet.
  private var single: [Int32]
  private var unions: [[Int]: Int] = [:]
  private let frequencies: [Double]
  /// The signature of each symbol.
  private(set) var signatures: [Signature]

  init(symbols: Symbols) {
    symbolCount = symbols.count
    single = [Int32](repeating: -1, count: symbols.count)
    frequencies = (0..<symbols.count).map { index in
      switch Symbols.Symbol(index) {
      case Symbols.number: 20
      case Symbols.money: 3
      default:
        index < symbols.names.count ? CommonWords.frequency(of: symbols.names[index]) : 0.3
      }
    }
    signatures = (0..<symbols.count).map { Signature(bit: $0 % Signature.bitCount) }
  }

  /// The signature of a class's words.
  func signature(of id: Int) -> Signature { classSignatures[id] }

  /// Gives words that stand in the same classes the same bits, and those that occur most bits of
  /// their own, now that most classes are known.
  mutating func shareBits() {
    let byFrequency = frequencies.indices.sorted {
      (frequencies[$1], $0) < (frequencies[$0], $1)
    }
    for (bit, symbol) in byFrequency.prefix(Signature.ownBitCount).enumerated() {
      signatures[symbol] = Signature(bit: bit)
    }
    // Ordered by their largest class, then by the next: a class is a few runs of neighbours.
    var ranks = [[Int]](repeating: [], count: symbolCount)
    let bySize = members.indices.sorted { (members[$1].count, $0) < (members[$0].count, $1) }
    for (rank, id) in bySize.enumerated() where members[id].count > 1 {
      for symbol in members[id] { ranks[Int(symbol)].append(rank) }
    }
    let shared = byFrequency.dropFirst(Signature.ownBitCount).sorted {
      ranks[$0] == ranks[$1] ? $0 < $1 : ranks[$0].lexicographicallyPrecedes(ranks[$1])
    }
    let total = shared.reduce(0) { $0 + frequencies[$1] }
    var seen = 0.0
    for symbol in shared {
      let part = Int(seen / total * Double(Signature.bitCount - Signature.ownBitCount))
      signatures[symbol] = Signature(
        bit: min(Signature.ownBitCount + part, Signature.bitCount - 1))
      seen += frequencies[symbol]
    }
    classSignatures = members.map { members in
      members.reduce(.none) { $0 | signatures[Int($1)] }
    }
  }

  /// Fills `rows`; no column may be added afterwards.
  mutating func seal() {
    wordsPerSymbol = (asked.count + 63) / 64
    rows = [UInt64](repeating: 0, count: wordsPerSymbol * symbolCount)
    for (column, id) in asked.enumerated() {
      for symbol in members[id] {
        rows[Int(symbol) * wordsPerSymbol + column / 64] |= 1 << (UInt64(column) % 64)
      }
    }
  }

  /// The column of `rows` that says which words are in a class.
  mutating func column(of id: Int) -> Int32 {
    if columns.count < members.count {
      columns += repeatElement(-1, count: members.count - columns.count)
    }
    if columns[id] < 0 {
      columns[id] = Int32(asked.count)
      asked.append(id)
    }
    return columns[id]
  }

  /// The class of all symbols of some classes.
  mutating func union(of ids: Set<Int>) -> Int {
    let key = ids.sorted()
    if let id = unions[key] { return id }
    let id = classID(of: key.flatMap { members[$0] })
    unions[key] = id
    return id
  }

  /// The class with exactly these symbols, `unknown` left out.
  mutating func classID(of symbols: [Symbols.Symbol]) -> Int {
    if symbols.count == 1, symbols[0] != Symbols.unknown, single[Int(symbols[0])] >= 0 {
      return Int(single[Int(symbols[0])])
    }
    var sorted: [Symbols.Symbol] = []
    for symbol in symbols.sorted() where symbol != Symbols.unknown && symbol != sorted.last {
      sorted.append(symbol)
    }
    if let id = known[sorted] { return id }
    let id = members.count
    known[sorted] = id
    if sorted.count == 1 { single[Int(sorted[0])] = Int32(id) }
    members.append(sorted)
    classSignatures.append(sorted.reduce(.none) { $0 | signatures[Int($1)] })
    costs.append(sorted.reduce(0.01) { $0 + frequencies[Int($1)] })
    return id
  }
}
