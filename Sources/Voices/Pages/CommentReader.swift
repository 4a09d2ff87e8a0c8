import Complaints
import Text

/// What one reader's comment says, and who says it when.
struct Comment: Equatable {
  /// The comment's own id, as the page gives it.
  var key: String?
  /// Position of the comment it answers among the page's comments.
  var parent: Int?
  var author: String?
  var received: Timestamp?
  /// The blocks that are the comment's own words.
  var blocks: [Int]
  /// How many bytes of the first block are a head that stands in one block with the words.
  var headByteCount = 0
}

/// Reads comments out of the elements that hold them.
struct CommentReader {
  let tree: PageTree
  private let items: [CommentFinder.Item]
  private let isBarred: [Bool]
  let finder: CommentFinder

  init(_ finder: CommentFinder, items: [CommentFinder.Item]) {
    self.finder = finder
    tree = finder.tree
    isBarred = finder.isBarred
    self.items = items
  }

  /// The comments in document order; an element without words of its own gives none.
  func comments() -> [Comment] {
    var owners = [Int?](repeating: nil, count: tree.layout.elements.count)
    for (position, item) in items.enumerated() {
      for root in finder.roots(of: item.element) {
        for element in tree.subtree(root) { owners[element] = position }
      }
    }
    return items.indices.map { position in
      comment(at: position, owners: owners)
    }
  }

  private func comment(at position: Int, owners: [Int?]) -> Comment {
    let item = items[position]
    let roots = finder.roots(of: item.element)
    let own = roots.flatMap { tree.subtree($0) }
      .filter { owners[$0] == position && !isBarred[$0] }
    var all = roots.flatMap { tree.blockRanges[$0] }.filter { block in
      guard let element = tree.layout.blocks[block].element else { return false }
      return owners[element] == position && !isBarred[element]
    }
    // Comments that a script unfolds are hidden as a whole; they are words all the same.
    if all.contains(where: { !tree.layout.blocks[$0].isHidden }) {
      all.removeAll { tree.layout.blocks[$0].isHidden }
    }
    var content = contentElements(own, item: item.element)
    let byteCount = roots.reduce(0) { $0 + tree.byteCount(of: $1) }
    func words() -> [Int] {
      // What is named as words is not taken back by the names around it.
      let inner = content.isEmpty ? own : own.filter(content.contains)
      var heads = marked(inner, byteCount: byteCount)
      if roots.count > 1 { heads.formUnion(tree.subtree(item.element)) }
      return all.filter { block in
        guard let element = tree.layout.blocks[block].element else { return false }
        return (content.isEmpty || content.contains(element)) && !heads.contains(element)
          && !isFurniture(tree.layout.blocks[block])
      }
    }
    var blocks = words()
    if blocks.isEmpty, !content.isEmpty {
      content = []
      blocks = words()
    }
    var comment = Comment(key: item.key, parent: item.parent, blocks: blocks)
    let before = finder.headBefore(item.element).map { [$0] } ?? []
    comment.author = author(own, all: all) ?? author([], all: before)
    comment.received =
      date(own, all: all, except: blocks) ?? date([], all: before, except: [])
    if content.isEmpty { dropHead(&comment) }
    return comment
  }

  /// The elements that hold the words and all inside them, when the mark-up names them.
  private func contentElements(_ own: [Int], item: Int) -> Set<Int> {
    func inside(_ predicate: (Int) -> Bool) -> Set<Int> {
      var found: Set<Int> = []
      for element in own where element != item {
        let isIn = tree.layout.elements[element].parent.map { found.contains($0) } ?? false
        if isIn || !tree.blockRanges[element].isEmpty && predicate(element) {
          found.insert(element)
        }
      }
      return found
    }
    func holdsHead(_ index: Int) -> Bool {
      tree.subtree(index).prefix(12).contains { tree.names[$0].has(["author", "meta", "vcard"]) }
    }
    let named = inside { index in
      if holdsHead(index) { return false }
      let property = tree.layout.elements[index].attributes["itemprop"] ?? ""
      return ["text", "commentText", "reviewBody", "description"].contains(property)
        || tree.names[index].classes.contains {
          CommentNames.role(ofClass: $0) == .body && !$0.hasSuffix("body")
        }
    }
    if !named.isEmpty { return named }
    let bodies = inside { index in
      tree.names[index].classes.contains { CommentNames.role(ofClass: $0) == .body }
        && !holdsHead(index)
        || tree.names[index].isAboutComments && tree.names[index].has(CommentReader.bodyWords)
          && !holdsHead(index)
    }
    if !bodies.isEmpty { return bodies }
    return inside { index in
      tree.names[index].classes.contains { CommentNames.wordClasses.contains($0) }
    }
  }

