/// A JSON value; numbers stay as they are written.
package enum JSONValue: Equatable, Sendable {
  /// JSON null.
  case null
  /// true or false.
  case bool(Bool)
  /// As written.
  case number(String)
  /// Decoded.
  case string(String)
  /// In order.
  case array([JSONValue])
  /// The last of equal keys wins.
  case object([String: JSONValue])

  /// The value of a key; nil when this is no object or has no such key.
  package subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  /// The elements; nil when this is no array.
  package var elements: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The text of a string, or a number or truth value as written; nil for anything else.
  package var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    case .null, .array, .object: nil
    }
  }

  /// A number, also one that is written as a string.
  package var double: Double? {
    switch self {
    case .number(let text), .string(let text): Double(text).flatMap { $0.isFinite ? $0 : nil }
    default: nil
    }
  }

  /// Whether this is an object.
  package var isObject: Bool {
    if case .object = self { return true }
    return false
  }

  /// Reads one JSON text (RFC 8259), white space around it allowed; nil for anything else.
  ///
  /// Lenient where data would be lost: unescaped control characters stand for themselves, a lone
  /// surrogate becomes U+FFFD. Nesting is limited to `JSONReader.depth`. Linear.
  package init?(_ bytes: [UInt8]) {
    let value = bytes.withUnsafeBufferPointer { buffer -> JSONValue? in
      var reader = JSONReader(buffer)
      reader.skipByteOrderMark()
      guard let value = reader.value() else { return nil }
      reader.skipWhiteSpace()
      return reader.isAtEnd ? value : nil
    }
    guard let value else { return nil }
    self = value
  }
}
