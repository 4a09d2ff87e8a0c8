import Complaints
import Text

/// Makes verbatims of an HTML page: the post, and each reader's comment on its own.
enum PageVoices {
  /// The post, then the comments in document order; no post when the page has no words but the
  /// comments'.
  static func verbatims(of document: Document, organisation: Organisation) -> [Verbatim] {
    document.contents.flatMap { content -> [Verbatim] in
      guard case .layout(let layout) = content else { return [] }
      return PageVoice(document, layout, organisation).verbatims()
    }
  }
}

private struct PageVoice {
  let document: Document
  let tree: PageTree
  let organisation: Organisation
  let finder: CommentFinder
  let items: [CommentFinder.Item]

  init(_ document: Document, _ layout: Layout, _ organisation: Organisation) {
    self.document = document
    self.organisation = organisation
    tree = PageTree(layout)
    finder = CommentFinder(tree)
    items = finder.items()
  }

  func verbatims() -> [Verbatim] {
    let comments = CommentReader(finder, items: items).comments()
    var verbatims: [Verbatim] = []
    var seen: Set<Fingerprint> = []
    for comment in comments {
      // A page that prints a comment twice has it once.
      guard let verbatim = verbatim(of: comment, among: comments),
        seen.insert(verbatim.id).inserted
      else { continue }
      verbatims.append(verbatim)
    }
    let hasComments = !verbatims.isEmpty
    if let post = post() { verbatims.insert(post, at: 0) }
    if hasComments {
      for index in verbatims.indices {
        verbatims[index].warnings.removeAll { $0.hasPrefix("comments elsewhere: ") }
      }
    }
    return verbatims
  }

  private func verbatim(of comment: Comment, among comments: [Comment]) -> Verbatim? {
    var text = PageText(tree.layout)
    let isAllQuoted = comment.blocks.allSatisfy { tree.layout.blocks[$0].kind == .quote }
    for (position, block) in comment.blocks.enumerated() {
      // What a reader quotes from others is not the reader's own.
      let isQuoted = tree.layout.blocks[block].kind == .quote && !isAllQuoted
      text.add(
        block, isQuoted ? .quoted : .body, dropping: position == 0 ? comment.headByteCount : 0)
    }
    guard text.text.contains(where: { $0.isLetter || $0.isNumber }),
      !PageVoice.removed.contains(where: { text.text.lowercased().hasPrefix($0) })
    else { return nil }
    let role = role(of: comment.author, otherwise: .customer)
    let received = comment.received
    var fields = ["verbatim", document.identity.description, "comment"]
    if let key = comment.key {
      fields.append(key)
    } else {
      fields += [
        comment.author ?? "", received?.description ?? "", foldedForIdentity(text.text),
      ]
    }
    var verbatim = Verbatim(
      id: Fingerprint(fields: fields), of: document, part: .comment, text: text.text,
      passages: text.passages(role: role), language: LanguageGuess.language(of: text.text),
      role: role)
    verbatim.key = comment.key
    verbatim.parent = comment.parent.flatMap { comments[$0].key }
    verbatim.author = comment.author.map { Party(name: $0, address: nil) }
    verbatim.received = received ?? document.received
    return verbatim
  }

  /// What a page shows instead of a comment that is gone.
  private static let removed = [
    "this comment has been removed", "this comment was removed", "comment deleted",
    "[deleted]", "[removed]", "dieser kommentar wurde", "this comment has been deleted",
  ]

  private func post() -> Verbatim? {
    let isComment = commentElements()
    var text = PageText(tree.layout)
    for (block, kind) in ArticleFinder(tree, isComment: isComment).post() {
      let passage: PassageKind =
        switch kind {
        case .body: .body
        case .heading: .heading
        case .furniture: .boilerplate
        }
      text.add(block, passage, dropping: 0)
    }
    guard !text.text.isEmpty else { return nil }
    let isOwn = isOwnPage
    let author = document.authors.first
    let role =
      isOwn && author != nil ? Role.staff : role(of: author?.name, otherwise: .customer)
    return Verbatim(
      id: Fingerprint(fields: ["verbatim", document.identity.description, "post"]), of: document,
      part: .post, text: text.text, passages: text.passages(role: role),
      language: LanguageGuess.language(of: text.text), role: role)
  }

  /// Elements of comments, of the lists around them and of the forms for new ones.
  private func commentElements() -> [Bool] {
    let starts = Set(items.flatMap { finder.roots(of: $0.element) })
    return tree.inherited { index in
      if starts.contains(index) { return true }
      let element = tree.layout.elements[index]
      guard !["html", "body", "main", "article"].contains(element.tag) else { return false }
      let names = tree.names[index]
      let isNamed =
        CommentNames.listNames.contains(names.id) && names.id != "h-feed"
        || ["respond", "commentform", "disqus_thread", "reply-form"].contains(names.id)
        || names.classes.contains {
          CommentNames.listNames.contains($0) && $0 != "h-feed" || $0 == "comment-respond"
        }
      // A wrapper that holds the title holds the post as well.
      return isNamed
        && !tree.blockRanges[index].contains { tree.layout.blocks[$0].kind == .heading(1) }
    }
  }

  private func role(of author: String?, otherwise role: Role) -> Role {
    if organisation.isNamed(author) { return .staff }
    // "Aled (Marlow Cycles)", "Aled from Marlow Cycles".
    guard let author = author?.lowercased() else { return role }
    return organisation.names.contains { name in
      let name = name.lowercased()
      return ["(", "from ", "at ", ", ", "@ ", "von ", "– ", "- ", "| "].contains {
        author.contains($0 + name)
      }
    } ? .staff : role
  }

  private var isOwnPage: Bool {
    guard let address = tree.layout.address?.lowercased(),
      let slashes = address.firstRange(of: "//")
    else { return false }
    let host = address[slashes.upperBound...].prefix { $0 != "/" && $0 != ":" && $0 != "?" }
    return organisation.domains.contains { host == $0 || host.hasSuffix("." + $0) }
  }
}
