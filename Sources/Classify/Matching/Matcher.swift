/// Runs automata over tokens; the scratch of one task.
///
/// What the words of a sentence are is asked in three steps, each dearer and surer than the one
/// before: the signatures of the words around an anchor, the folded signatures of single words, and
/// the tables that say which words are in a class.
final class Matcher {
  private let tables: Storage<Symbols.Symbol>
  private let signatures: [Signature]
  private let windows = SignatureWindows()
  /// The groups and the anchors that may match in a sentence.
  private let groups = Storage<SentenceScan.Candidate>()
  private let anchors = Storage<SentenceScan.Candidate>()

  /// A matcher for automata of these classes.
  init(classes: SymbolClasses) {
    tables = classes.tables.entries
    signatures = classes.signatures
  }

  /// Makes ready to find matches in a text.
  func read(_ tokens: Tokens) { windows.fill(tokens.tokens, signatures) }

  /// Adds the matches in a sentence of the text read last to `matches`: for each pattern and start
  /// the shortest reading, beside which longer and equal ones may stand.
  func find(
    _ automaton: Automaton, in sentence: Tokens.Sentence, into matches: Storage<Match>
  ) {
    let scan = scan(automaton, sentence)
    let symbolGroups = automaton.symbolGroups.start
    groups.removeAll()
    for at in sentence.start..<sentence.end {
      let symbol = scan.words[at].symbol
      if symbol >= 0 { scan.add(symbolGroups[Int(symbol)], at: at, to: groups) }
    }
    scan.verify(groups, anchors, into: matches)
  }

  /// Adds the matches of one owner's patterns in a sentence, as `find` does those of all; most
  /// sentences hold none of the owner's words and are left at once.
  func find(
    owner: Int32, of automaton: Automaton, in sentence: Tokens.Sentence,
    into matches: Storage<Match>
  ) {
    guard Int(owner) < automaton.ownerSignatures.count,
      windows.mayHold(automaton.ownerSignatures[Int(owner)], in: sentence)
    else { return }
    let signature = automaton.ownerSignatures[Int(owner)]
    let table = automaton.ownerTables[Int(owner)]
    let scan = scan(automaton, sentence)
    groups.removeAll()
    for at in sentence.start..<sentence.end
    where scan.windows[SignatureWindows.place(at)].mayMeet(signature)
      && scan.isHeld(at, by: table)
    {
      scan.add(automaton.groups(of: scan.words[at].symbol, owner: owner), at: at, to: groups)
    }
    scan.verify(groups, anchors, into: matches)
  }

  /// All that finding matches in a sentence looks at.
  @inline(__always)
  private func scan(_ automaton: Automaton, _ sentence: Tokens.Sentence) -> SentenceScan {
    SentenceScan(
      sentence: sentence, windows: windows.windows.start, words: windows.words.start,
      tables: tables.start, groups: automaton.groups.start, anchors: automaton.anchors.start,
      code: automaton.code.start, owners: automaton.patternOwners.start)
  }
}
