package import Complaints

/// A YAML document in which every scalar is text, with the place of everything.
package enum YAMLValue: Sendable {
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
  /// - Parameter linesBefore: lines of the file before the text, for places.
  /// - Throws: one diagnostic with code R001 when the text is not YAML, repeats a key, nests too
  ///   deep or has an alias.
  package static func parse(
    _ text: String, file: String, linesBefore: Int = 0
  ) throws(Diagnostic) -> YAMLValue {
    var text = text
    return try text.withUTF8 { bytes in
      Result { () throws(Diagnostic) in
        try YAMLComposer(bytes, file: file, linesBefore: linesBefore).root()
      }
    }.get()
  }
}
