extension SentenceScan {
  /// A place of a choice with a word that some of its branches begin with.
  private struct Opening {
    var place: Int32
    /// In `ways`, the next one of this word.
    var way: Int32
  }

  /// The places that a choice leads to: the word at each place tells which branches begin there.
  @inline(__always)
  func choose<Reached: Places>(
    _ reached: Reached, _ step: Instruction, _ side: Side
  ) -> Reached {
    withUnsafeTemporaryAllocation(of: Opening.self, capacity: Reached.count) { openings in
      var count = 0
      var likely = reached.filter(before: side.count) {
        words[side.word(at: $0)].folded & step.words != 0
      }
      while let place = likely.popNearest() {
        let symbol = words[side.word(at: place)].symbol
        let index = SymbolTables.index(of: symbol, at: step.table, view.branchWords)
        guard let index else { continue }
        openings[count] = Opening(place: Int32(place), way: view.branchStarts[index])
        count += 1
      }
      return followWays(of: openings, count, side)
    }
  }

  /// Follows each branch once, from all the places where it begins, so that choices in choices do
  /// not multiply.
  @inline(__always)
  private func followWays<Reached: Places>(
    of openings: UnsafeMutableBufferPointer<Opening>, _ openingCount: Int, _ side: Side
  ) -> Reached {
    var next = Reached()
    var count = openingCount
    while count > 0 {
      // A word's ways are in the order of the branches.
      var first = view.ways[Int(openings[0].way)]
      for index in 1..<count {
        let way = view.ways[Int(openings[index].way)]
        if way.branch < first.branch { first = way }
      }
      var places = Reached()
      var index = 0
      while index < count {
        let way = view.ways[Int(openings[index].way)]
        guard way.branch == first.branch else {
          index += 1
          continue
        }
        places.insert(Int(openings[index].place))
        if way.isLast {
          count -= 1
          openings[index] = openings[count]
        } else {
          openings[index].way += 1
          index += 1
        }
      }
      if first.isBehindWord { places.moveOn() }
      next.formUnion(run(first.steps, places, side))
    }
    return next
  }

  /// The places that the branches of a fork lead to.
  func fork<Reached: Places>(
    _ fork: Instruction, _ reached: Reached, _ side: Side
  ) -> Reached {
    var next = Reached()
    var index = Int(fork.x)
    while true {
      let branch = view.code[index]
      next.formUnion(run(branch.x, reached, side))
      if branch.isLast { return next }
      index += 1
    }
  }
}
