import Complaints

/// Finds the elements of a page that hold one reader's comment each.
struct CommentFinder {
  /// One comment's element.
  struct Item: Equatable {
    var element: Int
    /// The comment's own id, as the page gives it.
    var key: String?
    /// Position of the comment it answers among the items.
    var parent: Int?
  }

  let tree: PageTree
  /// Elements that hold no comments: side columns, forms, code.
  let isBarred: [Bool]
  /// How many elements before each one name an author or a date.
  private let headSums: [Int]
  /// Comments nested deeper are taken for part of the one around them.
  private static let nestingLimit = 64

  /// Prepares a page; linear.
  init(_ tree: PageTree) {
    self.tree = tree
    let isBarred = tree.inherited { CommentFinder.isBar($0, in: tree) }
    self.isBarred = isBarred
    headSums = tree.layout.elements.indices.reduce(into: [0]) { sums, index in
      let isHead = !isBarred[index] && CommentFinder.isHead(index, in: tree)
      sums.append((sums.last ?? 0) + (isHead ? 1 : 0))
    }
  }

  private static let newestWords: Set<String> = ["recent", "latest", "newest", "neueste"]

  private static func isBar(_ index: Int, in tree: PageTree) -> Bool {
    let element = tree.layout.elements[index]
    if ["html", "body", "main"].contains(element.tag) { return false }
    let names = tree.names[index]
    let isSide =
      ["pre", "code", "nav", "form", "script"].contains(element.tag)
      || names.classes.contains {
        $0 == "widget" && !names.classes.contains("blog") || $0.hasPrefix("widget_")
          || $0 == "sidebar" || $0 == "pingback"
          || $0 == "trackback" || $0 == "pings" || $0 == "pinglist" || $0 == "comment-respond"
      }
      || names.id.hasPrefix("sidebar") || names.id == "aside" || names.id == "respond"
      || names.isAboutComments && names.has(newestWords)
      || names.words.contains("recentcomments")
    // Old pages put everything into one form, Blogger into one widget.
    return isSide && tree.blockRanges[index].count * 5 < tree.layout.blocks.count * 2
  }

  private static let headWords: Set<String> = [
    "author", "fn", "date", "time", "vcard", "username", "user", "datum", "autor", "commenter",
    "timestamp", "datetime",
  ]

  private static func isHead(_ index: Int, in tree: PageTree) -> Bool {
    let element = tree.layout.elements[index]
    return element.tag == "time" || element.tag == "cite"
      || tree.names[index].has(headWords)
      || tree.names[index].classes.contains { $0.hasSuffix("author") || $0.hasSuffix("date") }
  }

  /// Whether an element holds one that names an author or a date, or starts like the head of a
  /// comment: "Sheila P wrote on 11 September 2025".
  func hasHead(_ item: Int) -> Bool { hasOwnHead(item) || headBefore(item) != nil }

  private func hasOwnHead(_ item: Int) -> Bool {
    let range = tree.subtree(item)
    if headSums[range.upperBound] > headSums[range.lowerBound] { return true }
    guard let first = tree.blockRanges[item].first else { return false }
    return CommentReader.date(inHead: String(tree.layout.blocks[first].text.prefix(120))) != nil
  }

  /// The short dated line that stands before an element, for pages that put heads between comments.
  func headBefore(_ item: Int) -> Int? {
    let block = tree.blockRanges[item].lowerBound - 1
    guard block >= 0, tree.layout.blocks[block].text.utf8.count <= 100,
      CommentReader.date(inHead: tree.layout.blocks[block].text) != nil
    else { return nil }
    let parent = tree.layout.elements[item].parent
    return parent.map { tree.contains($0, tree.layout.blocks[block].element) } == true ? block : nil
  }

  /// The comments in document order; by the surest mark that finds any.
  func items() -> [Item] {
    for mark in CommentNames.Mark.allCases {
      var marked: [Int]
      switch mark {
      case .sibling: marked = siblings()
      case .bodyClass: marked = withHeads(indices(of: mark))
      default: marked = indices(of: mark)
      }
      marked = withoutWrappers(marked, mark).filter { tree.byteCount(of: $0) > 0 }
      let isSure = mark.rawValue <= CommentNames.Mark.numberedID.rawValue
      if !marked.isEmpty, isSure || marked.contains(where: hasHead) { return nested(marked) }
    }
    return []
  }

