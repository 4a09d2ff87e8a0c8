extension Matcher {
  /// The words on one side of an anchor, the nearest first.
  struct Side {
    /// Index of the nearest word, and what leads from each word to the next.
    let nearest: Int
    let step: Int
    /// How many words there are up to the end of the sentence.
    let count: Int
    /// Whether the sentence's start, or its question mark, stands behind them.
    let hasStart: Bool
    let hasQuestion: Bool

    init(before anchor: Int, in sentence: Tokens.Sentence) {
      nearest = anchor - 1
      step = -1
      count = anchor - sentence.start
      hasStart = true
      hasQuestion = false
    }

    init(after anchor: Int, in sentence: Tokens.Sentence) {
      nearest = anchor + 1
      step = 1
      count = sentence.end - anchor - 1
      hasStart = false
      hasQuestion = sentence.isQuestion
    }

    /// Index of the word that stands behind a place.
    @inline(__always)
    func word(at place: Int) -> Int { nearest &+ step &* place }
  }

  /// The places that a run of steps leads to from some places, every way at once.
  ///
  /// Indexes are not checked: `Side.count` keeps those of words inside the sentence, and steps lead
  /// to steps up to the end of a run.
  func run<Reached: Places>(
    _ start: Int32, _ reached: Reached, _ side: Side, _ code: Span<Instruction>,
    _ words: Span<Tokens.Token>, _ windows: Span<Signature>, _ rows: Span<UInt64>
  ) -> Reached {
    if start == Automaton.nothing { return reached }
    var pc = Int(start)
    var reached = reached
    while !reached.isEmpty {
      let step = code[unchecked: pc]
      let (x, y) = (step.x, step.y)
      switch step.operation {
      case .end, .branch: return reached
      case .symbol:
        var next = Reached()
        while let place = reached.popNearest(), place < side.count {
          if words[unchecked: side.word(at: place)].symbol == x {
            next.insert((place + 1)...(place + 1))
          }
        }
        reached = next
        pc += 1
      case .symbols:
        var next = Reached()
        while let place = reached.popNearest(), place < side.count {
          let word = side.word(at: place)
          if windows[unchecked: SignatureWindows.place(word)].folded & step.words != 0,
            accepts(x, words[unchecked: word].symbol, rows)
          {
            next.insert((place + 1)...(place + 1))
          }
        }
        reached = next
        pc += 1
      case .gap:
        var next = Reached()
        while let place = reached.popNearest(), place + Int(x) <= side.count {
          next.insert((place + Int(x))...min(place + Int(y), side.count))
        }
        reached = next
        pc += 1
      case .ahead:
        var rest = reached
        reached = Reached()
        while let place = rest.popNearest(), place < side.count {
          let word = side.word(at: place)
          if windows[unchecked: SignatureWindows.place(word)].folded & step.words != 0,
            accepts(x, words[unchecked: word].symbol, rows)
          {
            reached.insert(place...place)
          }
        }
        pc += 1
      case .fork:
        reached = fork(step, reached, side, code, words, windows, rows)
        pc += 1
      case .start, .question:
        let isThere = step.operation == .start ? side.hasStart : side.hasQuestion
        let isReached = isThere && reached.contains(side.count)
        reached = Reached()
        if isReached { reached.insert(side.count...side.count) }
        pc += 1
      }
    }
    return reached
  }

  /// The places that the branches of a fork lead to.
  private func fork<Reached: Places>(
    _ fork: Instruction, _ reached: Reached, _ side: Side, _ code: Span<Instruction>,
    _ words: Span<Tokens.Token>, _ windows: Span<Signature>, _ rows: Span<UInt64>
  ) -> Reached {
    var next = Reached()
    // What the words at the places are: most branches begin with none of them.
    var ahead = Signature.always.folded
    var rest = reached
    while let place = rest.popNearest(), place < side.count {
      ahead |= windows[unchecked: SignatureWindows.place(side.word(at: place))].folded
    }
    guard fork.words & ahead != 0 else { return next }
    let first = Int(fork.x)
    for branch in first..<(first + Int(fork.y)) where code[unchecked: branch].words & ahead != 0 {
      next.formUnion(run(code[unchecked: branch].x, reached, side, code, words, windows, rows))
    }
    return next
  }
}
