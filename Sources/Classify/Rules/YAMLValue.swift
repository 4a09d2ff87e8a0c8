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
  /// - Parameter linesBefore: lines of the file before the text, for places.
  /// - Throws: one diagnostic with code R001 when the text is not YAML, repeats a key, nests too
  ///   deep or has an alias.
  package static func parse(
    _ text: String, file: String, linesBefore: Int = 0
  ) throws(Diagnostic) -> YAMLValue {
    if let alias = firstAlias(in: text) {
      throw Diagnostic(
        file: file, line: alias.line + linesBefore, column: alias.column, code: "R001",
        message: YAMLValue.noAliases)
    }
    do {
      guard let node = try Yams.compose(yaml: text, .basic) else {
        return .map([], Place(line: 1, column: 1))
      }
      return try YAMLValue(node, depth: 0, linesBefore)
    } catch let error as YamlError {
      var diagnostic = YAMLValue.diagnostic(error, file: file)
      if diagnostic.line > 0 { diagnostic.line += linesBefore }
      throw diagnostic
    } catch let excess as Excess {
      throw Diagnostic(
        file: file, line: excess.place.line, column: excess.place.column, code: "R001",
        message: excess.message)
    } catch {
      throw Diagnostic(file: file, line: 0, column: 0, code: "R001", message: "not YAML")
    }
  }

  private static let noAliases = "aliases are not read; write it out"

  private struct Excess: Error {
    var place: Place
    var message: String
  }

  private init(_ node: Yams.Node, depth: Int, _ linesBefore: Int) throws {
    let place = Place(node.mark, linesBefore)
    if depth > YAMLValue.greatestDepth {
      throw Excess(place: place, message: "nests deeper than \(YAMLValue.greatestDepth)")
    }
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
      self = .text(
        scalar.string, Place(line: place.line, column: place.column, isQuoted: isQuoted))
    case .sequence(let sequence):
      self = .list(
        try sequence.map { try YAMLValue($0, depth: depth + 1, linesBefore) },
        place)
    case .mapping(let mapping):
      var entries: [Entry] = []
      for (key, value) in mapping {
        entries.append(
          Entry(
            key: key.scalar?.string ?? "",
            place: Place(key.mark, linesBefore),
            value: try YAMLValue(value, depth: depth + 1, linesBefore)))
      }
      self = .map(entries, place)
    case .alias: self = .text("", place)
    }
  }

  private static func diagnostic(_ error: YamlError, file: String) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let message =
        // libyaml's words speak of its settings.
        if problem.hasPrefix("Maximum nesting level") {
          "nests deeper than \(greatestDepth)"
        } else if problem.hasSuffix("undefined alias") {
          noAliases
        } else {
          "not YAML: \(problem)"
        }
      return Diagnostic(
        file: file, line: mark.line, column: mark.column, code: "R001", message: message)
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

extension YAMLValue.Place {
  /// A place in a file of which the parser saw only what stands behind some lines.
  fileprivate init(_ mark: Mark?, _ linesBefore: Int) {
    self.init(line: mark.map { $0.line + linesBefore } ?? 0, column: mark?.column ?? 0)
  }
}
