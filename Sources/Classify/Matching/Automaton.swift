/// Patterns compiled for matching around their rarest word; immutable and shared by all tasks.
///
/// Each pattern is filed under the symbols of one of its words, the anchor. A text's tokens are
/// scanned once; at an anchor the rest of the pattern is verified backwards and forwards.
final class Automaton: Sendable {
  /// One way to match a pattern: backwards from before the anchor, forwards from after it.
  struct Anchor: Sendable {
    var beforeLeads: Leads
    var before: Int32
    var after: Int32
    /// Whether a side can span more words than `NearPlaces` holds.
    var isFar: Bool
    var pattern: Int32
    /// The owner of the pattern.
    var owner: Int32
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

  let code: [Instruction]
  let anchors: [Anchor]
  /// The groups of each symbol as ranges in `groups`: words with the same anchors share them.
  let symbolGroups: [Range<Int32>]
  let groups: [AnchorGroup]
  /// In automata asked owner by owner the words of each owner's anchors.
  let ownerSignatures: [Signature]
  /// In the same the columns of their classes.
  let ownerColumns: [Int32]

  /// Where the steps of a side begin that has none.
  static let nothing: Int32 = -1
  /// The longest compiled sequence; longer patterns are refused when rules are read.
  static let longestCode = 512

  init(_ builder: AutomatonBuilder) {
    code = builder.code
    anchors = builder.anchors
    symbolGroups = builder.symbolGroups
    groups = builder.groups
    ownerSignatures = builder.ownerSignatures
    ownerColumns = builder.ownerColumns
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
    builder.patternOwners = patterns.map { Int32($0.owner) }
    for (pattern, (_, nodes)) in patterns.enumerated() {
      guard let best = AutomatonBuilder.anchors(in: nodes, classes: classes) else { continue }
      for entry in best.entries {
        guard let before = builder.segment(builder.reversed(entry.before), &classes),
          let after = builder.segment(entry.after, &classes)
        else {
          tooLarge.append(pattern)
          break
        }
        builder.classIDs.append(entry.classID)
        builder.afterLeads.append(after.lead)
        builder.anchors.append(
          Anchor(
            beforeLeads: builder.leads[Int(before.lead)], before: before.start, after: after.start,
            isFar: before.isFar || after.isFar, pattern: Int32(pattern),
            owner: builder.patternOwners[pattern]))
      }
    }
    builder.file(isAskedByOwner: isAskedByOwner, &classes)
    return (Automaton(builder), tooLarge)
  }

  /// The groups of a symbol that are one owner's.
  func groups(of symbol: Symbols.Symbol, owner: Int32) -> Range<Int32> {
    let all = symbolGroups[Int(symbol)]
    var start = all.lowerBound
    var end = all.upperBound
    while start < end {
      let middle = (start + end) / 2
      if groups[Int(middle)].owner < owner { start = middle + 1 } else { end = middle }
    }
    while end < all.upperBound, groups[Int(end)].owner == owner { end += 1 }
    return start..<end
  }
}
