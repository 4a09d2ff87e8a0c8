/// Sets of symbols that one place of a pattern accepts, each set kept once.
struct SymbolClasses: Sendable {
  let symbolCount: Int
  /// The symbols of each class, ascending.
  private(set) var members: [[Symbols.Symbol]] = []
  /// How often a class is expected to occur, per class; for choosing anchors.
  private(set) var costs: [Double] = []
  /// One bit a symbol, `wordsPerClass` words a class.
  private(set) var bits: [UInt64] = []
  let wordsPerClass: Int
  private var known: [[Symbols.Symbol]: Int] = [:]
  private let frequencies: [Double]

  init(symbols: Symbols) {
    symbolCount = symbols.count
    wordsPerClass = (symbols.count + 63) / 64
    frequencies = (0..<symbols.count).map { index in
      switch Symbols.Symbol(index) {
      case Symbols.number: 12
      case Symbols.money: 3
      default:
        index < symbols.names.count ? CommonWords.frequency(of: symbols.names[index]) : 0.5
      }
    }
  }

  /// The class with exactly these symbols, `unknown` left out.
  mutating func classID(of symbols: [Symbols.Symbol]) -> Int {
    var sorted: [Symbols.Symbol] = []
    for symbol in symbols.sorted() where symbol != Symbols.unknown && symbol != sorted.last {
      sorted.append(symbol)
    }
    if let id = known[sorted] { return id }
    let id = members.count
    known[sorted] = id
    members.append(sorted)
    costs.append(sorted.reduce(0.01) { $0 + frequencies[Int($1)] })
    var row = [UInt64](repeating: 0, count: wordsPerClass)
    for symbol in sorted { row[Int(symbol) / 64] |= 1 << (UInt64(symbol) % 64) }
    bits += row
    return id
  }
}

/// Rough frequencies of common English words, in tokens per thousand, so that patterns are filed
/// under their rarest word. Wrong figures cost time, never matches.
enum CommonWords {
  static func frequency(of word: String) -> Double { table[word] ?? 0.3 }

  private static let table: [String: Double] = {
    var table: [String: Double] = [:]
    let ranks: [(Double, String)] = [
      (45, "the i to and a not"), (22, "it of my is in was for that have with they on me"),
      (10, "you this be had but are so as from at we no been would an or do did by"),
      (6, "has were will there he she all them if when their what your one about after who him"),
      (
        3,
        """
        up out can time get got told said am any just could only then now her his even because very
        service customer account phone never call called back us our which day days again company
        still how more than other over into some bank money new two
        """
      ),
      (
        1.2,
        """
        week weeks months month hours hour years year email order car first same work good see go
        went going want make made take took asked ask ever every being here where why before until
        while also does people way bad need card pay paid another problem next last said nothing
        something anything off down long help without through too much most many well like give
        gave given put tell know thing times number once
        """
      ),
    ]
    for (frequency, words) in ranks {
      for word in words.split(whereSeparator: \.isWhitespace) { table[String(word)] = frequency }
    }
    return table
  }()
}
