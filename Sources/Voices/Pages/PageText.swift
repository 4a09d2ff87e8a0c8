import Complaints

/// The text of a verbatim while its blocks are put together: blank lines between paragraphs, LF
/// between list items and between the cells of a row.
struct PageText {
  private let layout: Layout
  private(set) var text = ""
  private var pieces: [(kind: PassageKind, range: Range<Int>)] = []
  private var previous: Block.Kind?

  init(_ layout: Layout) {
    self.layout = layout
  }

  /// Adds a block without its first bytes.
  mutating func add(_ block: Int, _ kind: PassageKind, dropping count: Int) {
    let block = layout.blocks[block]
    let words =
      count == 0 ? block.text : String(decoding: block.text.utf8.dropFirst(count), as: UTF8.self)
    guard !words.isEmpty else { return }
    if let previous {
      let isTight = previous == block.kind && (block.kind == .listItem || block.kind == .cell)
      text += isTight ? "\n" : "\n\n"
    }
    previous = block.kind
    let start = text.utf8.count
    text += words
    pieces.append((kind, start..<text.utf8.count))
  }

  /// The passages; neighbours of one kind are one passage.
  func passages(role: Role) -> [Passage] {
    var passages: [Passage] = []
    for (kind, range) in pieces {
      if let last = passages.last, last.kind == kind, kind != .heading {
        passages[passages.count - 1].range = last.range.lowerBound..<range.upperBound
      } else {
        passages.append(Passage(kind: kind, range: range, role: role))
      }
    }
    return passages
  }
}
