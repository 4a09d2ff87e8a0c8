import Markup
import Text

extension FeedEntry {
  /// The comment's id that an address ends with: "comment-12", "c8123456789".
  static func commentFragment(_ address: String?) -> String? {
    guard let address, let sign = address.lastIndex(of: "#") else { return nil }
    let name = address[address.index(after: sign)...]
    let digits = name.drop { !$0.isNumber }
    guard !digits.isEmpty, digits.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
    let stem = name.dropLast(digits.count).lowercased()
    let isComment =
      stem.hasPrefix("comment") || stem.hasPrefix("kommentar") || stem.hasPrefix("reply")
      || stem == "c" && digits.count >= 5
    return isComment ? String(name) : nil
  }

  /// The page's address without what names the comment on it.
  static func page(of address: String?) -> String? {
    guard let address else { return nil }
    let page = address.prefix { $0 != "#" }
    return String(page.firstRange(of: "?showComment=").map { page[..<$0.lowerBound] } ?? page)
  }

  /// The comment that is answered; nil where it is the post (RFC 4685; WordPress, Blogger).
  func parent(_ answered: FeedElement?, _ fragment: String?) -> String? {
    let related = children("link").first {
      $0.attributes["rel"] == "related"
        && $0.attributes["href"]?.contains("/comments/default/") == true
    }
    if let href = related?.attributes["href"] {
      return href.prefix { $0 != "?" }.split(separator: "/").last.map {
        fragment == nil ? Self.sibling(of: words("id"), $0) : "c\($0)"
      }
    }
    guard let reference = answered?.attributes["ref"] else { return nil }
    if let other = FeedEntry.commentFragment(reference) { return other }
    return fragment == nil && exportKind == nil ? reference : nil
  }

  /// "tag:blogger.com,1999:blog-1.post-9" for the number 9 and another id of that blog.
  private static func sibling(of id: String?, _ number: Substring) -> String {
    guard let id, let mark = id.ranges(of: "post-").last else { return String(number) }
    return "\(id[..<mark.upperBound])\(number)"
  }
}
