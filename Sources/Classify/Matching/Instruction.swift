/// A step of a compiled pattern: it turns the places reached so far into those reached behind it.
struct Instruction: Sendable {
  enum Operation: UInt8, Sendable {
    /// The token's symbol is one of the four in `words`.
    case few
    /// The token's symbol is in the class whose table stands at `x`.
    case symbols
    /// Nothing but the gap.
    case skip
    /// Go on as the token's symbol says in the table of first words that stands at `x`.
    case choose
    /// Go on at each of the branches from `x` on, then behind this step.
    case fork
    /// A way of a fork begins at `x`.
    case branch
    /// The sentence starts here.
    case start
    /// The sentence ends here with a question mark.
    case question
  }
  /// The words that the step can begin with: as a folded signature, or a few as `SymbolTables`
  /// holds them.
  var words: UInt64
  var x: Int32
  /// What the table is asked with.
  private var shift: UInt8
  var operation: Operation
  /// Whether a run or a branch, or the branches of a fork, end with this step.
  var isLast = false
  /// What stands between the step before and this one.
  var gap = Gap()

  /// From so many to so many words, whatever they are.
  struct Gap: Equatable, Sendable {
    private var bounds: UInt8 = 0

    init() {}

    /// - Parameter words: at most `Pattern.longestGap`.
    init(_ words: ClosedRange<Int>) { bounds = UInt8(words.lowerBound | words.upperBound << 4) }

    @inline(__always)
    var isNone: Bool { bounds == 0 }

    @inline(__always)
    var fewest: Int { Int(bounds & 15) }

    @inline(__always)
    var most: Int { Int(bounds >> 4) }
  }

  init(words: UInt64 = Signature.always.folded, x: Int32 = 0, operation: Operation) {
    self.words = words
    self.x = x
    shift = 0
    self.operation = operation
  }

  /// How many words a step of `few` holds.
  static let fewCount = 4

  /// A step that asks whether a word is one of one to four.
  init(few symbols: [Symbols.Symbol]) {
    var words: UInt64 = 0
    for place in 0..<Self.fewCount {
      let symbol = SymbolTables.Entry(truncatingIfNeeded: symbols[min(place, symbols.count - 1)])
      words = words << 16 | UInt64(symbol)
    }
    self.init(words: words, operation: .few)
  }

  /// Whether a word is one of the few in `words`: all four are compared at once, and a difference
  /// of nothing carries into its highest bit.
  @inline(__always)
  func holds(_ symbol: Symbols.Symbol) -> Bool {
    let ones: UInt64 = 0x0001_0001_0001_0001
    let differences = words ^ UInt64(SymbolTables.Entry(truncatingIfNeeded: symbol)) &* ones
    return (differences &- ones) & ~differences & (ones &<< 15) != 0
  }

  /// A step that asks for a word in a table.
  init(_ operation: Operation, words: UInt64, table: SymbolTables.Place) {
    self.init(words: words, x: table.start, operation: operation)
    shift = table.shift
  }

  /// Where its table stands.
  @inline(__always)
  var table: SymbolTables.Place { SymbolTables.Place(start: x, shift: shift) }
}
