extension SentenceScan {
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

    @inline(__always)
    init(before anchor: Int, in sentence: Tokens.Sentence) {
      nearest = anchor - 1
      step = -1
      count = anchor - sentence.start
      hasStart = true
      hasQuestion = false
    }

    @inline(__always)
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
  @inline(__always)
  func run<Reached: Places>(_ start: Int32, _ reached: Reached, _ side: Side) -> Reached {
    start == Automaton.nothing ? reached : follow(code + Int(start), reached, side)
  }

  private func follow<Reached: Places>(
    _ start: UnsafePointer<Instruction>, _ places: Reached, _ side: Side
  ) -> Reached {
    var step = start
    var reached = places
    while !reached.isEmpty {
      let gap = step.pointee.gap
      if !gap.isNone { reached.move(gap, within: side.count) }
      var next = Reached()
      switch step.pointee.operation {
      case .end, .branch: return reached
      case .skip: next = reached
      case .symbol:
        while let place = reached.popNearest(), place < side.count {
          if words[side.word(at: place)].symbol == step.pointee.x { next.insert(place + 1) }
        }
      case .symbols:
        while let place = reached.popNearest(), place < side.count {
          if isAccepted(side.word(at: place), step) { next.insert(place + 1) }
        }
      case .ahead:
        while let place = reached.popNearest(), place < side.count {
          if isAccepted(side.word(at: place), step) { next.insert(place) }
        }
      case .fork: next = fork(step, reached, side)
      case .start, .question:
        let isThere =
          step.pointee.operation == .start ? side.hasStart : side.hasQuestion
        if isThere, reached.contains(side.count) { next.insert(side.count) }
      }
      reached = next
      step += 1
    }
    return reached
  }

  /// Whether a word is in the class of a step.
  @inline(__always)
  private func isAccepted(_ word: Int, _ step: UnsafePointer<Instruction>) -> Bool {
    words[word].folded & step.pointee.words != 0 && isHeld(word, by: step.pointee.table)
  }

  /// The places that the branches of a fork lead to.
  private func fork<Reached: Places>(
    _ fork: UnsafePointer<Instruction>, _ reached: Reached, _ side: Side
  ) -> Reached {
    var next = Reached()
    // What the words at the places are: most branches begin with none of them.
    var ahead = Signature.always.folded
    var rest = reached
    while let place = rest.popNearest(), place < side.count {
      ahead |= words[side.word(at: place)].folded
    }
    guard fork.pointee.words & ahead != 0 else { return next }
    let branches = code + Int(fork.pointee.x)
    for branch in 0..<Int(fork.pointee.y) where branches[branch].words & ahead != 0 {
      next.formUnion(run(branches[branch].x, reached, side))
    }
    return next
  }
}
