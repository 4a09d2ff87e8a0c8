import Complaints

/// Takes the events of the parser and keeps blocks of text and the elements around them.
struct LayoutSink {
  /// An element that has words, kept flat; parents come before children.
  struct Node {
    var tag: Tag
    /// The name of a tag that is `other`, in `bytes`.
    var name: Range<Int>
    var parent: Int?
    var depth: Int
    /// Range in `attributes`.
    var attributes: Range<Int>
    var kind: Block.Kind
  }

  /// An element whose end has not come; it becomes a node when words come.
  struct Open {
    var tag: Tag
    var name: Range<Int>
    var attributes: Range<Int>
    var kind: Block.Kind
    var node: Int?
    var isHidden: Bool
    var isUnseen: Bool
    var isLink: Bool
    var isBlock: Bool
    /// Where its words start, for an inline element that may name an author or a date.
    var labelStart: Int?
    var labelBlock = 0
  }

  var blocks: [Block] = []
  var nodes: [Node] = []
  var open: [Open] = []
  /// Words of inline elements, by node.
  var labels: [(node: Int, text: String)] = []
  /// What the page says of itself.
  var facts = PageFacts()
  /// Letters of names and attribute values.
  var bytes: [UInt8] = []
  var attributes: [(attribute: Attribute, value: Range<Int>)] = []
  var isOverLimit = false
  /// How many elements stood too deep to be taken in.
  var flattenedCount = 0

  private let tagNames = Tag.names
  private let attributeNames = Attribute.names
  private var visible = TextRun()
  private var hidden = TextRun()
  private var title = TextRun()
  private var linkDepth = 0
  private var preformattedDepth = 0
  private var unseenDepth = 0
  /// Open elements below this index are nodes.
  private var nodeDepth = 0
  /// The highest node that a block or a label holds; closed nodes above it are dropped.
  private var keptNode = -1
  private var hasMovedSinceText = true
  private var blockNumber = 0

  /// An element starts; true when it is not taken in because it stands too deep.
  mutating func start(
    _ name: UnsafePointer<UInt8>,
    _ pairs: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, isTooDeep: Bool
  ) -> Bool {
    var key = NameTable.seed
    var length = 0
    while name[length] != 0 {
      key = NameTable.mixed(key, name[length])
      length += 1
    }
    let tag = Tag.named(key, in: tagNames)
    if tag == .br {
      if unseenDepth == 0 {
        if open.last?.isHidden == true { hidden.breakLine() } else { visible.breakLine() }
      }
      open.append(leaf(tag))
      return false
    }
    let isFlat = isTooDeep && !tag.isVoid
    if tag.isBlock { flush() }
    if isFlat {
      flattenedCount += 1
      return true
    }
    let mark = bytes.count
    if tag == .other {
      bytes.append(contentsOf: UnsafeBufferPointer(start: name, count: length))
    }
    let nameRange = mark..<bytes.count
    let firstAttribute = attributes.count
    keep(pairs)
    push(tag, name: nameRange, attributes: firstAttribute..<attributes.count)
    return false
  }

  /// The innermost element ends.
  mutating func end() {
    guard let last = open.last else { return }
    if last.isBlock { flush() }
    if let start = last.labelStart, last.labelBlock == blockNumber, let node = last.node,
      !last.isHidden
    {
      let text = visible.text(from: start, limit: MarkupLimits.labelByteCount)
      if !text.isEmpty {
        labels.append((node, text))
        keptNode = max(keptNode, node)
        if last.tag == .time { facts.offerTime(text) }
      }
    }
    if last.tag == .title, facts.title == nil, !title.isEmpty {
      facts.title = title.text
      title.clear()
    }
    open.removeLast()
    hasMovedSinceText = true
    if last.isLink { linkDepth -= 1 }
    if last.tag.isPreformatted { preformattedDepth -= 1 }
    if last.isUnseen { unseenDepth -= 1 }
    nodeDepth = min(nodeDepth, open.count)
    if last.node == nil {
      attributes.removeSubrange(last.attributes.lowerBound...)
      bytes.removeSubrange(last.name.lowerBound...)
    }
  }

