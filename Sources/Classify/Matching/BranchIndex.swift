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
    var waysOfWords: [Symbols.Symbol: [Way]] = [:]
    for (number, branch) in branches.enumerated() {
      var way = branch.way
      way.branch = Int16(number)
      for classID in branch.classIDs {
        for word in classes.members[classID] where waysOfWords[word]?.last != way {
          waysOfWords[word, default: []].append(way)
        }
      }
    }
    let members = waysOfWords.keys.sorted()
    let table = words.add(members)
    starts += repeatElement(-1, count: words.entries.count - starts.count)
    for word in members {
      words.entries.withUnsafeBufferPointer { entries in
        guard let index = SymbolTables.index(of: word, at: table, entries) else { return }
        starts[index] = start(of: waysOfWords[word] ?? [])
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
