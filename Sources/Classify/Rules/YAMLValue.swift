package import Complaints
internal import Yams

/// A YAML document in which every scalar is text, with the place of everything.
package indirect enum YAMLValue: Sendable {
  /// Any scalar, letter by letter: `no`, `on` and `10` are words.
  case text(String, Place)
  /// A list.
  case list([YAMLValue], Place)
  /// A mapping in the order of the file.
  case map([Entry], Place)

  /// 1-based line and column.
  package struct Place: Sendable, Equatable {
    /// 1-based.
    package var line: Int
    /// 1-based.
    package var column: Int
    /// Whether a quotation mark stands before the first letter.
    package var isQuoted = false
  }

  /// One key of a mapping with its value.
  package struct Entry: Sendable {
    /// The key as written.
    package var key: String
    /// Where the key stands.
    package var place: Place
    /// The value.
    package var value: YAMLValue
  }

  /// Where the value begins.
  package var place: Place {
    switch self {
    case .text(_, let place), .list(_, let place), .map(_, let place): place
    }
  }

  /// How deep lists and mappings may stand in one another.
  private static let greatestDepth = 16

  /// Reads a whole file; an empty one is an empty mapping.
  ///
  /// - Throws: one diagnostic with code R001 when the text is not YAML, repeats a key, nests too
  ///   deep or multiplies itself through aliases.
  package static func parse(_ text: String, file: String) throws(Diagnostic) -> YAMLValue {
    do {
      guard let node = try Yams.compose(yaml: text, .basic) else {
        return .map([], Place(line: 1, column: 1))
      }
      // Without aliases every value stands on a byte of its own.
      var budget = 2 * text.utf8.count + 16
      return try YAMLValue(node, depth: 0, budget: &budget)
    } catch let error as YamlError {
      throw YAMLValue.diagnostic(error, file: file)
    } catch let excess as Excess {
      throw Diagnostic(
        file: file, line: excess.place.line, column: excess.place.column, code: "R001",
        message: excess.message)
    } catch {
      throw Diagnostic(file: file, line: 0, column: 0, code: "R001", message: "not YAML")
    }
  }

  private struct Excess: Error {
    var place: Place
    var message: String
  }

  private init(_ node: Yams.Node, depth: Int, budget: inout Int) throws {
    let place = Place(line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
    budget -= 1
    if depth > YAMLValue.greatestDepth {
      throw Excess(place: place, message: "nests deeper than \(YAMLValue.greatestDepth)")
    }
    if budget < 0 { throw Excess(place: place, message: "aliases multiply; write it out") }
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
      self = .text(
        scalar.string, Place(line: place.line, column: place.column, isQuoted: isQuoted))
    case .sequence(let sequence):
      self = .list(
        try sequence.map { try YAMLValue($0, depth: depth + 1, budget: &budget) }, place)
    case .mapping(let mapping):
      var entries: [Entry] = []
      for (key, value) in mapping {
        entries.append(
          Entry(
            key: key.scalar?.string ?? "",
            place: Place(line: key.mark?.line ?? 0, column: key.mark?.column ?? 0),
            value: try YAMLValue(value, depth: depth + 1, budget: &budget)))
      }
      self = .map(entries, place)
    case .alias: self = .text("", place)
    }
  }

  private static func diagnostic(_ error: YamlError, file: String) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      // libyaml's words speak of its settings.
      let isTooDeep = problem.hasPrefix("Maximum nesting level")
      return Diagnostic(
        file: file, line: mark.line, column: mark.column, code: "R001",
        message: isTooDeep ? "nests deeper than \(greatestDepth)" : "not YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.joined(separator: "', '")
      return Diagnostic(
        file: file, line: context.mark.line, column: context.mark.column, code: "R001",
        message: "key '\(names)' stands twice in one mapping")
    case .reader(let problem, let offset, _, let text):
      let before = text.utf8.prefix(offset ?? 0)
      return Diagnostic(
        file: file, line: 1 + before.count { $0 == UInt8(ascii: "\n") }, column: 0, code: "R001",
        message: "not YAML: \(problem)")
    default:
      return Diagnostic(
        file: file, line: 0, column: 0, code: "R001", message: "not YAML: not readable as text")
    }
  }
}