  /// Words come.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    if unseenDepth > 0 {
      if open.last?.tag == .title, facts.title == nil, title.count < 4_096 { title.add(text) }
      return
    }
    let isPreformatted = preformattedDepth > 0
    let isHidden = open.last?.isHidden == true
    let hasWords = isPreformatted || text.contains { !$0.isSpace }
    let previous = isHidden ? hidden.node : visible.node
    var node = previous
    let before = isHidden ? hidden.count : visible.count
    if hasWords, hasMovedSinceText || before == 0 {
      let here = becomeNodes()
      node = before == 0 ? here : common(previous, here)
      hasMovedSinceText = false
    }
    if isHidden {
      hidden.node = node
      if isPreformatted { hidden.addPreformatted(text) } else { hidden.add(text) }
    } else {
      visible.node = node
      if isPreformatted { visible.addPreformatted(text) } else { visible.add(text) }
      if linkDepth > 0 { visible.linkedCount += visible.count - before }
    }
  }

  /// The page ends.
  mutating func finish() {
    flush()
    while !open.isEmpty { end() }
  }

  private func leaf(_ tag: Tag) -> Open {
    Open(
      tag: tag, name: bytes.count..<bytes.count, attributes: attributes.count..<attributes.count,
      kind: open.last?.kind ?? .paragraph, node: nil, isHidden: open.last?.isHidden ?? false,
      isUnseen: false, isLink: false, isBlock: false, labelStart: nil)
  }

  private mutating func keep(_ pairs: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
    guard var pair = pairs else { return }
    while let name = pair[0] {
      if let value = pair[1] {
        var key = NameTable.seed
        var index = 0
        while name[index] != 0 {
          key = NameTable.mixed(key, name[index])
          index += 1
        }
        if let attribute = Attribute.named(key, in: attributeNames) {
          var count = 0
          while value[count] != 0 { count += 1 }
          let start = bytes.count
          bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: count))
          attributes.append((attribute, start..<bytes.count))
        }
      }
      pair += 2
    }
  }

  private mutating func push(_ tag: Tag, name: Range<Int>, attributes range: Range<Int>) {
    let style = value(of: .style, in: range)
    let styleWords = style.map { StyleWords(bytes[$0]) }
    let parent = open.last
    var entry = Open(
      tag: tag, name: name, attributes: range,
      kind: Block.Kind(of: tag, inside: parent?.kind ?? .paragraph), node: nil,
      isHidden: parent?.isHidden == true || styleWords?.isHidden == true
        || value(of: .hidden, in: range) != nil,
      isUnseen: tag.isUnseen, isLink: tag == .a && value(of: .href, in: range) != nil,
      isBlock: tag.isBlock || styleWords?.isBlock == true, labelStart: nil)
    if entry.isBlock, !tag.isBlock { flush() }
    if !entry.isBlock, mayBeLabel(tag, range) {
      entry.labelStart = visible.count
      entry.labelBlock = blockNumber
    }
    if entry.isLink { linkDepth += 1 }
    if tag.isPreformatted { preformattedDepth += 1 }
    if entry.isUnseen { unseenDepth += 1 }
    open.append(entry)
    hasMovedSinceText = true
    if unseenDepth == 0 || tag == .meta { readFacts(of: tag, range) }
  }

  /// Reads what an element says without words; a datum of a vocabulary becomes an element of the
  /// layout: `<time datetime>` and microdata with `content`.
  private mutating func readFacts(of tag: Tag, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let content = string(of: .content, in: range)
    var isDatum = content != nil && value(of: .itemprop, in: range) != nil
    switch tag {
    case .html: facts.language = facts.language ?? string(of: .lang, in: range)
    case .link:
      facts.offerLink(rel: string(of: .rel, in: range), href: string(of: .href, in: range))
    case .meta:
      let name =
        string(of: .property, in: range) ?? string(of: .name, in: range)
        ?? string(of: .itemprop, in: range)
      facts.offerMeta(name: name, content: content)
    case .time:
      if let moment = string(of: .datetime, in: range) {
        facts.offerTime(moment)
        isDatum = true
      }
    default: break
    }
    if isDatum, let node = becomeNodes() {
      keptNode = max(keptNode, node)
      labels.append((node, ""))
    }
  }

  /// Makes nodes of all open elements; gives the innermost.
  private mutating func becomeNodes() -> Int? {
    var parent = nodeDepth > 0 ? open[nodeDepth - 1].node : nil
    while nodeDepth < open.count {
      let entry = open[nodeDepth]
      nodes.append(
        Node(
          tag: entry.tag, name: entry.name, parent: parent,
          depth: parent.map { nodes[$0].depth + 1 } ?? 0, attributes: entry.attributes,
          kind: entry.kind))
      parent = nodes.count - 1
      open[nodeDepth].node = parent
      nodeDepth += 1
    }
    return parent
  }

  private func common(_ left: Int?, _ right: Int?) -> Int? {
    guard var left, var right else { return nil }
    while left != right {
      if nodes[left].depth >= nodes[right].depth {
        guard let parent = nodes[left].parent else { return nil }
        left = parent
      } else {
        guard let parent = nodes[right].parent else { return nil }
        right = parent
      }
    }
    return left
  }

  private mutating func flush() {
    let hadText = !visible.isEmpty || !hidden.isEmpty
    keptNode = max(keptNode, put(visible, isHidden: false), put(hidden, isHidden: true))
    visible.clear()
    hidden.clear()
    guard hadText else { return }
    blockNumber += 1
    hasMovedSinceText = true
    let openNode = nodeDepth > 0 ? open[nodeDepth - 1].node ?? -1 : -1
    let last = max(openNode, keptNode)
    if nodes.count > last + 1 { nodes.removeSubrange((last + 1)...) }
  }

  /// Makes a block of a run; gives its node, -1 for none.
  private mutating func put(_ run: TextRun, isHidden: Bool) -> Int {
    guard !run.isEmpty, run.isVisible else { return -1 }
    let text = run.text
    guard blocks.count < MarkupLimits.blockCount else {
      isOverLimit = true
      blocks[blocks.count - 1].text += "\n" + text
      return -1
    }
    blocks.append(
      Block(
        kind: run.node.map { nodes[$0].kind } ?? .paragraph, text: text, element: run.node,
        linkedByteCount: min(run.linkedCount, text.utf8.count), isHidden: isHidden))
    return run.node ?? -1
  }
}
