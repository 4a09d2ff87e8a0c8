/// Lines that only saved pages have: what the page adds to the words.
package enum PageMarks {
  /// Lines behind which nobody speaks any more.
  private static let replyForms = [
    "leave a reply", "leave a comment", "post a comment", "write a comment", "add a comment",
    "leave your comment", "fill in your details below", "join the conversation", "submit a comment",
    "schreibe einen kommentar", "laisser un commentaire", "deja un comentario",
    "deja una respuesta", "lascia un commento", "plaats een reactie", "deixe um comentário",
  ]
  private static let starts = [
    "you are commenting using", "this site uses akismet", "this entry was posted in",
    "the following two tabs change content below", "latest posts by ", "share this:",
    "connecting to %s", "please leave your comments below", "please share your comments below",
    "please leave your comment", "[social_quote", "bookmark the permalink", "filed under:",
    "cancel reply", "notify me of ", "posted in ", "click to share on ", "skip to content",
    "read more here", "return to:", "about the author", "your email address will not be published",
    "required fields are marked", "like this:", "click to print", "click to email",
    "subscribe to ", "sign up for ", "you may also like", "related posts", "related articles",
    "continue reading", "log in to reply", "log in to leave a comment", "pingback:", "trackback:",
    "all rights reserved", "tagged with", "tags:", "categories:", "share on facebook",
    "share on twitter", "view all posts by", "previous post", "next post", "← ", "older posts",
    "newer posts", "save my name, email",
  ]
  private static let lines: Set<String> = [
    "related", "loading...", "reply", "share", "tweet", "print", "email", "like loading...",
    "pin it", "post navigation", "search for:", "archives", "recent posts", "recent comments",
    "meta", "post comment", "facebook", "twitter", "linkedin", "advertisement", "menu", "home",
    "advertisements", "report this ad", "rate this:",
  ]

  /// Whether a line is the furniture of a page: "Leave a Reply", "Return to: …", "Share this:".
  package static func isFurniture(_ line: String) -> Bool {
    guard line.utf8.count <= 400 else { return false }
    let lower = line.lowercased()
    return isReplyForm(line) || starts.contains { lower.hasPrefix($0) } || lines.contains(lower)
      || isCommentCount(line) || isShortcode(line)
  }

  /// Whether a line opens the form in which readers answer; nothing behind it was said.
  package static func isReplyForm(_ line: String) -> Bool {
    guard line.utf8.count <= 120 else { return false }
    let lower = line.lowercased()
    return replyForms.contains { lower.hasPrefix($0) }
  }

  /// Whether a line heads the comments: "5 thoughts on …", "12 Comments", "Responses (3)".
  package static func isCommentCount(_ line: String) -> Bool {
    guard line.utf8.count <= 240 else { return false }
    let words = line.lowercased().split { $0 == " " || $0 == "(" || $0 == ")" || $0 == ":" }
    guard words.count >= 2 else { return words.first == "comments" && line.utf8.count <= 10 }
    let counted = [
      "thoughts", "thought", "comments", "comment", "responses", "response", "replies",
    ]
    func isCount(_ word: Substring) -> Bool { word == "one" || word.allSatisfy(\.isNumber) }
    if words.count == 2, counted.contains(String(words[0])), isCount(words[1]) { return true }
    guard isCount(words[0]), counted.contains(String(words[1])) else { return false }
    return words.count == 2 || ["to", "on", "so", "for"].contains(words[2])
  }

  /// Whether a line ends an article, so that a title behind it starts another.
  package static func endsArticle(_ line: String) -> Bool {
    let lower = line.lowercased()
    return [
      "return to:", "please leave your comment", "please share your comment", "read more here",
      "share this:", "back to top", "continue reading", "filed under:", "this entry was posted in",
    ].contains { lower.hasPrefix($0) }
  }

  /// Whether a line is a shortcode that a page left unexpanded: "[social_quote …]…[/social_quote]".
  package static func isShortcode(_ line: String) -> Bool {
    guard line.hasPrefix("["), let close = line.firstIndex(of: "]") else { return false }
    let name = line.dropFirst().prefix {
      $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == "/"
    }
    guard name.utf8.count >= 3, name.contains(where: \.isLetter) else { return false }
    let head = line[..<close]
    return head.contains("=") || name.contains("_") || line.hasSuffix("[/\(name)]")
  }
}
