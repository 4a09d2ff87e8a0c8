extension Neighbours {
  /// The neighbours of some types, for people: two lines a type at most.
  static func lines(_ neighbours: [Neighbours]) -> [String] {
    guard !neighbours.isEmpty else { return [] }
    var lines = ["confused (texts; what is labelled or given on the same words)"]
    for own in neighbours {
      if own.falseCount > 0 {
        lines.append(
          line(
            own.type, "false \(own.falseCount)", own.labelledInstead,
            [(own.unlabelledCount, "no label there"), (own.peacefulCount, "no complaint")]))
      }
      if own.missedCount > 0 {
        lines.append(
          line(
            own.type, "missed \(own.missedCount)", own.givenInstead,
            [(own.silentCount, "nothing there")]))
      }
    }
    return lines
  }

  /// As many of the others by name as 100 columns hold, four at most.
  private static func line(
    _ type: String, _ what: String, _ others: [Count], _ rest: [(count: Int, words: String)]
  ) -> String {
    func line(naming count: Int) -> String {
      let named = others.prefix(count).map { "\($0.type) \($0.count)" }
      let remaining = others.dropFirst(count).reduce(0) { $0 + $1.count }
      let tail = (remaining > 0 ? [(remaining, "others")] : []) + rest.filter { $0.count > 0 }
      let all = named + tail.map { "\($0.1) \($0.0)" }
      return "  " + type.padded(to: 16) + what.padded(to: 12) + all.joined(separator: ", ")
    }
    let lines = (0...4).reversed().lazy.map(line)
    return lines.first { $0.count <= 100 } ?? line(naming: 0)
  }
}

extension String {
  /// The text with spaces behind it, at least one.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
