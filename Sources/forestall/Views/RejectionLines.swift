import Text

/// What was rejected, line by line in the same words everywhere, at most 20 lines a file.
struct RejectionLines {
  private let verb: String
  private static let limit = 20
  private var file = ""
  private var count = 0

  /// Lines that begin with "rejected", or "warning" for what was read all the same.
  init(verb: String = "rejected") {
    self.verb = verb
  }

  /// The lines to print for one more rejection: usually its own, before it what is left of the
  /// file before.
  mutating func lines(
    _ reason: String, at place: String, in file: String, isKnown: Bool = false
  ) -> [String] {
    let left = self.file == file ? [] : rest()
    self.file = file
    count += 1
    guard count <= RejectionLines.limit else { return left }
    return left + ["\(verb) \(place): \(reason)\(isKnown ? " (known)" : "")"]
  }

  /// How many more there were in the last file.
  mutating func rest() -> [String] {
    defer { count = 0 }
    guard count > RejectionLines.limit else { return [] }
    return ["\(verb) \(file): … and \(grouped(count - RejectionLines.limit)) more"]
  }
}
