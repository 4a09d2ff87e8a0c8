/// All that finding an automaton's matches in a sentence looks at; made for the time of one search.
///
/// Indexes are checked in debug builds alone: those of groups, anchors and steps are the
/// automaton's own, windows have a margin around the text, and `Side.count` keeps words inside the
/// sentence.
struct SentenceScan {
  let sentence: Tokens.Sentence
  /// Of the whole text.
  let windows: UnsafeMutableBufferPointer<Signature>
  let words: UnsafeMutableBufferPointer<SignatureWindows.Word>
  let view: Automaton.View

  /// A group or an anchor at a word where its leads may hold.
  struct Candidate {
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
  func add(_ range: Range<Int>, at: Int, to candidates: Storage<Candidate>) {
    let place = SignatureWindows.place(at)
    candidates.append(atMost: range.count) { next in
      var next = next
      for index in range {
        next.pointee = Candidate(
          index: Int32(truncatingIfNeeded: index), at: Int32(truncatingIfNeeded: at))
        next += view.leads[Int(view.groups[index].leads)].mayHold(windows, place)
      }
      return next
    }
  }

  /// Adds the matches around the anchors of some groups.
  func verify(
    _ found: Storage<Candidate>, _ candidates: Storage<Candidate>, into matches: Storage<Match>
  ) {
    candidates.removeAll()
    for group in found.elements {
      let place = SignatureWindows.place(Int(group.at))
      let first = view.groups[Int(group.index)].first
      let last = view.groups[Int(group.index) + 1].first
      candidates.append(atMost: Int(last - first)) { next in
        var next = next
        for index in first..<last {
          next.pointee = Candidate(index: index, at: group.at)
          next += view.leads[Int(view.anchors[Int(index)].leads)].mayHold(windows, place)
        }
        return next
      }
    }
    var known = KnownEnd()
    for candidate in candidates.elements {
      let anchor = view.anchors[Int(candidate.index)]
      if anchor.isFar {
        verify(anchor, candidate.at, &known, FarPlaces.self, matches)
      } else {
        verify(anchor, candidate.at, &known, NearPlaces.self, matches)
      }
    }
  }

  /// Adds the matches around one anchor.
  @inline(__always)
  private func verify<Reached: Places>(
    _ anchor: Automaton.Anchor, _ word: Int32, _ known: inout KnownEnd, _ places: Reached.Type,
    _ matches: Storage<Match>
  ) {
    let at = Int(word)
    // What follows first: many anchors share it.
    if anchor.after != known.part || word != known.at {
      known.part = anchor.after
      known.at = word
      var ends = run(known.part, Reached(place: 0), Side(after: at, in: sentence))
      known.end = ends.popNearest().map { Int32(at + 1 + $0) } ?? -1
    }
    guard known.end >= 0 else { return }
    var starts = run(anchor.before, Reached(place: 0), Side(before: at, in: sentence))
    while let place = starts.popNearest() {
      matches.append(
        Match(
          owner: view.owners[Int(anchor.pattern)], pattern: anchor.pattern,
          start: Int32(at - place), end: known.end))
    }
  }
}
