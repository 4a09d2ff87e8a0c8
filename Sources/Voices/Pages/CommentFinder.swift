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
  let headSums: [Int]
  /// Comments nested deeper are taken for part of the one around them.
  static let nestingLimit = 64

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
    "timestamp", "datetime", "poster", "nick", "nickname", "auteur", "autore", "pseudo",
    "submitter",
    "submitted",
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

  func hasOwnHead(_ item: Int) -> Bool {
    let range = tree.subtree(item)
    if headSums[range.upperBound] > headSums[range.lowerBound] { return true }
    return tree.blockRanges[item].prefix(2).contains {
      CommentReader.date(inHead: String(tree.layout.blocks[$0].text.prefix(120))) != nil
    }
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

  /// The element of an item and, where a definition list pairs heads (`dt`) with words (`dd`), the
  /// ones behind it that belong to it.
  func roots(of item: Int) -> [Int] {
    let elements = tree.layout.elements
    var roots = [item]
    guard elements[item].tag == "dt" else { return roots }
    var next = tree.subtreeEnds[item]
    while next < elements.count, elements[next].tag == "dd",
      elements[next].parent == elements[item].parent
    {
      roots.append(next)
      next = tree.subtreeEnds[next]
    }
    return roots
  }
}
