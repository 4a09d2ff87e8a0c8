/// Reads HTML as strictly as our own pages must be written.
struct PageChecker {
  /// What is wrong, in words.
  private(set) var faults: [String] = []
  /// Start tags with their attributes as written.
  private(set) var tags: [(name: String, attributes: [(name: String, value: String)])] = []
  private var open: [String] = []
  private static let void: Set<String> = [
    "meta", "link", "input", "br", "img", "hr",
  ]

  /// Checks a whole page.
  init(_ html: String) {
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[start...].dropFirst()
      if rest.first == "!" {
        rest = rest.drop { $0 != ">" }.dropFirst()
        continue
      }
      let isEnd = rest.first == "/"
      if isEnd { rest = rest.dropFirst() }
      let name = rest.prefix { $0.isLetter || $0.isNumber }.lowercased()
      if name.isEmpty { faults.append("a bare '<' before '\(rest.prefix(20))'") }
      rest = rest.dropFirst(name.count)
      let isClosed = rest.prefix { $0 != ">" }.last == "/"
      let attributes = readAttributes(&rest)
      if isEnd { close(name) } else { begin(name, attributes, isClosed) }
    }
    if !open.isEmpty { faults.append("left open: \(open)") }
    let ids = tags.flatMap(\.attributes).filter { $0.name == "id" }.map(\.value)
    for id in Set(ids) where ids.count(where: { $0 == id }) > 1 { faults.append("two ids '\(id)'") }
  }

  private mutating func begin(
    _ name: String, _ attributes: [(name: String, value: String)], _ isClosed: Bool
  ) {
    tags.append((name, attributes))
    let names = attributes.map(\.name)
    if Set(names).count < names.count {
      faults.append("<\(name)> has an attribute twice: \(names)")
    }
    if !isClosed && !PageChecker.void.contains(name) { open.append(name) }
  }

  private mutating func close(_ name: String) {
    if open.last == name { open.removeLast() } else { faults.append("</\(name)> in \(open)") }
  }

  private mutating func readAttributes(_ rest: inout Substring) -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "/" }
      guard let first = rest.first, first != ">" else { break }
      let name = rest.prefix { !" =>/\n\"'".contains($0) }
      guard !name.isEmpty else {
        faults.append("no attribute: '\(rest.prefix(20))'")
        break
      }
      rest = rest.dropFirst(name.count)
      guard rest.first == "=" else {
        attributes.append((String(name), ""))
        continue
      }
      rest = rest.dropFirst()
      if rest.first != "\"" { faults.append("unquoted attribute '\(name)'") }
      rest = rest.dropFirst()
      // Scalars: a quotation mark ends an attribute even where an accent follows it.
      let value = rest.unicodeScalars.prefix { $0 != "\"" }
      attributes.append((String(name), String(value)))
      rest = Substring(rest.unicodeScalars.dropFirst(value.count + 1))
    }
    rest = rest.dropFirst()
    return attributes
  }
}
