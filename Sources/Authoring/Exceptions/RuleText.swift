/// The lines of a rule file into which an exception is put; every other letter stays as it is.
struct RuleText {
  /// Why nothing can be put in.
  struct Obstacle: Error, Equatable {
    /// 1-based.
    var line: Int
    var message: String
  }

  var lines: [String]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The whole file.
  var text: String { lines.joined(separator: "\n") }

  /// Adds a pattern to the `unless` of a rule and an example to its `no_match`; both are YAML.
  ///
  /// - Parameter line: the 1-based line of the rule's id.
  mutating func insert(unless pattern: String, noMatch example: String, at line: Int)
    throws(Obstacle)
  {
    guard let rule = item(at: line - 1) else {
      throw Obstacle(line: line, message: "a rule on one line; write it over several first")
    }
    // From the end on, so that the lines before stay where they are.
    try insert(example: example, in: rule)
    if let unless = section("unless", in: rule) {
      try append(pattern, to: unless)
    } else if let any = section("any", in: rule) {
      let indent = itemIndent(of: any) ?? any.indent
      lines.insert(
        contentsOf: [spaces(any.indent) + "unless:", spaces(indent) + "- " + pattern],
        at: any.lines.upperBound)
    } else {
      throw Obstacle(line: line, message: "a rule without 'any'")
    }
  }

  private mutating func insert(example: String, in rule: Section) throws(Obstacle) {
    guard let tests = section("tests", in: rule) else {
      lines.insert(
        contentsOf: [
          spaces(rule.indent) + "tests:", spaces(rule.indent + 2) + "no_match:",
          spaces(rule.indent + 2) + "- " + example,
        ], at: rule.lines.upperBound)
      return
    }
    let inner = tests.lines.dropFirst().first { isContent(lines[$0]) }
    guard let inner, indent(of: lines[inner]) > tests.indent else {
      throw Obstacle(
        line: tests.lines.lowerBound + 1, message: "examples on one line; write them over several")
    }
    let body = Section(
      indent: indent(of: lines[inner]), lines: inner..<tests.lines.upperBound)
    if let noMatch = section("no_match", in: body) {
      try append(example, to: noMatch)
    } else {
      lines.insert(
        contentsOf: [spaces(body.indent) + "no_match:", spaces(body.indent) + "- " + example],
        at: body.lines.upperBound)
    }
  }

  /// A key with its value, or a rule with its keys.
  struct Section {
    /// The column of the key, or of the keys, from 0.
    var indent: Int
    var lines: Range<Int>
  }

  /// The rule whose id stands in a line; nil when it has no lines of its own.
  private func item(at line: Int) -> Section? {
    guard lines.indices.contains(line) else { return nil }
    let indent = keyIndent(of: lines[line])
    guard lines[line].dropFirst(indent).hasPrefix("rule:") else { return nil }
    var first = line
    while !isItem(lines[first], keysAt: indent) {
      guard first > 0 else { return nil }
      first -= 1
    }
    return Section(indent: indent, lines: first..<end(from: first, above: indent))
  }

  /// A key of a rule, or of another mapping whose keys begin in one column.
  private func section(_ key: String, in whole: Section) -> Section? {
    for line in whole.lines where keyIndent(of: lines[line]) == whole.indent {
      guard lines[line].dropFirst(whole.indent).hasPrefix(key + ":") else { continue }
      var end = line + 1
      while end < whole.lines.upperBound {
        let text = lines[end]
        // A list may stand in the column of its key.
        let isInside =
          indent(of: text) > whole.indent
          || (indent(of: text) == whole.indent && text.dropFirst(whole.indent).hasPrefix("-"))
        if isContent(text), !isInside { break }
        end += 1
      }
      return Section(indent: whole.indent, lines: line..<trimmed(line..<end))
    }
    return nil
  }

  /// The column of the dashes of a list; nil without items.
  func itemIndent(of list: Section) -> Int? {
    list.lines.dropFirst().first { isContent(lines[$0]) }.map { indent(of: lines[$0]) }
  }

  /// The end of the lines from `first` that belong to keys in a column.
  private func end(from first: Int, above indent: Int) -> Int {
    var end = first + 1
    while end < lines.count, !isContent(lines[end]) || self.indent(of: lines[end]) >= indent {
      end += 1
    }
    return trimmed(first..<end)
  }

  /// The end without empty lines and comments.
  private func trimmed(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound + 1, !isContent(lines[end - 1]) { end -= 1 }
    return end
  }

  private func isContent(_ line: String) -> Bool {
    let rest = line.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    return !rest.isEmpty && !rest.hasPrefix("#")
  }

  private func indent(of line: String) -> Int { line.prefix { $0 == " " }.count }

  /// The column of the first letter that is neither a space nor a dash before a key.
  private func keyIndent(of line: String) -> Int {
    let indent = indent(of: line)
    let rest = line.dropFirst(indent)
    guard rest.hasPrefix("- ") else { return indent }
    return indent + 1 + rest.dropFirst().prefix { $0 == " " }.count
  }

  private func isItem(_ line: String, keysAt indent: Int) -> Bool {
    self.indent(of: line) < indent && keyIndent(of: line) == indent
      && line.dropFirst(self.indent(of: line)).hasPrefix("-")
  }

  func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
