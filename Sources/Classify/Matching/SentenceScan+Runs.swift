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
    start == Automaton.nothing ? reached : follow(start, reached, side)
  }

  private func follow<Reached: Places>(
    _ start: Int32, _ places: Reached, _ side: Side
  ) -> Reached {
    var index = Int(start)
    var reached = places
    while true {
      let step = view.code[index]
      reached.move(step.gap, within: side.count)
      var next: Reached
      switch step.operation {
      case .skip, .branch: next = reached
      case .few:
        next = reached.filter(before: side.count) { step.holds(words[side.word(at: $0)].symbol) }
        next.moveOn()
      case .symbols:
        next = accepted(reached, step, side)
        next.moveOn()
      case .choose: next = choose(reached, step, side)
      case .fork: next = fork(step, reached, side)
      case .start, .question:
        let isThere = step.operation == .start ? side.hasStart : side.hasQuestion
        next = Reached()
        if isThere, reached.contains(side.count) { next.insert(side.count) }
      }
      if step.isLast || next.isEmpty { return next }
      reached = next
      index += 1
    }
  }

  /// The places before a word in the class of a step: by signature first.
  @inline(__always)
  private func accepted<Reached: Places>(
    _ reached: Reached, _ step: Instruction, _ side: Side
  ) -> Reached {
    var accepted = Reached()
    var likely = reached.filter(before: side.count) {
      words[side.word(at: $0)].folded & step.words != 0
    }
    while let place = likely.popNearest() {
      let symbol = words[side.word(at: place)].symbol
      if SymbolTables.hold(symbol, at: step.table, view.tables) { accepted.insert(place) }
    }
    return accepted
  }
}
