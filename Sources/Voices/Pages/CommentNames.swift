import Complaints

/// How pages name the elements in which readers' comments stand.
enum CommentNames {
  /// A kind of mark by which the comments of a page are recognised, the surest first.
  enum Mark: Int, CaseIterable {
    case microdata, microformat, bloggerID, numberedID, itemClass, bodyClass, sibling
  }

  /// Words for a comment in names.
  private static let commentWords: Set<String> = [
    "comment", "comments", "cmt", "kommentar", "kommentare", "commentaire", "comentario", "reactie",
    "commento", "reaction", "komentarz", "komentar", "komentari", "kommentti", "yorum",
    "comentariu",
    "comentari",
  ]
  /// Letters that one of those words holds.
  static let stems: [StaticString] = [
    "comment", "kommentar", "comentari", "reacti", "cmt", "komentar", "kommentti", "yorum",
  ]
  /// Words beside "comment" in the name of an element that holds one comment with its head.
  private static let itemWords: Set<String> = [
    "item", "entry", "block", "wrap", "wrapper", "container", "box", "holder", "single", "user",
    "reader", "row", "node", "post", "main", "card", "default", "inner", "outer", "detail",
    "parent",
    "child", "root", "level", "li", "view", "blog", "article", "listing", "new", "con", "module",
    "div", "unit", "area", "element", "one", "public", "visitor", "guest", "message", "depth",
  ]
  /// Words beside "comment" in the name of an element that holds the words of one comment.
  private static let bodyWords: Set<String> = [
    "body", "content", "text", "message", "copy", "description", "txt", "msg", "desc", "inhalt",
    "texte",
  ]
  private static let joined: [String: Role] = [
    "commentitem": .item, "commententry": .item, "singlecomment": .item, "usercomment": .item,
    "commentbox": .item, "commentwrapper": .item, "commentblock": .item, "commentbody": .body,
    "commentcontent": .body, "commenttext": .body, "commentmessage": .body, "kommentartext": .body,
    "commenttxt": .body,
  ]

  /// What a class says that an element holds.
  enum Role {
    /// One comment with its head.
    case item
    /// The words of one comment.
    case body
  }

  /// What a class in lower case says: "comment", "kb-comment", "comments__item", "comment-text".
  static func role(ofClass name: String) -> Role? {
    guard name.utf8.count <= 60 else { return nil }
    if let role = joined[name] { return role }
    var part = name[...]
    if let hash = hash(in: name) {
      part = name[..<hash]
    } else if let bem = name.ranges(of: "__").last {
      part = name[bem.upperBound...]
    }
    let isPart = part.startIndex != name.startIndex
    let words = part.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let isNamed =
      words.contains { commentWords.contains($0) }
      || isPart && name.split { !$0.isLetter }.contains { commentWords.contains(String($0)) }
    guard isNamed, words.count <= 4 else { return nil }
    let others = words.filter { !commentWords.contains($0) }
    if others.isEmpty { return words.count == 1 && !words[0].hasSuffix("s") ? .item : nil }
    if others.contains(where: { bodyWords.contains($0) }) {
      return others.allSatisfy { bodyWords.contains($0) || itemWords.contains($0) || isShort($0) }
        ? .body : nil
    }
    let isPlural = words.contains("comments") || words.contains("kommentare")
    let hasItem = others.contains { itemWords.contains($0) }
    guard !isPlural || others.contains(where: { ["item", "entry", "single", "row"].contains($0) })
    else { return nil }
    return others.allSatisfy { itemWords.contains($0) || isShort($0) || $0 == "list" && hasItem }
      ? .item : nil
  }

  /// Where a hash begins that a style compiler put behind a name: "comment_root__ab3xy".
  private static func hash(in name: String) -> String.Index? {
    guard let mark = name.ranges(of: "__").last else { return nil }
    let tail = name[mark.upperBound...].utf8
    return (4...8).contains(tail.count) && tail.contains(where: isDigit)
      && tail.contains(where: { !isDigit($0) }) ? mark.lowerBound : nil
  }

  /// Whether a class ends with the word for a comment, behind a site's own name: "site_comment".
  static func endsAsComment(_ name: String) -> Bool {
    let words = name.split { !$0.isLetter && !$0.isNumber }
    return words.count == 2 && words.last.map { commentWords.contains(String($0)) } == true
  }

  /// Whether a word is a site's own prefix or a number.
  private static func isShort(_ word: String) -> Bool {
    word.utf8.count <= 2 || word.utf8.allSatisfy(isDigit)
  }

  /// Other classes of the words inside a comment.
  static let wordClasses: Set<String> = [
    "e-content", "txt", "text", "body", "message", "content", "post-body", "post-content",
    "entry-content", "entry", "msg", "copy", "bubble", "p-content",
  ]
  /// Names of the elements that hold all comments.
  static let listNames: Set<String> = [
    "comments", "commentlist", "comment-list", "comment_list", "comments-list", "comments_list",
    "commentslist", "comments-area", "comments-section", "comment-section", "comment-thread",
    "disqus_thread", "commentblock", "comments-block", "comment-holder", "comments-wrapper",
    "comments-container", "comment-container", "comment_thread", "comment-stream", "commentsection",
    "comments-content", "comment-list-wrapper", "dsq-comments", "kommentare", "commentaires",
    "comentarios", "reacties", "commenti", "commentwrap", "commentarea", "all-comments", "h-feed",
    "comments_wrapper", "comments-main", "commentsblock", "comments_block", "user-comments",
    "comment-area", "reader-comments", "article-comments", "post-comments", "blog-comments",
    "komentarze",
    "komentare", "komentari", "kommentit", "kommentarer", "yorumlar", "comentarii",
  ]

  /// A comment's own id from an `id`: "comment-123" from "li-comment-123" and "div-comment-123",
  /// "cmt123" from itself; nil for ids of other things.
  static func key(fromID id: String) -> String? {
    guard id.utf8.count <= 80 else { return nil }
    var stem = Substring(id)
    while let last = stem.utf8.last, isDigit(last) { stem.removeLast() }
    if stem.endIndex == id.endIndex {
      // "comment-5f3a9c27…": a hash as number.
      guard let dash = id.lastIndex(where: { $0 == "-" || $0 == "_" }) else { return nil }
      let hash = id[id.index(after: dash)...]
      guard hash.utf8.count >= 8, hash.utf8.contains(where: isDigit),
        hash.allSatisfy(\.isHexDigit)
      else { return nil }
      stem = id[...dash]
    }
    if let last = stem.last, last == "-" || last == "_" { stem.removeLast() }
    let words = stem.split { "-_:.".contains($0) }
    guard let last = words.last,
      words.dropLast().allSatisfy({ !otherIDWords.contains($0.lowercased()) }),
      idWords.contains(last.lowercased()) || words.count == 1 && last.lowercased() == "com"
    else { return nil }
    return String(id[last.startIndex...])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static let idWords: Set<String> = [
    "comment", "cmt", "kommentar", "commentaire", "comentario", "reactie", "reply", "dsq",
    "comments", "commento", "idc", "issuecomment", "komentarz", "komentar", "kommentti", "yorum",
    "comentariu",
  ]
  /// Words before the last that name something else: "respond-comment-12".
  private static let otherIDWords: Set<String> = [
    "form", "count", "respond", "reply", "meta", "author", "avatar", "content", "text", "body",
    "link", "permalink", "vote", "rating", "actions", "btn", "button", "recent",
  ]
}
