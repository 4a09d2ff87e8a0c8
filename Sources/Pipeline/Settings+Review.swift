import Classify
import Complaints

extension Settings {
  /// Who reviews, and where the review desk listens.
  public struct Review: Sendable, Equatable {
    /// The reviewers' names; without any there is no desk.
    public var users: [String] = []
    /// Names under which browsers ask for the desk, besides its own address.
    public var hosts: [String] = []
    /// The address to listen on.
    public var address = "127.0.0.1"
    /// The port to listen on.
    public var port = 8460
    /// Whether browsers reach it by HTTPS, through a reverse proxy.
    public var isBehindHTTPS = false

    /// Nobody reviews.
    public init() {}
  }

  /// The entries under `review:`.
  static func review(_ value: YAMLValue, _ reader: inout YAMLReader) -> Review {
    let fields = reader.entries(
      value, of: "review", allowed: ["users", "hosts", "address", "port", "https"])
    var review = Review()
    for user in reader.list(fields["users"], of: "users") {
      guard let name = reader.text(user, of: "users") else { continue }
      if let mistake = mistake(inUser: name, after: review.users) {
        reader.report("R004", mistake, at: user.place)
      } else {
        review.users.append(name)
      }
    }
    review.hosts = reader.texts(fields["hosts"], of: "hosts").map { $0.lowercased() }
    if let value = fields["address"], let address = reader.text(value, of: "address") {
      review.address = address
      if address.isEmpty { reader.report("R004", "'address' is empty", at: value.place) }
    }
    if let value = fields["port"], let text = reader.text(value, of: "port") {
      review.port = Int(text) ?? 0
      if !(1...65_535).contains(review.port) {
        reader.report("R004", "'port' is 1 to 65535", at: value.place)
      }
    }
    if let value = fields["https"], let text = reader.text(value, of: "https") {
      review.isBehindHTTPS = text == "true"
      if text != "true", text != "false" {
        reader.report("R004", "'https' is true or false", at: value.place)
      }
    }
    return review
  }

  /// What is wrong with a reviewer's name; nil for a good one.
  private static func mistake(inUser name: String, after others: [String]) -> String? {
    if others.contains(name) { return "reviewer '\(name)' is there twice" }
    // Events that the counts decided bear the program's own name.
    if name.lowercased() == "forestall" { return "'forestall' is no reviewer; name people" }
    let isPlain = name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard !name.isEmpty, name == name.trimmed, isPlain, name.unicodeScalars.count <= 64 else {
      return "a reviewer's name has 1 to 64 characters, none of them a space at an end"
    }
    return nil
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
