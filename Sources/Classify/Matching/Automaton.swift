/// Patterns compiled for matching around their rarest word; immutable and shared by all tasks.
///
/// Each pattern is filed under the symbols of one of its words, the anchor. A text's tokens are
/// scanned once; at an anchor the rest of the pattern is verified backwards and forwards.
final class Automaton: Sendable {
  /// One way to match a pattern: backwards from before the anchor, forwards from after it.
  struct Anchor: Sendable {
    var beforeLeads: Leads
    /// Whether a side can span more words than `NearPlaces` holds.
    var isFar: Bool
    var before: Int32
    var after: Int32
    var pattern: Int32
  }

  /// The anchors of a symbol that want the same after them.
  struct AnchorGroup: Sendable {
    var leads: Leads
    /// Whose anchors they are; -1 where several owners share a group.
    var owner: Int32
    /// Half-open range in `anchors`.
    var first: Int32
    var last: Int32
  }

  let code: Storage<Instruction>
  let anchors: Storage<Anchor>
  /// The groups of each symbol as ranges in `groups`: words with the same anchors share them.
  let symbolGroups: Storage<Range<Int32>>
  let groups: Storage<AnchorGroup>
  /// The owner of each pattern.
  let patternOwners: Storage<Int32>
  /// In automata asked owner by owner the words of each owner's anchors.
  let ownerSignatures: [Signature]
  /// In the same where the tables of these words stand.
  let ownerTables: [SymbolTables.Place]

  /// Where the steps of a side begin that has none.
  static let nothing: Int32 = -1
  /// The most steps of one side with every choice written out; longer patterns are refused when
  /// rules are read.
  static let longestCode = 512

  init(_ builder: AutomatonBuilder) {
    code = Storage(builder.code)
    anchors = Storage(builder.anchors)
    symbolGroups = Storage(builder.symbolGroups)
    groups = Storage(builder.groups)
    patternOwners = Storage(builder.patternOwners)
    ownerSignatures = builder.ownerSignatures
    ownerTables = builder.ownerTables
  }

  /// Compiles patterns in the order of their owners; each match names its `owner`.
  ///
  /// - Parameter isAskedByOwner: whether matches of a single owner will be looked for, else those
  ///   of all.
  /// - Returns: the automaton, and which patterns are too large for it.
  static func compile(
    _ patterns: [(owner: Int, nodes: [Node])], isAskedByOwner: Bool,
    classes: inout SymbolClasses
  ) -> (automaton: Automaton, tooLarge: [Int]) {
    var builder = AutomatonBuilder()
    var tooLarge: [Int] = []
    let costs = classes.costs
    builder.patternOwners = patterns.map { Int32($0.owner) }
    for (pattern, (_, nodes)) in patterns.enumerated() {
      guard let entries = builder.anchors(in: nodes, costs) else { continue }
      for entry in entries {
        guard let before = builder.segment(builder.reversed(entry.before), &classes),
          let after = builder.segment(entry.after, &classes)
        else {
          tooLarge.append(pattern)
          break
        }
        builder.classIDs.append(entry.classID)
        builder.afterLeads.append(after.after)
        builder.anchors.append(
          Anchor(
            beforeLeads: builder.leads[Int(before.before)], isFar: before.isFar || after.isFar,
            before: before.start, after: after.start, pattern: Int32(pattern)))
      }
    }
    builder.file(isAskedByOwner: isAskedByOwner, &classes)
    return (Automaton(builder), tooLarge)
  }

  /// The groups of a symbol that are one owner's.
  func groups(of symbol: Symbols.Symbol, owner: Int32) -> Range<Int32> {
    let all = symbolGroups.start[Int(symbol)]
    var start = all.lowerBound
    var end = all.upperBound
    while start < end {
      let middle = (start + end) / 2
      if groups.start[Int(middle)].owner < owner { start = middle + 1 } else { end = middle }
    }
    while end < all.upperBound, groups.start[Int(end)].owner == owner { end += 1 }
    return start..<end
  }
}
