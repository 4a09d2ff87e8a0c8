/// Words one of which must stand near the start of a run of nodes: a quick check before the run is
/// followed step by step.
struct Lead: Hashable, Sendable {
  /// The column of the words' class; -1 where the class has one word only.
  var column: Int32
  /// That word; else -1.
  var only: Int32
  /// The nearest and the farthest place, in words from the start.
  var nearest: Int32
  var farthest: Int32
  /// The words' signature, and which windows hold all their places; -1 where none does.
  var signature: Signature
  var level: Int32

  /// What some nodes must begin with; nil when they can match without a word, or when too many
  /// words would do.
  init?(of nodes: [Node], classes: inout SymbolClasses) {
    var scan = Scan()
    guard scan.add(nodes[...]), let nearest = scan.nearest, !scan.classIDs.isEmpty else {
      return nil
    }
    let id: Int
    if scan.classIDs.count == 1, let only = scan.classIDs.first {
      id = only
    } else {
      id = classes.union(of: scan.classIDs)
    }
    (self.nearest, farthest) = (Int32(nearest), Int32(scan.farthest))
    let members = classes.members[id]
    signature = classes.signature(of: id)
    level = SignatureWindows.level(holding: scan.farthest + 1)
    only = members.count == 1 ? members[0] : -1
    column = members.count == 1 ? -1 : classes.column(of: id)
  }

  /// The words met first on every way through some nodes.
  private struct Scan {
    var classIDs: Set<Int> = []
    var nearest: Int?
    var farthest = 0
    /// How many words the gaps before the next element skip.
    var low = 0
    var high = 0

    /// Reads nodes up to the first word; false when the end is reached without one.
    mutating func add(_ nodes: ArraySlice<Node>) -> Bool {
      for node in nodes {
        switch node {
        case .symbols(let id):
          classIDs.insert(id)
          nearest = min(nearest ?? low, low)
          farthest = max(farthest, high)
          return true
        case .gap(let least, let most):
          low += least
          high += most
        case .start, .question: continue
        case .choice(let branches):
          var isOpen = false
          let (lowBefore, highBefore) = (low, high)
          var (lowAfter, highAfter) = (Int.max, 0)
          for branch in branches {
            (low, high) = (lowBefore, highBefore)
            if !add(branch[...]) {
              isOpen = true
              lowAfter = min(lowAfter, low)
              highAfter = max(highAfter, high)
            }
          }
          guard isOpen else { return true }
          (low, high) = (lowAfter, highAfter)
        }
      }
      return false
    }
  }
}
