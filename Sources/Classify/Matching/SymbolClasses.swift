/// Sets of symbols that one place of a pattern accepts, each set kept once.
struct SymbolClasses: Sendable {
  let symbolCount: Int
  /// The symbols of each class, ascending.
  private(set) var members: [[Symbols.Symbol]] = []
  private var classSignatures: [Signature] = []
  /// How often a class is expected to occur, per class; for choosing anchors.
  private(set) var costs: [Double] = []
  private var known: [Members: Int] = [:]
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

  /// The class of all symbols of some classes.
  mutating func union(of ids: some Sequence<Int>) -> Int {
    let key = ids.sorted()
    if key.count == 1 { return key[0] }
    if let id = unions[key] { return id }
    let id = classID(of: key.flatMap { members[$0] })
    unions[key] = id
    return id
  }

  /// The class of one symbol, without words where it is `unknown`.
  mutating func classID(of symbol: Symbols.Symbol) -> Int {
    guard symbol != Symbols.unknown, single[Int(symbol)] >= 0 else { return classID(of: [symbol]) }
    return Int(single[Int(symbol)])
  }

  /// The class with exactly these symbols, `unknown` left out.
  mutating func classID(of symbols: [Symbols.Symbol]) -> Int {
    var sorted = symbols.sorted()
    var last = Symbols.unknown
    sorted.removeAll { symbol in
      defer { last = symbol }
      return symbol == last
    }
    let key = Members(sorted)
    if let id = known[key] { return id }
    let id = members.count
    known[key] = id
    if sorted.count == 1 { single[Int(sorted[0])] = Int32(id) }
    members.append(sorted)
    classSignatures.append(sorted.reduce(.none) { $0 | signatures[Int($1)] })
    costs.append(sorted.reduce(0.01) { $0 + frequencies[Int($1)] })
    return id
  }

  /// The symbols of a class, hashed once.
  private struct Members: Hashable {
    private let hash: Int
    private let symbols: [Symbols.Symbol]

    init(_ symbols: [Symbols.Symbol]) {
      self.symbols = symbols
      hash = symbols.reduce(0) { ($0 ^ Int($1)) &* 0x2545_F491_4F6C_DD1D }
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
  }
}