  /// Elements of a comment that are no words of its author: head, links, forms.
  private func marked(_ own: [Int], byteCount: Int) -> Set<Int> {
    var marks: Set<Int> = []
    for index in own {
      let element = tree.layout.elements[index]
      if let parent = element.parent, marks.contains(parent) {
        marks.insert(index)
        continue
      }
      guard index != own.first else { continue }
      let names = tree.names[index]
      let isNamed =
        names.has(CommentReader.headWords)
        && !names.has(CommentReader.bodyWords)
      let isTag = CommentReader.headTags.contains(element.tag)
      if isNamed || isTag, !isMost(index, of: byteCount) { marks.insert(index) }
    }
    return marks
  }

  /// Whether an element holds most words of a comment, whatever its name.
  private func isMost(_ element: Int, of byteCount: Int) -> Bool {
    let inner = tree.byteCount(of: element)
    return inner > 60 && inner * 10 > byteCount * 8
  }

  private static let bodyWords: Set<String> = ["content", "text", "body", "message"]
  private static let headTags: Set<String> = [
    "footer", "header", "form", "button", "time", "cite", "nav",
  ]
  private static let headWords: Set<String> = [
    "author", "meta", "metadata", "commentmetadata", "vcard", "date", "time", "timestamp", "avatar",
    "reply", "permalink", "header", "info", "actions", "action", "links", "tools", "toolbar",
    "vote",
    "votes", "voting", "rating", "like", "likes", "share", "report", "flag", "awaiting",
    "moderation",
    "username", "user", "says", "fn", "edit", "commenter", "name", "byline", "footer", "controls",
    "badge", "autor", "auteur", "autore", "pseudo", "nick", "nickname", "poster", "submitter",
    "dateline", "published", "posted", "number", "submit", "respond", "signature",
  ]

  private func isFurniture(_ block: Block) -> Bool {
    if block.kind == .control { return true }
    let text = block.text
    guard text.utf8.count <= 60 else { return false }
    let lower = text.lowercased().filter { $0.isLetter || $0 == " " }
      .split(separator: " ").joined(separator: " ")
    return CommentReader.furniture.contains(lower)
      || block.linkedByteCount == text.utf8.count
        && CommentReader.linkStarts.contains { lower.hasPrefix($0) }
      || lower.isEmpty && block.linkedByteCount > 0
  }

  private static let furniture: Set<String> = [
    "reply", "antworten", "répondre", "responder", "rispondi", "beantwoorden", "odpowiedz", "edit",
    "quote", "report", "share", "like", "log in to reply", "your comment is awaiting moderation",
    "permalink", "link", "delete", "replies", "says", "sagt", "report abuse", "flag", "svara",
    "löschen",
    "zitieren", "melden", "report comment", "reply link", "load more", "view replies",
    "hide replies",
    "add comment", "comment", "like this", "upvote", "downvote", "reply to this comment",
    "responda",
    "quote selected text", "up", "down", "top", "leave a reply", "cancel reply", "show more",
  ]
  private static let linkStarts = [
    "reply", "antwort", "log in to", "login to", "répondre", "responder", "edit", "report", "share",
    "like", "permalink", "link to", "quote", "flag", "view", "show",
  ]
}
