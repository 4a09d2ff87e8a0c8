/// An automaton while its patterns are compiled.
struct AutomatonBuilder {
  var anchors: [Automaton.Anchor] = []
  /// For each anchor its class, and what must stand after it, in `leads`.
  var classIDs: [Int] = []
  var afterLeads: [Int32] = []
  private(set) var leads: [Leads] = []
  private var leadNumbers: [Leads: Int32] = [:]
  /// The owner of each pattern.
  var patternOwners: [Int32] = []
  var symbolGroups: [IndexRange] = []
  var groups: [Automaton.AnchorGroup] = []
  var groupOwners: [Int32] = []
  var ownerWords: [Automaton.OwnerWords] = []
  var ownerTables = SymbolTables()
  var ownerGroups: [IndexRange] = []
  var writer = CodeWriter()
  private var sides: [SideNodes: Side] = [:]
  var choiceCosts: [Choice: Double] = [:]

  /// What stands on one side of an anchor.
  private struct SideNodes: Hashable {
    var nodes: [Node]
    var isBefore: Bool
  }

  /// A compiled side of an anchor.
  struct Side {
    /// Where its steps begin.
    var start: Int32
    /// In `leads`.
    var leads: Int32
    var isFar: Bool
  }

  /// Compiles the nodes of one side of an anchor, each run once; nil when they are too many.
  mutating func side(_ nodes: [Node], isBefore: Bool, _ classes: inout SymbolClasses) -> Side? {
    let key = SideNodes(nodes: nodes, isBefore: isBefore)
    if let side = sides[key] { return side }
    guard Node.stepCount(nodes) < Automaton.longestCode else { return nil }
    let outwards = isBefore ? writer.reversed(nodes) : nodes
    let side = Side(
      start: writer.start(of: outwards, &classes),
      leads: number(Leads(outwards, isBefore: isBefore, classes: classes)),
      isFar: Node.longestSpan(nodes) >= NearPlaces.count)
    sides[key] = side
    return side
  }

  /// Adds one way to match a pattern; false when it is too large.
  mutating func add(_ entry: Entry, of pattern: Int, _ classes: inout SymbolClasses) -> Bool {
    guard let before = side(entry.before, isBefore: true, &classes),
      let after = side(entry.after, isBefore: false, &classes)
    else { return false }
    classIDs.append(entry.classID)
    afterLeads.append(after.leads)
    anchors.append(
      Automaton.Anchor(
        leads: before.leads, before: before.start, after: after.start, pattern: pattern,
        isFar: before.isFar || after.isFar))
    return true
  }

  /// The place of leads in `leads`.
  private mutating func number(_ own: Leads) -> Int32 {
    if let number = leadNumbers[own] { return number }
    let number = Int32(leads.count)
    leads.append(own)
    leadNumbers[own] = number
    return number
  }
}
