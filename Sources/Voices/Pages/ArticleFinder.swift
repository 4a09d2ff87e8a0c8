import Complaints
import Text

/// Finds the post of a page: the element that holds it and which of its blocks are its words.
///
/// In the manner of readability: blocks are weighed by length and links, elements by the blocks
/// inside and by their names. Sources of the ideas: Arc90 readability; trafilatura's discard lists.
struct ArticleFinder {
  /// What a block of the post is.
  enum Kind: Equatable {
    case body, heading, furniture
  }

  private let tree: PageTree
  /// Elements that belong to readers' comments.
  private let isComment: [Bool]
  private var isFurniture: [Bool]
  /// Weight of each block, and sums of weights before each block.
  private var sums: [Double]
  private var weights: [Double]

  /// Prepares a page; linear.
  init(_ tree: PageTree, isComment: [Bool]) {
    self.tree = tree
    self.isComment = isComment
    isFurniture = []
    sums = []
    weights = tree.layout.blocks.map { ArticleFinder.weight(of: $0) }
    for (index, block) in tree.layout.blocks.enumerated() {
      if let element = block.element, isComment[element] { weights[index] = 0 }
    }
    sum()
    isFurniture = furniture()
    for (index, block) in tree.layout.blocks.enumerated() {
      if let element = block.element, isFurniture[element] { weights[index] *= 0.05 }
    }
    sum()
  }

  private mutating func sum() {
    sums = [0]
    sums.reserveCapacity(weights.count + 1)
    for weight in weights { sums.append((sums.last ?? 0) + weight) }
  }

  /// The post's blocks in order; all visible blocks when no post can be told apart.
  func post() -> [(block: Int, kind: Kind)] {
    let blocks = tree.layout.blocks
    guard let root = root() else {
      return blocks.indices.compactMap { index in
        guard !blocks[index].isHidden, blocks[index].element.map({ !isComment[$0] }) ?? true else {
          return nil
        }
        return (index, plainKind(of: blocks[index]))
      }
    }
    var post: [(block: Int, kind: Kind)] = []
    for index in tree.blocks(of: root) where !blocks[index].isHidden {
      guard let element = blocks[index].element, !isComment[element] else { continue }
      post.append((index, kind(of: index, root: root)))
    }
    post = trimmed(post)
    guard ["body", "html"].contains(tree.layout.elements[root].tag),
      let first = post.firstIndex(where: { $0.kind == .body }),
      let last = post.lastIndex(where: { $0.kind == .body })
    else { return post }
    // A post without an element of its own ends where its words end.
    let words = first...last
    return post.indices.filter { post[$0].kind != .furniture || words.contains($0) }.map {
      post[$0]
    }
  }

  /// Letters outside links, more for a whole sentence.
  private static func weight(of block: Block) -> Double {
    guard !block.isHidden else { return 0 }
    let count = block.text.utf8.count
    let plain = Double(count - min(block.linkedByteCount, count))
    let density = Double(block.linkedByteCount) / Double(max(count, 1))
    guard density < 0.5 else { return 0 }
    switch block.kind {
    case .heading, .control, .caption: return 0
    case .paragraph, .quote, .preformatted:
      let isSentence = count >= 80 || (count >= 40 && endsSentence(block.text))
      return isSentence ? plain + 20 : plain * 0.2
    case .listItem, .cell:
      return count >= 80 ? plain * 0.8 : plain * 0.1
    }
  }

  private static func endsSentence(_ text: String) -> Bool {
    text.unicodeScalars.last.map { ".!?…。\"”»’)".unicodeScalars.contains($0) } ?? false
  }

  private func weight(of element: Int) -> Double {
    let range = tree.blockRanges[element]
    return sums[range.upperBound] - sums[range.lowerBound]
  }

  // MARK: Furniture

