/// A step of a compiled pattern: it turns the places reached so far into those reached behind it.
struct Instruction: Sendable {
  enum Operation: UInt8, Sendable {
    /// The token's symbol is `x`.
    case symbol
    /// The token's symbol is in the class of column `x`.
    case symbols
    /// Skip `x` to `y` tokens.
    case gap
    /// Only places in front of a word in the class of column `x` are left.
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
  var words = Signature.always.folded
  var x: Int32 = 0
  var y: UInt16 = 0
  var operation: Operation
}
