/// The page that a login link leads to. A button uses the link up: programs that look at links
/// in mails do not press it. `POST /login` with `link`.
struct LoginModel: Sendable {
  /// The link's secret; nil where the link is unknown, used or too old.
  var link: String?
}

/// An error, or that nothing is there.
struct MessageModel: Sendable {
  /// The HTTP status.
  var status: Int
  /// In a few words: "No such complaint".
  var title: String
  /// What to do next, in a sentence.
  var advice: String
}
