/// Runs automata over tokens; the scratch of one task.
///
/// What the words of a sentence are is asked in three steps, each dearer and surer than the one
/// before: the signatures of the words around an anchor, the signatures of single words (folded,
/// where a pattern is followed), and the tables that say which words are in a set.
final class Matcher {
  private let signatures: [Signature]
  private let windows = SignatureWindows()
  /// The groups and the anchors that may match in a sentence.
  private let groups = Storage<SentenceScan.Candidate>()
  private let anchors = Storage<SentenceScan.Candidate>()
  /// The words of a sentence that may be one owner's anchors.
  private let likely = Storage<Int32>()

  /// A matcher for automata of these classes.
  init(classes: SymbolClasses) { signatures = classes.signatures }

  /// Makes ready to find matches in a text.
  func read(_ tokens: Tokens) { windows.fill(tokens.tokens, signatures) }

  /// Adds the matches in a sentence of the text read last to `matches`: for each pattern and start
  /// the shortest reading, beside which longer and equal ones may stand.
  func find(
    _ automaton: Automaton, in sentence: Tokens.Sentence, into matches: Storage<Match>
  ) {
    let scan = scan(automaton, sentence)
    groups.removeAll()
    for at in sentence.start..<sentence.end {
      let symbol = scan.words[at].symbol
      if symbol >= 0 { scan.add(scan.view.symbolGroups[Int(symbol)].range, at: at, to: groups) }
    }
    scan.verify(groups, anchors, into: matches)
  }

  /// Adds the matches of one owner's patterns in a sentence, as `find` does those of all; most
  /// sentences hold none of the owner's words and are left at once.
  func find(
    owner: Int32, of automaton: Automaton, in sentence: Tokens.Sentence,
    into matches: Storage<Match>
  ) {
    let scan = scan(automaton, sentence)
    // Owners without patterns behind the last one with some are not known.
    guard owner < scan.view.ownerWords.count else { return }
    let own = scan.view.ownerWords[Int(owner)]
    guard windows.mayHold(own.signature, in: sentence) else { return }
    let signature = own.signature
    likely.removeAll()
    likely.append(atMost: sentence.end - sentence.start) { next in
      var next = next
      for at in sentence.start..<sentence.end {
        next.pointee = Int32(truncatingIfNeeded: at)
        next += scan.windows[SignatureWindows.place(at)].mayMeet(signature) ? 1 : 0
      }
      return next
    }
    groups.removeAll()
    for word in likely.elements {
      let symbol = scan.words[Int(word)].symbol
      let index = SymbolTables.index(of: symbol, at: own.table, scan.view.ownerTables)
      if let index { scan.add(scan.view.ownerGroups[index].range, at: Int(word), to: groups) }
    }
    if groups.count > 0 { scan.verify(groups, anchors, into: matches) }
  }

  /// All that finding matches in a sentence looks at.
  @inline(__always)
  private func scan(_ automaton: Automaton, _ sentence: Tokens.Sentence) -> SentenceScan {
    precondition(sentence.end <= windows.words.count, "a sentence of another text")
    return SentenceScan(
      sentence: sentence, windows: windows.windows.elements, words: windows.words.elements,
      view: automaton.view)
  }
}
