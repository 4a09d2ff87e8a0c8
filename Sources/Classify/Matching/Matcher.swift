/// A match of one owner's pattern: a half-open range of token indexes inside one sentence.
struct Match: Equatable, Hashable {
  var owner: Int32
  /// The pattern's place among all patterns of its automaton.
  var pattern: Int32
  var start: Int32
  var end: Int32

  var range: Range<Int> { Int(start)..<Int(end) }

  /// Keeps for each pattern and start the shortest reading, in the order of patterns and starts.
  static func keepShortest(_ matches: inout [Match]) {
    guard matches.count > 1 else { return }
    matches.sort {
      if $0.pattern != $1.pattern { return $0.pattern < $1.pattern }
      return $0.start != $1.start ? $0.start < $1.start : $0.end < $1.end
    }
    var count = 1
    for index in 1..<matches.count {
      let match = matches[index]
      let last = matches[count - 1]
      if match.pattern == last.pattern, match.start == last.start { continue }
      matches[count] = match
      count += 1
    }
    matches.removeLast(matches.count - count)
  }
}

/// Runs automata over tokens; the scratch of one task.
struct Matcher {
  private struct State {
    var pc: Int32
    var position: Int32
  }

  private let classes: SymbolClasses
  private var stack: [State] = []
  private var starts: [Int32] = []
  /// Marks of visited (step, position) pairs; a mark counts while it equals `stamp`.
  private var visited: [UInt32]
  private var stamp: UInt32 = 0
  private static let width = Tokens.longestSentence + 8

  init(classes: SymbolClasses) {
    self.classes = classes
    visited = [UInt32](repeating: 0, count: Automaton.longestCode * Matcher.width)
  }

  /// Adds the matches in a sentence to `matches`: for each pattern and start the shortest reading,
  /// beside which longer and equal ones may stand.
  mutating func find(
    _ automaton: Automaton, in sentence: Tokens.Sentence, of tokens: Tokens,
    into matches: inout [Match]
  ) {
    for at in sentence.start..<sentence.end {
      let symbol = tokens.tokens[at].symbol
      guard symbol >= 0 else { continue }
      let first = Int(automaton.anchorStarts[Int(symbol)])
      let last = Int(automaton.anchorStarts[Int(symbol) + 1])
      for index in first..<last {
        let anchor = automaton.anchors[Int(automaton.anchorList[index])]
        guard
          let end = shortestEnd(automaton, anchor.after, from: at + 1, sentence, tokens)
        else { continue }
        allStarts(automaton, anchor.before, from: at, sentence, tokens)
        for start in starts {
          matches.append(
            Match(
              owner: anchor.owner, pattern: anchor.pattern, start: start, end: Int32(end)))
        }
      }
    }
  }

  /// Whether a symbol is in a class.
  @inline(__always)
  private func accepts(_ classID: Int32, _ symbol: Symbols.Symbol) -> Bool {
    guard symbol >= 0 else { return false }
    let word = classes.bits[Int(classID) * classes.wordsPerClass + Int(symbol) / 64]
    return word & (1 << (UInt64(symbol) % 64)) != 0
  }

  private mutating func isNew(_ pc: Int32, _ base: Int32, _ position: Int, _ origin: Int) -> Bool {
    let slot = Int(pc - base) * Matcher.width + position - origin
    if visited[slot] == stamp { return false }
    visited[slot] = stamp
    return true
  }

  private mutating func nextStamp() {
    stamp &+= 1
    if stamp == 0 {
      for index in visited.indices { visited[index] = 0 }
      stamp = 1
    }
  }

  private mutating func shortestEnd(
    _ automaton: Automaton, _ start: Int32, from: Int, _ sentence: Tokens.Sentence,
    _ tokens: Tokens
  ) -> Int? {
    var best = Int.max
    nextStamp()
    stack.removeAll(keepingCapacity: true)
    stack.append(State(pc: start, position: Int32(from)))
    while let state = stack.popLast() {
      var pc = state.pc
      var position = Int(state.position)
      run: while position < best {
        let step = automaton.code[Int(pc)]
        switch step.operation {
        case .symbols:
          guard position < sentence.end, accepts(step.x, tokens.tokens[position].symbol) else {
            break run
          }
          position += 1
          pc += 1
        case .gap:
          for skip in step.x...step.y {
            let target = position + Int(skip)
            if target <= sentence.end, isNew(pc + 1, start, target, sentence.start) {
              stack.append(State(pc: pc + 1, position: Int32(target)))
            }
          }
          break run
        case .fork:
          for index in step.x..<(step.x + step.y) {
            let target = automaton.targets[Int(index)]
            if isNew(target, start, position, sentence.start) {
              stack.append(State(pc: target, position: Int32(position)))
            }
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
  private mutating func allStarts(
    _ automaton: Automaton, _ start: Int32, from: Int, _ sentence: Tokens.Sentence,
    _ tokens: Tokens
  ) {
    starts.removeAll(keepingCapacity: true)
    nextStamp()
    stack.removeAll(keepingCapacity: true)
    stack.append(State(pc: start, position: Int32(from)))
    while let state = stack.popLast() {
      var pc = state.pc
      var position = Int(state.position)
      run: while true {
        let step = automaton.code[Int(pc)]
        switch step.operation {
        case .symbols:
          guard position > sentence.start, accepts(step.x, tokens.tokens[position - 1].symbol)
          else { break run }
          position -= 1
          pc += 1
        case .gap:
          for skip in step.x...step.y {
            let target = position - Int(skip)
            if target >= sentence.start, isNew(pc + 1, start, target, sentence.start) {
              stack.append(State(pc: pc + 1, position: Int32(target)))
            }
          }
          break run
        case .fork:
          for index in step.x..<(step.x + step.y) {
            let target = automaton.targets[Int(index)]
            if isNew(target, start, position, sentence.start) {
              stack.append(State(pc: target, position: Int32(position)))
            }
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
