import Complaints

extension LayoutSink {
  /// The place of an attribute's value among the attributes of an element.
  func value(of attribute: Attribute, in range: Range<Int>) -> Range<Int>? {
    for index in range where attributes[index].attribute == attribute {
      return attributes[index].value
    }
    return nil
  }

  /// An attribute's value.
  func string(of attribute: Attribute, in range: Range<Int>) -> String? {
    value(of: attribute, in: range).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Whether an inline element may name an author or a date.
  func mayBeLabel(_ tag: Tag, _ range: Range<Int>) -> Bool {
    if tag == .time || tag == .cite { return true }
    for index in range {
      let (attribute, value) = attributes[index]
      switch attribute {
      case .itemprop: return true
      case .id, .class, .rel:
        if holds(LayoutSink.labelWords, value) { return true }
      case .href: if holds(LayoutSink.addressWords, value) { return true }
      case .title where tag == .abbr || tag == .span: return true
      default: break
      }
    }
    return false
  }

  private static let labelWords: [StaticString] = [
    "author", "fn", "user", "name", "date", "time", "publish", "by", "permalink", "nofollow", "ugc",
    "poster", "url", "meta", "reply", "posted", "nick", "title",
  ]
  private static let addressWords: [StaticString] = ["comment", "/user", "/profile", "/author"]

  private func holds(_ words: [StaticString], _ range: Range<Int>) -> Bool {
    words.contains { word in
      let count = word.utf8CodeUnitCount
      guard range.count >= count else { return false }
      return (range.lowerBound...range.upperBound - count).contains { start in
        (0..<count).allSatisfy { bytes[start + $0].lowered == word.utf8Start[$0] }
      }
    }
  }

  /// The elements that contain blocks or name something, and the blocks with their new places.
  func layout() -> Layout {
    var isUsed = [Bool](repeating: false, count: nodes.count)
    func use(_ node: Int?) {
      var current = node
      while let index = current, !isUsed[index] {
        isUsed[index] = true
        current = nodes[index].parent
      }
    }
    for block in blocks { use(block.element) }
    for label in labels { use(label.node) }
    var places = [Int?](repeating: nil, count: nodes.count)
    var layout = Layout()
    for index in nodes.indices where isUsed[index] {
      places[index] = layout.elements.count
      layout.elements.append(
        element(nodes[index], parent: nodes[index].parent.flatMap { places[$0] }))
    }
    for (node, text) in labels where !text.isEmpty {
      if let place = places[node] { layout.elements[place].attributes["#text"] = text }
    }
    layout.blocks = blocks
    for index in layout.blocks.indices {
      layout.blocks[index].element = layout.blocks[index].element.flatMap { places[$0] }
    }
    layout.title = facts.title
    layout.address = facts.address
    layout.published = facts.published
    layout.author = facts.author
    layout.language = facts.language
    return layout
  }

  private func element(_ node: Node, parent: Int?) -> Element {
    var element = Element(
      tag: node.tag == .other ? String(decoding: bytes[node.name], as: UTF8.self) : node.tag.name,
      parent: parent)
    for (attribute, range) in attributes[node.attributes] {
      switch attribute {
      case .id: element.id = String(decoding: bytes[range], as: UTF8.self)
      case .class:
        element.classes = bytes[range].split(whereSeparator: \.isSpace)
          .map { String(decoding: $0, as: UTF8.self) }
      default:
        element.attributes[attribute.label] = String(decoding: bytes[range], as: UTF8.self)
      }
    }
    return element
  }
}

extension Block.Kind {
  /// What the words of an element are, given what the words around it are.
  init(of tag: Tag, inside parent: Block.Kind) {
    self =
      switch tag {
      case .h1: .heading(1)
      case .h2: .heading(2)
      case .h3: .heading(3)
      case .h4: .heading(4)
      case .h5: .heading(5)
      case .h6: .heading(6)
      case .li, .dd, .dt: .listItem
      case .blockquote: .quote
      case .td, .th: .cell
      case .pre, .xmp, .listing: .preformatted
      case .caption, .figcaption: .caption
      case .button, .select, .option, .optgroup, .textarea, .label, .legend, .output: .control
      case .p: parent == .cell || parent == .caption ? .paragraph : parent
      case .article, .section, .main, .aside, .nav, .header, .footer: .paragraph
      default: parent
      }
  }
}
