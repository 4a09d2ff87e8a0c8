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
  private let tree: PageTree
  private let items: [CommentFinder.Item]
  private let isBarred: [Bool]
  private let finder: CommentFinder

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
      for element in tree.subtree(item.element) { owners[element] = position }
    }
    return items.indices.map { position in
      comment(at: position, owners: owners)
    }
  }

  private func comment(at position: Int, owners: [Int?]) -> Comment {
    let item = items[position]
    let own = tree.subtree(item.element).filter { owners[$0] == position && !isBarred[$0] }
    var all = tree.blockRanges[item.element].filter { block in
      guard let element = tree.layout.blocks[block].element else { return false }
      return owners[element] == position && !isBarred[element]
    }
    // Comments that a script unfolds are hidden as a whole; they are words all the same.
    if all.contains(where: { !tree.layout.blocks[$0].isHidden }) {
      all.removeAll { tree.layout.blocks[$0].isHidden }
    }
    let content = contentElements(own, item: item.element)
    let heads = marked(own)
    let blocks = all.filter { block in
      guard let element = tree.layout.blocks[block].element else { return false }
      return (content.isEmpty || content.contains(element)) && !heads.contains(element)
        && !isFurniture(tree.layout.blocks[block])
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
    let named = inside { index in
      let property = tree.layout.elements[index].attributes["itemprop"] ?? ""
      return ["text", "commentText", "reviewBody", "description"].contains(property)
        || tree.names[index].classes.contains {
          CommentNames.role(ofClass: $0) == .body && !$0.hasSuffix("body")
        }
    }
    if !named.isEmpty { return named }
    let bodies = inside { index in
      tree.names[index].classes.contains { CommentNames.role(ofClass: $0) == .body }
        && !tree.subtree(index).prefix(12).contains {
          tree.names[$0].has(["author", "meta", "vcard"])
        }
    }
    if !bodies.isEmpty { return bodies }
    return inside { index in
      tree.names[index].classes.contains { CommentNames.wordClasses.contains($0) }
    }
  }

  /// Elements of a comment that are no words of its author: head, links, forms.
  private func marked(_ own: [Int]) -> Set<Int> {
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
      if isNamed || isTag, !isMost(index, of: own) { marks.insert(index) }
    }
    return marks
  }

  /// Whether an element holds most words of a comment, whatever its name.
  private func isMost(_ element: Int, of own: [Int]) -> Bool {
    guard let item = own.first else { return false }
    let inner = tree.byteCount(of: element)
    return inner > 60 && inner * 10 > tree.byteCount(of: item) * 8
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
    "badge", "dateline", "published", "posted", "number", "submit", "respond", "signature",
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

  /// `.fn`, `cite`, `.comment-author`, `[rel=nofollow]`, then words like "Ana says:".
  private func author(_ own: [Int], all: [Int]) -> String? {
    let elements = tree.layout.elements
    let tests: [(Int) -> Bool] = [
      {
        tree.names[$0].classes.contains { ["fn", "p-author", "u-author", "h-card"].contains($0) }
      },
      { (elements[$0].attributes["itemprop"] ?? "") == "author" },
      { (elements[$0].attributes["itemprop"] ?? "") == "name" || elements[$0].tag == "cite" },
      {
        tree.names[$0].has(["author", "username", "commenter", "nick", "poster"])
          && !tree.names[$0].has(["date", "meta", "info", "avatar"])
      },
      {
        let rel = elements[$0].attributes["rel"] ?? ""
        return elements[$0].tag == "a" && (rel.contains("nofollow") || rel.contains("author"))
      },
      { tree.names[$0].has(["user", "name"]) && !tree.names[$0].has(["date", "avatar"]) },
    ]
    for test in tests {
      for element in own where test(element) {
        if let name = CommentReader.name(tree.words(of: element)) { return name }
      }
    }
    for block in all.prefix(3) {
      let line = tree.layout.blocks[block].text.prefix { $0 != "\n" }
      let lower = line.lowercased()
      for mark in CommentReader.saysMarks {
        if let range = lower.firstRange(of: mark) {
          return CommentReader.name(
            String(line.prefix(lower.distance(from: lower.startIndex, to: range.lowerBound))))
        }
      }
    }
    return nil
  }

  private static let saysMarks = [
    " says", " said", " wrote", " writes", " schrieb", " sagt", " meint", " commented", " a dit",
    " dijo", " replied", " on ", " am ",
  ]

  /// A name from the head of a comment; nil when the words are no name.
  static func name(_ words: String) -> String? {
    var text = String(words.prefix { $0 != "\n" })
    for mark in [
      " says", " said", " wrote", " schrieb", " sagt", " meint", " commented", " a dit", " •", " |",
    ] {
      if let range = text.firstRange(of: mark) { text = String(text[..<range.lowerBound]) }
    }
    for mark in ["By ", "by ", "von ", "Posted by ", "Von ", "Comment by ", "From "]
    where text.hasPrefix(mark) { text = String(text.dropFirst(mark.count)) }
    let trimmed = text.drop { $0.isWhitespace || $0 == "," || $0 == "–" || $0 == "-" }
    let end = trimmed.lastIndex { !$0.isWhitespace && $0 != ":" && $0 != "," }
    guard let end else { return nil }
    let name = String(trimmed[...end])
    guard (1...60).contains(name.utf8.count), name.split(separator: " ").count <= 6,
      name.contains(where: \.isLetter)
    else { return nil }
    return name
  }

  private func date(_ own: [Int], all: [Int], except words: [Int]) -> Timestamp? {
    let elements = tree.layout.elements
    for element in own {
      let attributes = elements[element].attributes
      for name in ["datetime", "content", "title"] {
        if name == "title", elements[element].tag != "abbr", elements[element].tag != "span" {
          continue
        }
        if let value = attributes[name], let date = WrittenDate.timestamp(value) { return date }
      }
    }
    for element in own {
      let isDated =
        elements[element].tag == "time" || tree.names[element].has(["date", "time", "published"])
        || (elements[element].attributes["href"] ?? "").contains("comment")
        || tree.names[element].has(["meta", "metadata", "commentmetadata", "permalink"])
      guard isDated else { continue }
      if let date = CommentReader.date(inHead: tree.words(of: element)) { return date }
    }
    for block in all.prefix(20) where !words.prefix(20).contains(block) {
      let text = tree.layout.blocks[block].text
      guard text.utf8.count <= 120 else { continue }
      if let date = CommentReader.date(inHead: text) { return date }
    }
    if let first = words.first,
      let line = tree.layout.blocks[first].text.split(separator: "\n").first,
      line.utf8.count <= 100
    {
      return CommentReader.date(inHead: String(line))
    }
    return nil
  }

  /// A date in a line such as "Sheila P wrote on 11 September 2025, 08:15".
  static func date(inHead line: String) -> Timestamp? {
    let line = String(line.map { $0 == "\u{A0}" ? " " : $0 })
    if let date = WrittenDate.timestamp(line) { return date }
    guard let digit = line.firstIndex(where: \.isNumber) else { return nil }
    return WrittenDate.timestamp(line[digit...])
  }

  /// Takes the head off comments whose mark-up does not tell it apart.
  private func dropHead(_ comment: inout Comment) {
    while comment.blocks.count > 1, let first = comment.blocks.first,
      isHead(tree.layout.blocks[first].text, author: comment.author)
    {
      comment.blocks.removeFirst()
    }
    guard let first = comment.blocks.first else { return }
    let text = tree.layout.blocks[first].text
    guard let end = text.firstIndex(of: "\n"), isHead(String(text[..<end]), author: comment.author)
    else { return }
    let rest = text[end...].drop { $0.isWhitespace }
    comment.headByteCount = text.utf8.count - rest.utf8.count
  }

  private func isHead(_ line: String, author: String?) -> Bool {
    guard line.utf8.count <= 120 else { return false }
    if let author, line.hasPrefix(author) || line == author,
      line.utf8.count <= author.utf8.count + 60
    {
      let rest = line.dropFirst(author.count).lowercased()
      return rest.isEmpty || CommentReader.date(inHead: line) != nil || rest.hasSuffix(":")
        || CommentReader.saysMarks.contains { rest.hasPrefix($0) }
    }
    return line.utf8.count <= 60 && CommentReader.date(inHead: line) != nil
  }
}