  private func indices(of mark: CommentNames.Mark) -> [Int] {
    tree.layout.elements.indices.filter { matches($0, mark) }
  }

  private func matches(_ index: Int, _ mark: CommentNames.Mark) -> Bool {
    guard !isBarred[index] else { return false }
    let element = tree.layout.elements[index]
    guard !CommentFinder.inlineTags.contains(element.tag) else { return false }
    let names = tree.names[index]
    switch mark {
    case .microdata:
      let type = element.attributes["itemtype"] ?? ""
      let property = element.attributes["itemprop"] ?? ""
      return type.hasSuffix("/Comment") || type.hasSuffix("/UserComments")
        || property.split(separator: " ").contains("comment")
    case .microformat:
      return names.classes.contains { ["h-cite", "u-comment", "p-comment"].contains($0) }
    case .bloggerID:
      return names.id.first == "c" && names.id.utf8.count >= 7
        && names.id.utf8.dropFirst().allSatisfy { $0 &- 0x30 < 10 }
    case .numberedID: return CommentNames.key(fromID: names.id) != nil
    case .itemClass:
      return names.isAboutComments
        && names.classes.contains { CommentNames.role(ofClass: $0) == .item }
    case .bodyClass:
      return names.isAboutComments
        && names.classes.contains { CommentNames.role(ofClass: $0) == .body }
    case .sibling: return false
    }
  }

  private static let inlineTags: Set<String> = [
    "a", "span", "em", "i", "b", "strong", "label", "button", "input", "h1", "h2", "h3", "h4", "h5",
    "h6", "time", "cite", "small", "textarea", "select", "option", "html", "body", "code",
  ]

  /// The elements around the words of comments that hold their heads as well: each is taken out as
  /// far as it holds no other comment's words.
  private func withHeads(_ bodies: [Int]) -> [Int] {
    var widened: [Int] = []
    for (position, body) in bodies.enumerated() {
      var element = body
      let previous = position > 0 ? bodies[position - 1] : -1
      let next = position + 1 < bodies.count ? bodies[position + 1] : Int.max
      var steps = 0
      while !hasOwnHead(element), let parent = tree.layout.elements[element].parent, steps < 5,
        parent > previous, tree.subtreeEnds[parent] <= next,
        !["html", "body", "main"].contains(tree.layout.elements[parent].tag),
        tree.byteCount(of: parent) < tree.byteCount(of: body) + 400
      {
        element = parent
        steps += 1
      }
      widened.append(hasOwnHead(element) ? element : body)
    }
    return widened
  }

  /// Leaves out elements that only repeat the comment around them: `div#div-comment-12` in
  /// `li#li-comment-12`, `article.comment-body` in `li.comment`.
  private func withoutWrappers(_ marked: [Int], _ mark: CommentNames.Mark) -> [Int] {
    // A vocabulary's own mark stands once on each comment.
    let isOnce = mark == .microdata || mark == .microformat
    var kept: [Int] = []
    var open: [Int] = []
    for (position, element) in marked.enumerated() {
      while let last = open.last, !tree.contains(last, element) { open.removeLast() }
      if let outer = open.last {
        if outer == element || open.count >= CommentFinder.nestingLimit
          || !isOnce && isSameComment(outer, element)
        {
          continue
        }
        // A list that bears the mark itself holds several marked elements and is no comment.
        if !isOnce, kept.last == outer, isContainer(outer, of: marked[position...]) {
          kept.removeLast()
          open.removeLast()
        }
      }
      open.append(element)
      kept.append(element)
    }
    return kept
  }

  private static let replyWords: Set<String> = [
    "children", "replies", "nested", "child", "subcomments", "thread", "responses",
  ]

  private func isSameComment(_ outer: Int, _ inner: Int) -> Bool {
    let elements = tree.layout.elements
    let keys = (elements[outer].id.flatMap(key), elements[inner].id.flatMap(key))
    if let left = keys.0, let right = keys.1 { return left == right }
    // A reply stands in a list of its own, or behind the words of the comment it answers.
    var current = elements[inner].parent
    var steps = 0
    while let index = current, index != outer, steps < 32 {
      let names = tree.names[index]
      if ["ul", "ol"].contains(elements[index].tag)
        || names.has(CommentFinder.replyWords)
      {
        return false
      }
      current = elements[index].parent
      steps += 1
    }
    if elements[inner].tag == "li" { return false }
    let (start, end) = (tree.blockRanges[outer].lowerBound, tree.blockRanges[inner].lowerBound)
    return start >= end || tree.byteCount(in: start..<end) < 160
  }

