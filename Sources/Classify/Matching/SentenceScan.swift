/// All that finding an automaton's matches in a sentence looks at; made for the time of one search.
///
/// Nothing is checked here: indexes of groups, anchors and steps are the automaton's own, windows
/// have a margin around the text, and `Side.count` keeps words inside the sentence.
struct SentenceScan {
  let sentence: Tokens.Sentence
  /// Of the whole text.
  let windows: UnsafePointer<Signature>
  let words: UnsafePointer<SignatureWindows.Word>
  let tables: UnsafePointer<Symbols.Symbol>
  let groups: UnsafePointer<Automaton.AnchorGroup>
  let anchors: UnsafePointer<Automaton.Anchor>
  let code: UnsafePointer<Instruction>
  /// The owner of each pattern.
  let owners: UnsafePointer<Int32>

  /// A group or an anchor at a word where its leads may hold.
  struct Candidate: Sendable {
    /// In `groups` or `anchors`.
    var index: Int32
    /// Index of the word.
    var at: Int32
  }

  /// Where the part behind an anchor that was asked before ended there; -1 where it did not.
  private struct KnownEnd {
    var at: Int32 = -1
    var part: Int32 = -1
    var end: Int32 = -1
  }

  /// Adds those of some groups whose leads may hold beside a word.
  @inline(__always)
  func add(_ range: Range<Int32>, at: Int, to candidates: Storage<Candidate>) {
    let beside = windows + SignatureWindows.place(at)
    candidates.append(atMost: range.count) { next in
      var next = next
      for index in range {
        next.initialize(to: Candidate(index: index, at: Int32(truncatingIfNeeded: at)))
        next += groups[Int(index)].leads.mayHold(beside)
      }
      return next
    }
  }

  /// Adds the matches around the anchors of some groups.
  func verify(
    _ found: Storage<Candidate>, _ candidates: Storage<Candidate>, into matches: Storage<Match>
  ) {
    candidates.removeAll()
    for place in 0..<found.count {
      let (group, at) = (groups + Int(found.start[place].index), found.start[place].at)
      let beside = windows + SignatureWindows.place(Int(at))
      candidates.append(atMost: Int(group.pointee.last - group.pointee.first)) { next in
        var next = next
        for index in group.pointee.first..<group.pointee.last {
          next.initialize(to: Candidate(index: index, at: at))
          next += anchors[Int(index)].beforeLeads.mayHold(beside)
        }
        return next
      }
    }
    var known = KnownEnd()
    for place in 0..<candidates.count {
      let (anchor, at) = (anchors + Int(candidates.start[place].index), candidates.start[place].at)
      if anchor.pointee.isFar {
        verify(anchor, at, &known, FarPlaces.self, matches)
      } else {
        verify(anchor, at, &known, NearPlaces.self, matches)
      }
    }
  }

  /// Adds the matches around one anchor.
  @inline(__always)
  private func verify<Reached: Places>(
    _ anchor: UnsafePointer<Automaton.Anchor>, _ word: Int32, _ known: inout KnownEnd,
    _ places: Reached.Type, _ matches: Storage<Match>
  ) {
    let at = Int(word)
    // What follows first: many anchors share it.
    if anchor.pointee.after != known.part || word != known.at {
      known.part = anchor.pointee.after
      known.at = word
      var ends = run(known.part, Reached.start, Side(after: at, in: sentence))
      known.end = ends.popNearest().map { Int32(at + 1 + $0) } ?? -1
    }
    guard known.end >= 0 else { return }
    var starts = run(anchor.pointee.before, Reached.start, Side(before: at, in: sentence))
    while let place = starts.popNearest() {
      matches.append(
        Match(
          owner: owners[Int(anchor.pointee.pattern)], pattern: anchor.pointee.pattern,
          start: Int32(at - place), end: known.end))
    }
  }

  /// Whether a word is in a class.
  @inline(__always)
  func isHeld(_ word: Int, by table: SymbolTables.Place) -> Bool {
    SymbolTables.hold(words[word].symbol, at: table, tables)
  }
}
