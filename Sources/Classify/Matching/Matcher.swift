/// Runs automata over tokens; the scratch of one task.
///
/// What the words of a sentence are is asked in three steps, each dearer and surer than the one
/// before: the signatures of the words around an anchor, the folded signatures of single words, and
/// the rows that say which words are in a class.
struct Matcher {
  private let rows: [UInt64]
  private let wordsPerSymbol: Int
  private let signatures: [Signature]
  private var windows = SignatureWindows()

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
    let ranges = automaton.symbolGroups.span
    for at in sentence.start..<sentence.end where words[at].symbol >= 0 {
      let range = ranges[Int(words[at].symbol)]
      guard !range.isEmpty else { continue }
      verify(range, at, automaton, sentence, words, into: &matches)
    }
  }

  /// Adds the matches of one owner's patterns in a sentence, as `find` does those of all.
  func find(
    owner: Int32, of automaton: Automaton, in sentence: Tokens.Sentence, of tokens: Tokens,
    into matches: inout [Match]
  ) {
    guard Int(owner) < automaton.ownerSignatures.count else { return }
    let signature = automaton.ownerSignatures[Int(owner)]
    let words = tokens.tokens.span
    let windows = windows.windows.span
    for at in sentence.start..<sentence.end
    where windows[SignatureWindows.place(at)].mayMeet(signature) {
      let range = automaton.groups(of: words[at].symbol, owner: owner)
      guard !range.isEmpty else { continue }
      verify(range, at, automaton, sentence, words, into: &matches)
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

  /// Adds the matches around the anchors of some groups at one word. Indexes of groups and anchors
  /// are the automaton's own and not checked.
  @inline(__always)
  private func verify(
    _ range: Range<Int32>, _ at: Int, _ automaton: Automaton, _ sentence: Tokens.Sentence,
    _ words: Span<Tokens.Token>, into matches: inout [Match]
  ) {
    let groups = automaton.groups.span
    let anchors = automaton.anchors.span
    let windows = windows.windows.span
    let after = SignatureWindows.place(at + 1)
    var known = KnownEnd()
    for group in Int(range.lowerBound)..<Int(range.upperBound)
    where windows[after &+ Int(groups[unchecked: group].lead.level)]
      .mayMeet(groups[unchecked: group].lead.signature)
    {
      for index in Int(groups[unchecked: group].first)..<Int(groups[unchecked: group].last) {
        let lead = anchors[unchecked: index].beforeLead
        let before = SignatureWindows.place(before: at, level: lead.level)
        guard windows[before].mayMeet(lead.signature) else { continue }
        if anchors[index].isFar {
          verify(
            anchors[index], at, automaton, sentence, words, &known, FarPlaces.self, &matches)
        } else {
          verify(
            anchors[index], at, automaton, sentence, words, &known, NearPlaces.self, &matches)
        }
      }
    }
  }

  /// Where the part behind the anchor that was asked before ended there; -1 where it did not.
  private struct KnownEnd {
    var part: Int32 = .min
    var end: Int32 = -1
  }

  /// Adds the matches around one anchor.
  @inline(never)
  private func verify<Reached: Places>(
    _ anchor: Automaton.Anchor, _ at: Int, _ automaton: Automaton, _ sentence: Tokens.Sentence,
    _ words: Span<Tokens.Token>, _ known: inout KnownEnd, _ places: Reached.Type,
    _ matches: inout [Match]
  ) {
    let code = automaton.code.span
    let windows = windows.windows.span
    let rows = rows.span
    var starts = run(
      anchor.before, Reached.start, Side(before: at, in: sentence), code, words, windows, rows)
    if starts.isEmpty { return }
    if anchor.after != known.part {
      known.part = anchor.after
      var ends = run(
        anchor.after, Reached.start, Side(after: at, in: sentence), code, words, windows, rows)
      known.end = ends.popNearest().map { Int32(at + 1 + $0) } ?? -1
    }
    guard known.end >= 0 else { return }
    let owner = automaton.patternOwners[Int(anchor.pattern)]
    while let place = starts.popNearest() {
      matches.append(
        Match(
          owner: owner, pattern: anchor.pattern, start: Int32(at - place), end: known.end))
    }
  }

  /// Whether a symbol is in the class of a column.
  @inline(__always)
  func accepts(_ column: Int32, _ symbol: Symbols.Symbol, _ rows: Span<UInt64>) -> Bool {
    guard symbol >= 0 else { return false }
    let word = rows[Int(symbol) * wordsPerSymbol + Int(column) / 64]
    return word & (1 << (UInt64(column) & 63)) != 0
  }
}
