/// Takes the events of the XML parser and keeps the elements of a feed.
struct FeedBuilder {
  private struct Open {
    var element: FeedElement
    var text: [UInt8] = []
    /// How its content is to become HTML; nil for an element whose children are elements.
    var markup: Markup?
  }

  /// What stands inside an element that holds HTML.
  private enum Markup {
    /// HTML as text, and tags where it was not escaped.
    case escaped
    /// XHTML as elements.
    case elements
  }

  private var open = [Open(element: FeedElement(name: ""))]
  /// Elements of HTML that are open inside the innermost element.
  private var innerDepth = 0

  private static let markupNames: Set<String> = [
    "title", "description", "content:encoded", "excerpt:encoded", "wp:comment_content", "summary",
    "content", "atom:title", "atom:summary", "atom:content", "xhtml:body", "xhtml:div",
  ]
  private static let voidNames: Set<String> = [
    "br", "hr", "img", "wbr", "input", "meta", "link", "area", "base", "col", "embed", "param",
    "source", "track",
  ]

  /// An element starts.
  mutating func start(_ name: String, local: String, attributes: [String: String]) {
    if let markup = open[open.count - 1].markup {
      innerDepth += 1
      return append(startTag: local, attributes, markup)
    }
    var entry = Open(element: FeedElement(name: name, attributes: attributes))
    if FeedBuilder.markupNames.contains(name) {
      entry.markup =
        attributes["type"] == "xhtml" || name.hasPrefix("xhtml:") ? .elements : .escaped
    }
    open.append(entry)
  }

  private mutating func append(
    startTag name: String, _ attributes: [String: String], _ markup: Markup
  ) {
    var tag = "<" + name
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
      tag += " \(name)=\"" + value.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
      tag += "\""
    }
    open[open.count - 1].text.append(contentsOf: (tag + ">").utf8)
  }

  /// An element ends.
  mutating func end(local: String) {
    if innerDepth > 0 {
      innerDepth -= 1
      guard !FeedBuilder.voidNames.contains(local.lowercased()) else { return }
      return open[open.count - 1].text.append(contentsOf: "</\(local)>".utf8)
    }
    guard open.count > 1, var done = open.popLast() else { return }
    done.element.text = String(decoding: done.text, as: UTF8.self)
    open[open.count - 1].element.children.append(done.element)
  }

  /// Characters come.
  mutating func add(_ characters: UnsafeBufferPointer<UInt8>) {
    let last = open.count - 1
    guard open[last].markup == .elements else {
      return open[last].text.append(contentsOf: characters)
    }
    for byte in characters {
      switch byte {
      case UInt8(ascii: "<"): open[last].text.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: "&"): open[last].text.append(contentsOf: "&amp;".utf8)
      default: open[last].text.append(byte)
      }
    }
  }

  /// What was read, as one element around it.
  mutating func document() -> FeedElement {
    while open.count > 1 {
      innerDepth = 0
      end(local: "")
    }
    let outer = open[0].element
    return outer.children.first { $0.name == "feed-document" } ?? outer
  }
}
