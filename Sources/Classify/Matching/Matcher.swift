/// Runs automata over tokens; the scratch of one task.
struct Matcher {
  struct State {
    var pc: Int32
    var position: Int32
  }

  let rows: [UInt64]
  let wordsPerSymbol: Int
  private let signatures: [Signature]
  private var windows = SignatureWindows()
  /// Ways still to be followed; as many as there can be.
  var stack: [State]
  var starts: [Int32] = []
  /// Marks of visited (step, position) pairs; a mark counts while it equals `stamp`.
  var visited: [UInt32]
  var stamp: UInt32 = 0
  /// The most words of a sentence: its last word can be a contraction of many.
  static let width = Tokens.longestSentence + Tokenizer.longestWord

  /// A matcher for automata of these classes, which may be sealed already.
  init(classes: SymbolClasses) {
    var classes = classes
    if classes.rows.isEmpty { classes.seal() }
    rows = classes.rows
    wordsPerSymbol = classes.wordsPerSymbol
    signatures = classes.signatures
    let size = Automaton.longestCode * Matcher.width
    visited = [UInt32](repeating: 0, count: size)
    stack = [State](repeating: State(pc: 0, position: 0), count: size)
  }

  /// Adds the matches in a sentence to `matches`: for each pattern and start the shortest reading,
  /// beside which longer and equal ones may stand.
  mutating func find(
    _ automaton: Automaton, in sentence: Tokens.Sentence, of tokens: Tokens,
    into matches: inout [Match]
  ) {
    let words = tokens.tokens.span
    let table = rows
    let rows = table.span
    let groupStarts = automaton.groupStarts
    let groups = automaton.groups
    let list = automaton.anchorList
    let anchors = automaton.anchors
    let leads = automaton.leads
    let signatures = signatures
    windows.fill(sentence, words, signatures.span)
    for at in sentence.start..<sentence.end {
      let symbol = Int(words[at].symbol)
      guard symbol >= 0 else { continue }
      var known: (after: Int32, end: Int?) = (-1, nil)
      for groupIndex in Int(groupStarts[symbol])..<Int(groupStarts[symbol + 1]) {
        let group = groups[groupIndex]
        if group.lead >= 0 {
          let lead = leads[Int(group.lead)]
          guard windows.mayHold(lead, after: at + 1),
            holds(lead, after: at + 1, sentence, words, rows)
          else { continue }
        }
        for index in Int(group.first)..<Int(group.last) {
          let anchor = anchors[Int(list[index])]
          if anchor.beforeLead >= 0 {
            let lead = leads[Int(anchor.beforeLead)]
            guard windows.mayHold(lead, before: at),
              holds(lead, before: at, sentence, words, rows)
            else { continue }
          }
          verify(anchor, at, automaton, sentence, words, rows, &known, into: &matches)
        }
      }
    }
  }

  /// Adds the matches of one owner's patterns in a sentence, as `find` does those of all.
  mutating func find(
    owner: Int32, of automaton: Automaton, in sentence: Tokens.Sentence, of tokens: Tokens,
    into matches: inout [Match]
  ) {
    guard Int(owner) < automaton.owners.count else { return }
    let own = automaton.owners[Int(owner)]
    guard own.column >= 0 else { return }
    let words = tokens.tokens.span
    let table = rows
    let rows = table.span
    for at in sentence.start..<sentence.end
    where accepts(own.column, words[at].symbol, rows) {
      var known: (after: Int32, end: Int?) = (-1, nil)
      for index in own.anchors {
        let anchor = automaton.anchors[index]
        guard accepts(anchor.column, words[at].symbol, rows) else { continue }
        if anchor.afterLead >= 0,
          !holds(automaton.leads[Int(anchor.afterLead)], after: at + 1, sentence, words, rows)
        {
          continue
        }
        verify(anchor, at, automaton, sentence, words, rows, &known, into: &matches)
      }
    }
  }

  /// Adds the matches around an anchor that stands at `at`; `known` is where the part behind the
  /// anchor asked before ended there.
  private mutating func verify(
    _ anchor: Automaton.Anchor, _ at: Int, _ automaton: Automaton, _ sentence: Tokens.Sentence,
    _ words: Span<Tokens.Token>, _ rows: Span<UInt64>, _ known: inout (after: Int32, end: Int?),
    into matches: inout [Match]
  ) {
    if anchor.after != known.after {
      known.after = anchor.after
      known.end = shortestEnd(automaton, anchor.after, from: at + 1, sentence, words, rows)
    }
    guard let end = known.end else { return }
    allStarts(automaton, anchor.before, from: at, sentence, words, rows)
    for index in starts.indices {
      matches.append(
        Match(
          owner: anchor.owner, pattern: anchor.pattern, start: starts[index], end: Int32(end)))
    }
  }

  /// Whether a symbol is in the class of a column.
  @inline(__always)
  func accepts(
    _ column: Int32, _ symbol: Symbols.Symbol, _ rows: Span<UInt64>
  ) -> Bool {
    guard symbol >= 0 else { return false }
    let word = rows[Int(symbol) * wordsPerSymbol + Int(column) / 64]
    return word & (1 << (UInt64(column) & 63)) != 0
  }

  /// Whether a word is one of a lead's.
  @inline(__always)
  private func accepts(_ lead: Lead, _ symbol: Symbols.Symbol, _ rows: Span<UInt64>) -> Bool {
    lead.only >= 0 ? symbol == lead.only : accepts(lead.column, symbol, rows)
  }

  /// Whether a lead's words stand where they must, from `position` on to the right.
  @inline(__always)
  private func holds(
    _ lead: Lead, after position: Int, _ sentence: Tokens.Sentence, _ words: Span<Tokens.Token>,
    _ rows: Span<UInt64>
  ) -> Bool {
    let last = min(sentence.end - 1, position + Int(lead.farthest))
    var at = position + Int(lead.nearest)
    while at <= last {
      if accepts(lead, words[at].symbol, rows) { return true }
      at += 1
    }
    return false
  }

  /// Whether a lead's words stand where they must, from the word before `position` to the left.
  @inline(__always)
  private func holds(
    _ lead: Lead, before position: Int, _ sentence: Tokens.Sentence, _ words: Span<Tokens.Token>,
    _ rows: Span<UInt64>
  ) -> Bool {
    let last = max(sentence.start, position - 1 - Int(lead.farthest))
    var at = position - 1 - Int(lead.nearest)
    while at >= last {
      if accepts(lead, words[at].symbol, rows) { return true }
      at -= 1
    }
    return false
  }
}
