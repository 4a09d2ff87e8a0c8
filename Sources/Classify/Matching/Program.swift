/// A step of a compiled pattern: it turns the places reached so far into those reached behind it.
struct Instruction: Sendable {
  enum Operation: UInt8, Sendable {
    /// The token's symbol is `x`.
    case symbol
    /// The token's symbol is in the class whose table stands at `x`; `y` is its shift.
    case symbols
    /// Nothing but the gap.
    case skip
    /// Only places in front of a word in the class whose table stands at `x` are left.
    case ahead
    /// Go on at each of the `y` branches from `x` on, then behind this step.
    case fork
    /// A way of a fork begins at `x`.
    case branch
    /// The sentence starts here.
    case start
    /// The sentence ends here with a question mark.
    case question
    /// The end of a run or of a branch.
    case end
  }
  /// The words that the step can begin with, as a folded signature.
  var words: UInt64
  var x: Int32
  var y: UInt16
  var operation: Operation
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

  init(words: UInt64 = Signature.always.folded, x: Int32 = 0, y: UInt16 = 0, operation: Operation) {
    self.words = words
    self.x = x
    self.y = y
    self.operation = operation
  }

  /// A step that asks whether a word is in a class.
  init(_ operation: Operation, words: UInt64, table: SymbolTables.Place) {
    self.init(words: words, x: table.start, y: table.shift, operation: operation)
  }

  /// Where the table of its class stands.
  @inline(__always)
  var table: SymbolTables.Place { SymbolTables.Place(start: x, shift: y) }
}