  private func furniture() -> [Bool] {
    let total = sums.last ?? 0
    return tree.inherited { index in
      let element = tree.layout.elements[index]
      guard element.tag != "html", element.tag != "body" else { return false }
      let names = tree.names[index]
      let isNamed =
        names.has(ArticleFinder.furnitureWords)
        || names.classes.contains { ArticleFinder.furnitureClasses.contains($0) }
        || ArticleFinder.furnitureTags.contains(element.tag)
        || element.attributes["role"].map { ArticleFinder.furnitureRoles.contains($0) } == true
        || names.words.contains("author") && names.has(ArticleFinder.boxWords)
        || element.tag != "article" && names.has(ArticleFinder.otherWords)
          && names.has(ArticleFinder.storyWords)
      guard isNamed else { return false }
      // A wrapper of the whole page may bear any name.
      return weight(of: index) < total * 0.4
    }
  }

  private static let furnitureTags: Set<String> = [
    "nav", "aside", "footer", "form", "dialog", "menu",
  ]
  private static let furnitureRoles: Set<String> = [
    "navigation", "complementary", "contentinfo", "search", "dialog", "banner", "alert",
  ]
  private static let boxWords: Set<String> = [
    "box", "bio", "info", "card", "about", "description", "profile", "details",
  ]
  private static let otherWords: Set<String> = [
    "related", "recent", "popular", "more", "latest", "other", "next", "prev",
  ]
  private static let storyWords: Set<String> = [
    "posts", "post", "stories", "articles", "article", "news", "links", "story", "topics",
  ]
  private static let furnitureWords: Set<String> = [
    "nav", "navigation", "navbar", "breadcrumb", "breadcrumbs", "sidebar", "footer", "share",
    "sharing", "sharedaddy", "social", "addthis", "addtoany", "related", "recommended",
    "recommendations", "recommendation", "promo", "promoted", "promotion", "sponsor", "sponsored",
    "advert", "advertisement", "advertising", "ads", "ad", "adsense", "cookie", "cookies",
    "consent",
    "gdpr", "newsletter", "subscribe", "subscription", "signup", "popup", "modal", "overlay",
    "lightbox", "login", "signin", "register", "widget", "tags", "tagcloud", "taglist",
    "pagination",
    "pager", "bio", "authorbox", "toolbar", "trending", "outbrain", "taboola", "zergnet",
    "copyright",
    "jp-relatedposts", "likes", "follow", "byline", "dateline", "masthead", "topbar", "respond",
    "noprint", "teaser", "teasers", "sitemap", "shares", "sharebar", "sharethis", "disclosure",
    "infinite", "crosslinks", "donate", "donation", "paywall", "skip", "mailchimp", "optin",
    "partner", "navmenu", "menu", "comments", "commentlist", "hatom", "screen", "syndication",
    "disqus", "credit", "credits", "photocredit", "readmore", "timestamp", "printonly", "toc",
    "mostread", "buy", "categories", "relatedposts", "crumbs", "audioplayer", "notification",
  ]
  private static let furnitureClasses: Set<String> = [
    "entry-meta", "post-meta", "article-meta", "meta", "entry-footer", "post-footer", "sr-only",
    "article-footer", "visually-hidden", "wp-caption-text", "postmetadata", "post-info",
    "cat-links",
    "post-tags", "tag-links", "caption", "gallery-caption", "image-caption", "photo-caption",
    "author", "post-author", "author-name", "entry-date", "date", "metadata", "hidden",
    "entry-utility",
    "wp-block-embed", "twitter-tweet-button", "post-share", "about-author", "after-post",
    "pullquote",
    "pull-quote", "tweetmeme", "fb-like", "wpcnt", "video-player", "player", "post-nav",
  ]

  // MARK: The root

  private static let rootNames: Set<String> = [
    "entry-content", "post-content", "article-content", "article-body", "articlebody", "story-body",
    "post-body", "td-post-content", "entry", "article__body", "article__content", "content-body",
    "story-content", "postcontent", "post-entry", "article-text", "storytext", "article_body",
    "articlecontent", "post__content", "entry-body", "single-content", "blog-content",
    "articletext",
    "article-body-content", "e-content", "body-copy", "bodytext", "post_content", "article_content",
    "single-post-content", "blog-post-content", "postbody", "post-text", "story__body",
    "main-content",
  ]

