extension Matcher {
  /// Whether a step that reads a word reads this one; true for every other step.
  @inline(__always)
  private func mayTake(
    _ step: Instruction, _ symbol: Symbols.Symbol, _ rows: Span<UInt64>
  ) -> Bool {
    switch step.operation {
    case .symbol: symbol == step.x
    case .symbols: accepts(step.x, symbol, rows)
    case .gap, .fork, .jump, .start, .question, .end: true
    }
  }

  /// Enters a way that was not taken before.
  @inline(__always)
  private mutating func push(
    _ pc: Int32, _ position: Int, from base: Int32, _ sentence: Tokens.Sentence,
    _ depth: inout Int
  ) {
    let width = sentence.end - sentence.start + 1
    let slot = Int(pc - base) * width + position - sentence.start
    if visited[slot] == stamp { return }
    visited[slot] = stamp
    stack[depth] = State(pc: pc, position: Int32(position))
    depth += 1
  }

  /// Forgets which ways were taken.
  private mutating func nextStamp() {
    stamp &+= 1
    if stamp == 0 {
      for index in visited.indices { visited[index] = 0 }
      stamp = 1
    }
  }

  /// The nearest end of the part behind an anchor; nil where it does not match.
  mutating func shortestEnd(
    _ automaton: Automaton, _ start: Int32, from: Int, _ sentence: Tokens.Sentence,
    _ words: Span<Tokens.Token>,
    _ rows: Span<UInt64>
  ) -> Int? {
    var best = Int.max
    nextStamp()
    stack[0] = State(pc: start, position: Int32(from))
    var depth = 1
    while depth > 0 {
      depth -= 1
      var pc = stack[depth].pc
      var position = Int(stack[depth].position)
      run: while position < best {
        let step = automaton.code[Int(pc)]
        switch step.operation {
        case .symbol, .symbols:
          guard position < sentence.end, mayTake(step, words[position].symbol, rows) else {
            break run
          }
          position += 1
          pc += 1
        case .gap:
          let next = automaton.code[Int(pc) + 1]
          for target in (position + Int(step.x))..<(position + Int(step.y) + 1) {
            if target > sentence.end { break }
            if target < sentence.end, !mayTake(next, words[target].symbol, rows) { continue }
            push(pc + 1, target, from: start, sentence, &depth)
          }
          break run
        case .fork:
          for index in step.x..<(step.x + step.y) {
            let target = automaton.targets[Int(index)]
            if position < sentence.end,
              !mayTake(automaton.code[Int(target)], words[position].symbol, rows)
            {
              continue
            }
            push(target, position, from: start, sentence, &depth)
          }
          break run
        case .jump: pc = step.x
        case .start:
          guard position == sentence.start else { break run }
          pc += 1
        case .question:
          guard position == sentence.end, sentence.isQuestion else { break run }
          pc += 1
        case .end:
          best = position
        }
      }
    }
    return best == Int.max ? nil : best
  }

  /// Fills `starts` with every position where the part before an anchor can begin.
  mutating func allStarts(
    _ automaton: Automaton, _ start: Int32, from: Int, _ sentence: Tokens.Sentence,
    _ words: Span<Tokens.Token>,
    _ rows: Span<UInt64>
  ) {
    starts.removeAll(keepingCapacity: true)
    if automaton.code[Int(start)].operation == .end {
      starts.append(Int32(from))
      return
    }
    nextStamp()
    stack[0] = State(pc: start, position: Int32(from))
    var depth = 1
    while depth > 0 {
      depth -= 1
      var pc = stack[depth].pc
      var position = Int(stack[depth].position)
      run: while true {
        let step = automaton.code[Int(pc)]
        switch step.operation {
        case .symbol, .symbols:
          guard position > sentence.start, mayTake(step, words[position - 1].symbol, rows) else {
            break run
          }
          position -= 1
          pc += 1
        case .gap:
          let next = automaton.code[Int(pc) + 1]
          for skip in Int(step.x)..<(Int(step.y) + 1) {
            let target = position - skip
            if target < sentence.start { break }
            if target > sentence.start, !mayTake(next, words[target - 1].symbol, rows) { continue }
            push(pc + 1, target, from: start, sentence, &depth)
          }
          break run
        case .fork:
          for index in step.x..<(step.x + step.y) {
            let target = automaton.targets[Int(index)]
            if position > sentence.start,
              !mayTake(automaton.code[Int(target)], words[position - 1].symbol, rows)
            {
              continue
            }
            push(target, position, from: start, sentence, &depth)
          }
          break run
        case .jump: pc = step.x
        case .start:
          guard position == sentence.start else { break run }
          pc += 1
        case .question:
          guard position == sentence.end, sentence.isQuestion else { break run }
          pc += 1
        case .end:
          starts.append(Int32(position))
          break run
        }
      }
    }
  }
}
