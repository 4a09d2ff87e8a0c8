extension Matcher {
  /// Adds the matches around the anchors of some groups at one word. Indexes of groups and anchors
  /// are the automaton's own, those of windows the text's with a margin: they are not checked.
  @inline(__always)
  func verify(
    _ range: Range<Int32>, _ at: Int, _ groups: Span<Automaton.AnchorGroup>,
    _ anchors: Span<Automaton.Anchor>, _ code: Span<Instruction>, _ sentence: Tokens.Sentence,
    _ words: Span<Tokens.Token>, into matches: inout [Match]
  ) {
    let windows = windows.windows.span
    let after = SignatureWindows.place(at + 1)
    var known = KnownEnd()
    for group in Int(range.lowerBound)..<Int(range.upperBound)
    where holds(groups[unchecked: group].leads.first, after, windows)
      && holds(groups[unchecked: group].leads.second, after, windows)
    {
      for index in Int(groups[unchecked: group].first)..<Int(groups[unchecked: group].last) {
        guard holds(anchors[unchecked: index].beforeLeads.first, before: at, windows),
          holds(anchors[unchecked: index].beforeLeads.second, before: at, windows)
        else { continue }
        if anchors[unchecked: index].isFar {
          verify(
            anchors[unchecked: index], at, code, sentence, words, &known, FarPlaces.self, &matches)
        } else {
          verify(
            anchors[unchecked: index], at, code, sentence, words, &known, NearPlaces.self, &matches)
        }
      }
    }
  }

  /// Whether a lead may hold behind a place.
  @inline(__always)
  private func holds(_ lead: Lead, _ place: Int, _ windows: Span<Signature>) -> Bool {
    windows[unchecked: place &+ Int(lead.level)].mayMeet(lead.signature)
  }

  /// Whether a lead may hold before a word.
  @inline(__always)
  private func holds(_ lead: Lead, before word: Int, _ windows: Span<Signature>) -> Bool {
    windows[unchecked: SignatureWindows.place(before: word, level: lead.level)].mayMeet(
      lead.signature)
  }

  /// Where the part behind the anchor that was asked before ended there; -1 where it did not.
  private struct KnownEnd {
    var part: Int32 = .min
    var end: Int32 = -1
  }

  /// Adds the matches around one anchor.
  @inline(never)
  private func verify<Reached: Places>(
    _ anchor: Automaton.Anchor, _ at: Int, _ code: Span<Instruction>, _ sentence: Tokens.Sentence,
    _ words: Span<Tokens.Token>, _ known: inout KnownEnd, _ places: Reached.Type,
    _ matches: inout [Match]
  ) {
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
    while let place = starts.popNearest() {
      matches.append(
        Match(
          owner: anchor.owner, pattern: anchor.pattern, start: Int32(at - place), end: known.end))
    }
  }
}