  private func root() -> Int? {
    guard !tree.layout.elements.isEmpty, (sums.last ?? 0) > 0 else { return nil }
    let total = sums.last ?? 0
    var best: (element: Int, weight: Double)?
    for index in tree.layout.elements.indices where !isComment[index] && !isFurniture[index] {
      let names = tree.names[index]
      let property = tree.layout.elements[index].attributes["itemprop"] ?? ""
      let isNamed =
        property == "articleBody" || property == "reviewBody"
        || names.classes.contains { ArticleFinder.rootNames.contains($0) }
        || ArticleFinder.rootNames.contains(names.id)
      guard isNamed, tree.layout.elements[index].tag != "body" else { continue }
      let weight = weight(of: index)
      guard weight > 200 || weight > total * 0.3 else { continue }
      if let known = best {
        if tree.contains(known.element, index) {
          if weight > known.weight * 0.9 { best = (index, weight) }
        } else if weight > known.weight * 1.2 {
          best = (index, weight)
        }
      } else {
        best = (index, weight)
      }
    }
    if let best, best.weight > total * 0.35 { return best.element }
    return dominant()
  }

  /// The smallest element that holds most of the weight.
  private func dominant() -> Int? {
    let elements = tree.layout.elements
    var current = elements.indices.first { elements[$0].parent == nil }
    let roots = elements.indices.filter { elements[$0].parent == nil }
    current = roots.max { weight(of: $0) < weight(of: $1) }
    guard var root = current else { return nil }
    while true {
      var best: Int?
      var bestWeight = 0.0
      var child = root + 1
      while child < tree.subtreeEnds[root] {
        let weight = isComment[child] || isFurniture[child] ? 0 : weight(of: child)
        if weight > bestWeight { (best, bestWeight) = (child, weight) }
        child = tree.subtreeEnds[child]
      }
      guard let best, bestWeight >= weight(of: root) * 0.75,
        !["p", "ul", "ol", "blockquote", "table", "pre", "li", "td"].contains(elements[best].tag)
          || ["table", "td"].contains(elements[best].tag)
      else { return root }
      root = best
    }
  }

  // MARK: Blocks

  private func plainKind(of block: Block) -> Kind {
    switch block.kind {
    case .heading: .heading
    case .control: .furniture
    default: PageMarks.isFurniture(block.text) ? .furniture : .body
    }
  }

  private func kind(of index: Int, root: Int) -> Kind {
    let block = tree.layout.blocks[index]
    if let element = block.element, isFurniture[element] { return .furniture }
    if block.kind == .caption || block.kind == .control { return .furniture }
    if PageMarks.isFurniture(block.text) { return .furniture }
    let count = block.text.utf8.count
    if case .heading = block.kind {
      return block.linkedByteCount * 2 > count ? .furniture : .heading
    }
    if block.linkedByteCount * 10 > count * 8, count < 200 {
      // A line of nothing but links; a linked name inside the text is not a block of its own.
      return .furniture
    }
    return .body
  }

  /// Takes off what stands before the first and behind the last sentence.
  private func trimmed(_ post: [(block: Int, kind: Kind)]) -> [(block: Int, kind: Kind)] {
    var post = post
    let blocks = tree.layout.blocks
    func isSolid(_ entry: (block: Int, kind: Kind)) -> Bool {
      guard entry.kind == .body else { return false }
      let text = blocks[entry.block].text
      return text.utf8.count >= 60 || ArticleFinder.endsSentence(text)
    }
    guard let first = post.firstIndex(where: isSolid), let last = post.lastIndex(where: isSolid)
    else { return post }
    for index in post.indices where post[index].kind == .body && (index < first || index > last) {
      let text = blocks[post[index].block].text
      if index > last || text.utf8.count < 40 { post[index].kind = .furniture }
    }
    return post
  }
}
