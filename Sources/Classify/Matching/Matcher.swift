/// Runs automata over tokens; the scratch of one task.
///
/// What the words of a sentence are is asked in three steps, each dearer and surer than the one
/// before: the signatures of the words around an anchor, the folded signatures of single words, and
/// the rows that say which words are in a class.
struct Matcher {
  let rows: [UInt64]
  private let wordsPerSymbol: Int
  private let signatures: [Signature]
  private(set) var windows = SignatureWindows()

  /// A matcher for automata of these classes, which may be sealed already.
  init(classes: SymbolClasses) {
    var classes = classes
    if classes.rows.isEmpty { classes.seal() }
    rows = classes.rows
    wordsPerSymbol = classes.wordsPerSymbol
    signatures = classes.signatures
  }

  /// Makes ready to find matches in a text.
  mutating func read(_ tokens: Tokens) { windows.fill(tokens.tokens, signatures) }

  /// Adds the matches in a sentence of the text read last to `matches`: for each pattern and start
  /// the shortest reading, beside which longer and equal ones may stand.
  func find(
    _ automaton: Automaton, in sentence: Tokens.Sentence, of tokens: Tokens,
    into matches: inout [Match]
  ) {
    let words = tokens.tokens.span
    let symbolGroups = automaton.symbolGroups
    let ranges = symbolGroups.span
    let (groups, anchors, code) = (automaton.groups, automaton.anchors, automaton.code)
    for at in sentence.start..<sentence.end where words[at].symbol >= 0 {
      let range = ranges[Int(words[at].symbol)]
      guard !range.isEmpty else { continue }
      verify(
        range, at, groups.span, anchors.span, code.span, sentence, words, into: &matches)
    }
  }

  /// Adds the matches of one owner's patterns in a sentence, as `find` does those of all.
  func find(
    owner: Int32, of automaton: Automaton, in sentence: Tokens.Sentence, of tokens: Tokens,
    into matches: inout [Match]
  ) {
    guard Int(owner) < automaton.ownerSignatures.count else { return }
    let signature = automaton.ownerSignatures[Int(owner)]
    let column = automaton.ownerColumns[Int(owner)]
    let rows = rows.span
    let words = tokens.tokens.span
    let windows = windows.windows.span
    for at in sentence.start..<sentence.end
    where windows[SignatureWindows.place(at)].mayMeet(signature)
      && accepts(column, words[at].symbol, rows)
    {
      let range = automaton.groups(of: words[at].symbol, owner: owner)
      let (groups, anchors, code) = (automaton.groups, automaton.anchors, automaton.code)
      verify(
        range, at, groups.span, anchors.span, code.span, sentence, words, into: &matches)
    }
  }

  /// Whether some word of a sentence may be one of an owner's: a quick check before `find`.
  func mayHold(_ signatures: [Signature], _ owner: Int32, in sentence: Tokens.Sentence) -> Bool {
    guard Int(owner) < signatures.count else { return false }
    let signature = signatures[Int(owner)]
    let windows = windows.windows.span
    var word = sentence.start
    while word < sentence.end {
      let place = SignatureWindows.place(word) + SignatureWindows.levels - 1
      if windows[place].mayMeet(signature) { return true }
      word += SignatureWindows.widest
    }
    return false
  }

  /// Whether a symbol is in the class of a column.
  @inline(__always)
  func accepts(_ column: Int32, _ symbol: Symbols.Symbol, _ rows: Span<UInt64>) -> Bool {
    guard symbol >= 0 else { return false }
    let word = rows[Int(symbol) * wordsPerSymbol + Int(column) / 64]
    return word & (1 << (UInt64(column) & 63)) != 0
  }
}
