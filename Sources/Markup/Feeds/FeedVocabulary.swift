/// The vocabularies of feeds, by the addresses that name them.
enum FeedVocabulary {
  /// The usual prefix and the local name of an element.
  static func name(_ local: String, prefix: String?, address: String?) -> String {
    guard let usual = address.flatMap(usualPrefix) ?? prefix, !usual.isEmpty else { return local }
    return usual + ":" + local
  }

  /// The usual prefix for an address; empty for the vocabularies of RSS, nil for unknown ones.
  private static func usualPrefix(_ address: String) -> String? {
    if address.contains("wordpress.org/export/") {
      return address.contains("/excerpt") ? "excerpt" : "wp"
    }
    return known.first { address.hasPrefix($0.address) }?.prefix
  }

  private static let known: [(address: String, prefix: String)] = [
    ("http://www.w3.org/2005/Atom", "atom"), ("http://purl.org/atom/ns#", "atom"),
    ("http://purl.org/rss/1.0/modules/content", "content"), ("http://purl.org/dc/", "dc"),
    ("http://purl.org/rss/1.0/modules/slash", "slash"), ("http://purl.org/rss/1.0/", ""),
    ("http://my.netscape.com/", ""), ("http://channel.netscape.com/", ""),
    ("http://backend.userland.com/", ""), ("http://blogs.law.harvard.edu/tech/rss", ""),
    ("http://purl.org/syndication/thread", "thr"), ("http://www.w3.org/1999/xhtml", "xhtml"),
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
    ("http://wellformedweb.org/CommentAPI", "wfw"),
  ]
}