  private func key(_ id: String) -> String? { CommentNames.key(fromID: id) }

  /// Whether an element's own words, outside the marked ones inside it, are too few for a comment.
  private func isContainer(_ outer: Int, of marked: ArraySlice<Int>) -> Bool {
    var own = tree.byteCount(of: outer)
    var covered = 0
    var count = 0
    for element in marked {
      guard tree.contains(outer, element) else { break }
      if element < covered { continue }
      covered = tree.subtreeEnds[element]
      own -= tree.byteCount(of: element)
      count += 1
    }
    return (own <= 40 || count >= 2 && own <= 200) && !hasHeadOutside(outer, of: marked)
  }

  private func hasHeadOutside(_ outer: Int, of marked: ArraySlice<Int>) -> Bool {
    guard let first = marked.first else { return false }
    return headSums[first] > headSums[outer]
  }

  private static let formWords: Set<String> = [
    "form", "respond", "count", "link", "title", "open", "closed", "nav", "pagination", "meta",
  ]

  /// Children of a list of comments that are built alike.
  private func siblings() -> [Int] {
    let elements = tree.layout.elements
    let lists = elements.indices.filter { index in
      guard !isBarred[index], !["html", "body", "main", "article"].contains(elements[index].tag)
      else { return false }
      let names = tree.names[index]
      return CommentNames.listNames.contains(names.id)
        || names.classes.contains { CommentNames.listNames.contains($0) }
        || names.isAboutComments && !names.has(CommentFinder.formWords)
    }
    var found: [Int] = []
    for (position, list) in lists.enumerated() {
      if position + 1 < lists.count, tree.contains(list, lists[position + 1]) { continue }
      found += alike(in: list)
    }
    return found
  }

  private func alike(in list: Int) -> [Int] {
    let elements = tree.layout.elements
    let names = tree.names[list]
    let isKnown =
      CommentNames.listNames.contains(names.id)
      || names.classes.contains { CommentNames.listNames.contains($0) }
    var groups: [String: [Int]] = [:]
    for index in tree.subtree(list).dropFirst() {
      guard let parent = elements[index].parent, !isBarred[index], parent - list < 4_096,
        !CommentFinder.inlineTags.contains(elements[index].tag),
        !tree.names[index].has(CommentFinder.formWords)
      else { continue }
      let shape = "\(parent) \(elements[index].tag) \(elements[index].classes.first ?? "")"
      groups[shape, default: []].append(index)
    }
    let alike = groups.values.filter { group in
      let withHead = group.filter { hasHead($0) && tree.byteCount(of: $0) > 30 }
      return withHead.count * 3 > group.count * 2 && (withHead.count >= 2 || isKnown)
    }
    return alike.max { ($0.count, -$0[0]) < ($1.count, -$1[0]) } ?? []
  }

  private func nested(_ elements: [Int]) -> [Item] {
    var items: [Item] = []
    var open: [Int] = []
    for element in elements {
      while let last = open.last, !tree.contains(items[last].element, element) {
        open.removeLast()
      }
      items.append(Item(element: element, key: ownKey(element), parent: open.last))
      open.append(items.count - 1)
    }
    return items
  }

  /// The id of a comment: its own, or that of a wrapper directly inside it.
  private func ownKey(_ element: Int) -> String? {
    func key(_ index: Int) -> String? {
      let element = tree.layout.elements[index]
      if let id = element.id {
        if let key = CommentNames.key(fromID: id) { return key }
        let digits = id.utf8.dropFirst()
        if id.utf8.first == 0x63, digits.count >= 6, digits.allSatisfy({ $0 &- 0x30 < 10 }) {
          return id
        }
      }
      return element.attributes["name"].flatMap { CommentNames.key(fromID: $0) }
    }
    for index in tree.subtree(element).prefix(6) {
      if let key = key(index) { return key }
    }
    return tree.layout.elements[element].id.flatMap { $0.utf8.count <= 80 ? $0 : nil }
  }
}
