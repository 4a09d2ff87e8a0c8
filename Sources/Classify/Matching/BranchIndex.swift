/// How choices go on, by the word that stands where their branches begin.
struct BranchIndex {
  /// The words that the branches of each choice begin with.
  private(set) var words = SymbolTables()
  /// For each place of `words` where in `ways` those of its word begin.
  private(set) var starts: [Int32] = []
  /// The ways of a word in the order of the branches, the last one marked.
  private(set) var ways: [Way] = []
  private var known: [[Way]: Int32] = [:]

  /// How one branch goes on at a word.
  struct Way: Hashable, Sendable {
    /// Where its steps begin; `Automaton.nothing` where there are none.
    var steps: Int32
    /// Its place among the branches of its choice that begin with a word; a pattern has no more
    /// steps than `Automaton.longestCode`.
    var branch: Int16 = 0
    /// Whether its steps begin behind the word, else before it.
    var isBehindWord: Bool
    var isLast = false
  }

  /// Adds the branches of a choice, each with the classes of the words that it begins with.
  ///
  /// - Returns: where the table of these words stands.
  mutating func add(
    _ branches: [(classIDs: [Int], way: Way)], _ classes: SymbolClasses
  ) -> SymbolTables.Place {
    // A word and a branch in one number, which sorts quickly; both have 16 bits.
    var openings: [UInt32] = []
    for (number, branch) in branches.enumerated() {
      for classID in branch.classIDs {
        for word in classes.members[classID] {
          openings.append(UInt32(word) << 16 | UInt32(number))
        }
      }
    }
    openings.sort()
    var members: [Symbols.Symbol] = []
    var startsOfMembers: [Int32] = []
    var own: [Way] = []
    for (index, opening) in openings.enumerated() {
      let number = Int(opening & 0xFFFF)
      var way = branches[number].way
      way.branch = Int16(number)
      if own.last != way { own.append(way) }
      let word = opening >> 16
      guard index + 1 == openings.count || openings[index + 1] >> 16 != word else { continue }
      members.append(Symbols.Symbol(word))
      startsOfMembers.append(start(of: own))
      own.removeAll(keepingCapacity: true)
    }
    let table = words.add(members)
    starts += repeatElement(-1, count: words.entries.count - starts.count)
    words.entries.withUnsafeBufferPointer { entries in
      for (word, start) in zip(members, startsOfMembers) {
        if let index = SymbolTables.index(of: word, at: table, entries) { starts[index] = start }
      }
    }
    return table
  }

  /// Where some ways begin, which are written once.
  private mutating func start(of own: [Way]) -> Int32 {
    if let start = known[own] { return start }
    let start = Int32(ways.count)
    ways += own
    ways[ways.count - 1].isLast = true
    known[own] = start
    return start
  }
}
