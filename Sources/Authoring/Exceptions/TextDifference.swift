/// How a text changes, line by line, in the unified form.
public struct TextDifference: Sendable, Equatable {
  /// A line with its mark: " ", "-" or "+".
  public struct Line: Sendable, Equatable {
    /// What becomes of it.
    public var mark: Character
    /// The line without its line feed.
    public var text: String
  }

  /// Lines that stay, shown around those that change.
  static let context = 2
  /// Head lines ("@@ -12,4 +12,5 @@") have the mark "@".
  public private(set) var lines: [Line] = []

  /// Compares two texts; their lines may be many where only few change.
  public init(from before: String, to after: String) {
    let old = before.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let new = after.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var script: [(line: Line, old: Int, new: Int)] = []
    var (at, to) = (0, 0)
    while at < old.count || to < new.count {
      if removed.contains(at) {
        script.append((Line(mark: "-", text: old[at]), at, to))
        at += 1
      } else if inserted.contains(to) {
        script.append((Line(mark: "+", text: new[to]), at, to))
        to += 1
      } else if at < old.count {
        script.append((Line(mark: " ", text: old[at]), at, to))
        (at, to) = (at + 1, to + 1)
      } else {
        break
      }
    }
    let changed = script.indices.filter { script[$0].line.mark != " " }
    var next = 0
    while next < changed.count {
      var last = next
      while last + 1 < changed.count,
        changed[last + 1] - changed[last] <= 2 * TextDifference.context
      {
        last += 1
      }
      let range =
        max(
          0, changed[next] - TextDifference.context)..<min(
          script.count, changed[last] + TextDifference.context + 1)
      let hunk = script[range]
      let counts = (hunk.count { $0.line.mark != "+" }, hunk.count { $0.line.mark != "-" })
      if let first = hunk.first {
        lines.append(
          Line(
            mark: "@",
            text: "@@ -\(first.old + 1),\(counts.0) +\(first.new + 1),\(counts.1) @@"))
      }
      lines += hunk.map(\.line)
      next = last + 1
    }
  }
}
