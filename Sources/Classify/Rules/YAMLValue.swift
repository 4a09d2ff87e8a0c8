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

  /// Reads a whole file; an empty one is an empty mapping.
  ///
  /// - Throws: one diagnostic with code R001 when the text is not YAML or repeats a key.
  package static func parse(_ text: String, file: String) throws(Diagnostic) -> YAMLValue {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        return .map([], Place(line: 1, column: 1))
      }
      return YAMLValue(node, depth: 0)
    } catch let error as YamlError {
      throw YAMLValue.diagnostic(error, file: file)
    } catch {
      throw Diagnostic(file: file, line: 0, column: 0, code: "R001", message: "not YAML")
    }
  }

  private init(_ node: Yams.Node, depth: Int) {
    let place = Place(line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
      self = .text(
        scalar.string, Place(line: place.line, column: place.column, isQuoted: isQuoted))
    case .sequence(let sequence):
      self = .list(depth > 16 ? [] : sequence.map { YAMLValue($0, depth: depth + 1) }, place)
    case .mapping(let mapping):
      let entries = mapping.map { key, value in
        Entry(
          key: key.scalar?.string ?? "",
          place: Place(line: key.mark?.line ?? 0, column: key.mark?.column ?? 0),
          value: YAMLValue(value, depth: depth + 1))
      }
      self = .map(depth > 16 ? [] : entries, place)
    case .alias: self = .text("", place)
    }
  }

  private static func diagnostic(_ error: YamlError, file: String) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Diagnostic(
        file: file, line: mark.line, column: mark.column, code: "R001",
        message: "not YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.joined(separator: "', '")
      return Diagnostic(
        file: file, line: context.mark.line, column: context.mark.column, code: "R001",
        message: "key '\(names)' stands twice in one mapping")
    default:
      return Diagnostic(
        file: file, line: 0, column: 0, code: "R001", message: "not YAML: not readable as text")
    }
  }
}
