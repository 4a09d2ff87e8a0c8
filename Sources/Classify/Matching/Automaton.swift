/// Patterns compiled for matching around their rarest words; immutable and shared by all tasks.
///
/// Each way to match a pattern is filed under the symbols of one of its words, the anchor. A text's
/// tokens are scanned once; at an anchor the rest of the pattern is verified forwards and
/// backwards.
final class Automaton: Sendable {
  /// One way to match a pattern: backwards from before the anchor, forwards from after it.
  struct Anchor: Sendable {
    /// In `leads`, of what stands before the anchor.
    let leads: Int32
    /// Where the steps of both sides begin.
    let before: Int32
    let after: Int32
    private let patternAndReach: Int32

    init(leads: Int32, before: Int32, after: Int32, pattern: Int, isFar: Bool) {
      self.leads = leads
      self.before = before
      self.after = after
      patternAndReach = Int32(pattern << 1 | (isFar ? 1 : 0))
    }

    @inline(__always)
    var pattern: Int32 { patternAndReach >> 1 }

    /// Whether a side can span more words than `NearPlaces` holds.
    @inline(__always)
    var isFar: Bool { patternAndReach & 1 != 0 }
  }

  /// The anchors of a symbol that want the same after them: up to those of the next group.
  struct AnchorGroup: Sendable {
    /// In `leads`, of what stands after the anchor.
    var leads: Int32
    /// In `anchors`.
    var first: Int32
  }

  private let code: Table<Instruction>
  private let tables: Table<SymbolTables.Entry>
  private let branchWords: Table<SymbolTables.Entry>
  private let branchStarts: Table<Int32>
  private let ways: Table<BranchIndex.Way>
  private let leads: Table<Leads>
  private let anchors: Table<Anchor>
  /// The groups of each symbol as ranges in `groups`: words with the same anchors share them.
  private let symbolGroups: Table<IndexRange>
  /// One more at the end.
  private let groups: Table<AnchorGroup>
  /// The owner of each pattern.
  private let owners: Table<Int32>
  /// In automata asked owner by owner the words of each owner's anchors, their tables, and in the
  /// order of these the groups of each word that are the owner's.
  private let ownerWords: Table<OwnerWords>
  private let ownerTables: Table<SymbolTables.Entry>
  private let ownerGroups: Table<IndexRange>

  /// The words of one owner's anchors.
  struct OwnerWords: Sendable {
    var signature: Signature
    /// Where the table of these words stands in `ownerTables`.
    var table: SymbolTables.Place
  }

  /// Where the steps of a side begin that has none.
  static let nothing: Int32 = -1
  /// The most steps of one side with every choice written out; longer patterns are refused when
  /// rules are read.
  static let longestCode = 512

  init(_ builder: AutomatonBuilder) {
    code = Table(builder.writer.code)
    tables = Table(builder.writer.tables.entries)
    let branchIndex = builder.writer.branchIndex
    branchWords = Table(branchIndex.words.entries)
    branchStarts = Table(branchIndex.starts)
    ways = Table(branchIndex.ways)
    leads = Table(builder.leads)
    anchors = Table(builder.anchors)
    symbolGroups = Table(builder.symbolGroups)
    let end = AnchorGroup(leads: 0, first: Int32(builder.anchors.count))
    groups = Table(builder.groups + [end])
    owners = Table(builder.patternOwners)
    ownerWords = Table(builder.ownerWords)
    ownerTables = Table(builder.ownerTables.entries)
    ownerGroups = Table(builder.ownerGroups)
  }

  /// The parts of an automaton as searches look at them; valid as long as it lives.
  struct View {
    let code: UnsafeBufferPointer<Instruction>
    let tables: UnsafeBufferPointer<SymbolTables.Entry>
    let branchWords: UnsafeBufferPointer<SymbolTables.Entry>
    let branchStarts: UnsafeBufferPointer<Int32>
    let ways: UnsafeBufferPointer<BranchIndex.Way>
    let leads: UnsafeBufferPointer<Leads>
    let anchors: UnsafeBufferPointer<Anchor>
    let symbolGroups: UnsafeBufferPointer<IndexRange>
    let groups: UnsafeBufferPointer<AnchorGroup>
    let owners: UnsafeBufferPointer<Int32>
    let ownerWords: UnsafeBufferPointer<OwnerWords>
    let ownerTables: UnsafeBufferPointer<SymbolTables.Entry>
    let ownerGroups: UnsafeBufferPointer<IndexRange>
  }

  /// All parts.
  @inline(__always)
  var view: View {
    View(
      code: code.elements, tables: tables.elements, branchWords: branchWords.elements,
      branchStarts: branchStarts.elements, ways: ways.elements, leads: leads.elements,
      anchors: anchors.elements, symbolGroups: symbolGroups.elements, groups: groups.elements,
      owners: owners.elements, ownerWords: ownerWords.elements,
      ownerTables: ownerTables.elements, ownerGroups: ownerGroups.elements)
  }
}
