import Complaints
import Text

/// Finds which verbatims are one thread: mails that name each other, rows with the same id.
///
/// Disjoint sets with path halving; a set's root is its first verbatim.
struct Threads {
  private var parents: [Int32] = []
  private var firstNaming: [UInt64: Int32] = [:]
  private let circulars: Set<String>

  /// Threads of nothing yet. `circulars` are the message ids of newsletters and the like: many
  /// people answer one, each with something of their own.
  init(circulars: Set<String> = []) {
    self.circulars = circulars
  }

  /// Takes in the next verbatim by all the names that it shares with others of its thread.
  mutating func add(naming names: [String]) {
    let index = Int32(parents.count)
    parents.append(index)
    for name in names where !circulars.contains(name) {
      let key = Fingerprint(hashing: name.utf8).high
      if let other = firstNaming[key] {
        join(index, other)
      } else {
        firstNaming[key] = index
      }
    }
  }

  /// The first verbatim of a verbatim's thread, by its position.
  mutating func root(of index: Int) -> Int {
    Int(root(Int32(index)))
  }

  /// The names that tie a verbatim to others: message ids, one a line in `references`, and its
  /// row's id within its file.
  static func names(
    messageID: String?, references: String, source: String, row: String?
  ) -> [String] {
    var names = references.split(separator: "\n").map(String.init)
    if let messageID, !messageID.isEmpty { names.append(messageID) }
    // No message id holds a line feed, so that rows and mails cannot be taken for each other.
    if let row { names.append("\(SourceReference(printed: source).name)\n\(row)") }
    return names
  }

  private mutating func join(_ left: Int32, _ right: Int32) {
    let roots = (root(left), root(right))
    parents[Int(max(roots.0, roots.1))] = min(roots.0, roots.1)
  }

  private mutating func root(_ index: Int32) -> Int32 {
    var index = index
    while parents[Int(index)] != index {
      parents[Int(index)] = parents[Int(parents[Int(index)])]
      index = parents[Int(index)]
    }
    return index
  }
}
