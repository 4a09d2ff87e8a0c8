public import Complaints

/// A layout written down as lines of text: a block a line, a blank line between paragraphs, the
/// cells of a table row behind each other with a TAB between.
public struct LayoutText: Sendable {
  /// The text; lines end with LF.
  public private(set) var text = ""
  /// For every block with words, its index and its half-open UTF-8 byte range in `text`, in order.
  public private(set) var blocks: [(block: Int, range: Range<Int>)] = []

  /// Writes the blocks for which `isIncluded` holds; linear in the text.
  public init(_ layout: Layout, isIncluded: (Int) -> Bool = { _ in true }) {
    var previous: Int?
    for index in layout.blocks.indices where isIncluded(index) {
      let block = layout.blocks[index]
      guard block.text.utf8.contains(where: { !$0.isASCIIWhiteSpace }) else { continue }
      if let previous {
        text += LayoutText.separator(layout, previous, index)
      }
      let start = text.utf8.count
      text += block.text
      blocks.append((index, start..<text.utf8.count))
      previous = index
    }
  }

  private static func separator(_ layout: Layout, _ before: Int, _ after: Int) -> String {
    let (left, right) = (layout.blocks[before], layout.blocks[after])
    if left.kind == .cell, right.kind == .cell, !left.text.utf8.contains(0x0A),
      let row = row(layout, left.element), row == Self.row(layout, right.element)
    {
      return "\t"
    }
    return isTight(layout, left) && isTight(layout, right) ? "\n" : "\n\n"
  }

  private static let blockTags: Set<String> = [
    "p", "div", "td", "body", "blockquote", "li", "html",
  ]

  private static func row(_ layout: Layout, _ element: Int?) -> Int? {
    layout.ancestor(of: element) { $0.tag == "tr" }
  }

  /// Whether a block stands close to its neighbours: a `<div>`, a list item, a cell, an Outlook
  /// paragraph without margins.
  private static func isTight(_ layout: Layout, _ block: Block) -> Bool {
    switch block.kind {
    case .listItem, .cell, .control: return true
    case .heading, .caption, .preformatted: return false
    case .paragraph, .quote: break
    }
    guard let index = layout.ancestor(of: block.element, where: { blockTags.contains($0.tag) })
    else { return false }
    let element = layout.elements[index]
    guard element.tag == "p" else { return element.tag == "div" }
    return element.classes.contains { $0.hasPrefix("Mso") || $0.hasPrefix("x_Mso") }
  }
}
