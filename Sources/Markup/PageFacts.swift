/// What a page says of itself: title, address, date, author, language.
struct PageFacts {
  var title: String?
  var language: String?
  private var canonical: String?
  private var sharedAddress: String?
  private var metaDate: String?
  private var firstTime: String?
  private var metaAuthor: String?
  /// Date and author from JSON-LD.
  var structured = StructuredData()

  /// The page's own address: canonical link, else `og:url`.
  var address: String? { canonical ?? sharedAddress }

  /// The date as written: meta elements, else JSON-LD, else the first `<time>`.
  var published: String? { metaDate ?? structured.published ?? firstTime }

  /// The author as written: JSON-LD, else a meta element.
  var author: String? { structured.author ?? metaAuthor }

  /// A `<link>`.
  mutating func offerLink(rel: String?, href: String?) {
    guard canonical == nil, let href, !href.isEmpty, rel?.lowercased() == "canonical" else {
      return
    }
    canonical = href
  }

  /// A `<meta>` by its name, property or itemprop.
  mutating func offerMeta(name: String?, content: String?) {
    guard let name = name?.lowercased(), let content, !content.isEmpty else { return }
    switch name {
    case "og:url": sharedAddress = sharedAddress ?? content
    case "article:published_time", "datepublished", "og:published_time", "dc.date.issued",
      "dcterms.created", "dc.date", "pubdate", "publishdate", "publish-date", "publish_date",
      "sailthru.date", "parsely-pub-date", "article.published", "date", "dc.date.created",
      "cxenseparse:recs:publishtime", "article:published", "publication_date":
      metaDate = metaDate ?? content
    case "author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl":
      if metaAuthor == nil, !content.hasPrefix("http"), !content.hasPrefix("//") {
        metaAuthor = content
      }
    default: break
    }
  }

  /// A `<time>` by its moment or its words.
  mutating func offerTime(_ text: String) {
    firstTime = firstTime ?? text
  }
}
