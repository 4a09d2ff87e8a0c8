/// A step of a compiled pattern.
struct Instruction: Sendable {
  enum Operation: UInt8, Sendable {
    /// The token's symbol is `x`.
    case symbol
    /// The token's symbol is in the class of column `x`.
    case symbols
    /// Skip `x` to `y` tokens.
    case gap
    /// Continue at each of the `y` targets from `x` in the target table.
    case fork
    /// Continue at `x`.
    case jump
    /// The sentence starts here.
    case start
    /// The sentence ends here with a question mark.
    case question
    case end
  }
  var operation: Operation
  var x: Int32 = 0
  var y: Int32 = 0
}

/// A pattern with word lists resolved and words numbered.
indirect enum Node: Sendable, Hashable {
  case symbols(Int)
  case gap(Int, Int)
  case choice([[Node]])
  case start
  case question
}
