/// Patterns compiled for matching around their rarest word; immutable and shared by all tasks.
///
/// Each pattern is filed under the symbols of one of its words, the anchor. A text's tokens are
/// scanned once; at an anchor the rest of the pattern is verified backwards and forwards.
final class Automaton: Sendable {
  /// One way to match a pattern: backwards from before the anchor, forwards from after it.
  struct Anchor: Sendable {
    var owner: Int32
    var pattern: Int32
    var before: Int32
    var after: Int32
    /// The column of the anchor's own class; -1 in automata not asked owner by owner.
    var column: Int32
    /// What must stand before and after it, in `leads`; -1 for anything.
    var beforeLead: Int32
    var afterLead: Int32
  }

  /// The anchors of a symbol that want the same after them.
  struct AnchorGroup: Sendable {
    /// In `leads`; -1 for anything.
    var lead: Int32
    /// Half-open range in `anchorList`.
    var first: Int32
    var last: Int32
  }

  /// All anchors of one owner: their places in `anchors`, and the column of all their symbols.
  struct Owner: Sendable {
    var anchors: Range<Int>
    var column: Int32
  }

  let code: [Instruction]
  let targets: [Int32]
  let anchors: [Anchor]
  let leads: [Lead]
  /// For each symbol the start of its groups in `groups`, and one end more.
  let groupStarts: [Int32]
  let groups: [AnchorGroup]
  let anchorList: [Int32]
  let owners: [Owner]

  /// The longest compiled sequence; longer patterns are refused when rules are read.
  static let longestCode = 512

  init(_ builder: AutomatonBuilder) {
    code = builder.code
    targets = builder.targets
    anchors = builder.anchors
    leads = builder.leads
    groupStarts = builder.groupStarts
    groups = builder.groups
    anchorList = builder.anchorList
    owners = builder.owners
  }

  /// Compiles patterns in the order of their owners; each match names its `owner`.
  ///
  /// - Parameter isAskedByOwner: whether matches of a single owner will be looked for.
  /// - Returns: the automaton, and which patterns are too large for it.
  static func compile(
    _ patterns: [(owner: Int, nodes: [Node])], isAskedByOwner: Bool,
    classes: inout SymbolClasses
  ) -> (automaton: Automaton, tooLarge: [Int]) {
    var automaton = AutomatonBuilder()
    var byClass: [(anchor: Int32, classID: Int)] = []
    var tooLarge: [Int] = []
    var known: [[Node]: AutomatonBuilder.Segment] = [:]
    var leadIDs: [Lead: Int32] = [:]
    func segment(_ nodes: [Node]) -> AutomatonBuilder.Segment? {
      if let segment = known[nodes] { return segment }
      let start = Int32(automaton.code.count)
      automaton.emit(nodes, &classes)
      automaton.code.append(Instruction(operation: .end))
      guard automaton.code.count - Int(start) <= longestCode else { return nil }
      var segment = AutomatonBuilder.Segment(start: start, lead: -1)
      if let lead = Lead(of: nodes, classes: &classes) {
        segment.lead = leadIDs[lead] ?? Int32(leadIDs.count)
        leadIDs[lead] = segment.lead
        if Int(segment.lead) == automaton.leads.count { automaton.leads.append(lead) }
      }
      known[nodes] = segment
      return segment
    }
    for (pattern, (owner, nodes)) in patterns.enumerated() {
      guard let best = AutomatonBuilder.anchors(in: nodes, classes: classes) else { continue }
      for entry in best.entries {
        guard let before = segment(AutomatonBuilder.reversed(entry.before)),
          let after = segment(entry.after)
        else {
          tooLarge.append(pattern)
          break
        }
        byClass.append((Int32(automaton.anchors.count), entry.classID))
        automaton.anchors.append(
          Anchor(
            owner: Int32(owner), pattern: Int32(pattern), before: before.start,
            after: after.start,
            column: isAskedByOwner ? classes.column(of: entry.classID) : -1,
            beforeLead: before.lead,
            afterLead: after.lead))
      }
    }
    automaton.file(byClass, classes)
    if isAskedByOwner { automaton.fileOwners(byClass.map(\.classID), &classes) }
    return (Automaton(automaton), tooLarge)
  }
}
