import Complaints
import Text

/// One line of a label file while it is read, with the mistakes found so far.
struct LabelLine {
  /// 1-based.
  let number: Int
  private(set) var diagnostics: [Diagnostic] = []
  private let file: String
  private let value: JSONValue?

  /// The lines that are not empty.
  static func lines(of bytes: [UInt8], file: String) -> [LabelLine] {
    var number = 0
    return ByteLines(bytes).compactMap { line in
      number += 1
      let isBlank = bytes[line.range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      return isBlank ? nil : LabelLine(Array(bytes[line.range]), file: file, number: number)
    }
  }

  private init(_ bytes: [UInt8], file: String, number: Int) {
    self.file = file
    self.number = number
    value = JSONValue(bytes)
    if !isObject { report("L002", "not a JSON object") }
  }

  var isObject: Bool { value?.isObject == true }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  mutating func report(
    _ code: String, severity: Diagnostic.Severity = .error, _ message: String
  ) {
    diagnostics.append(
      Diagnostic(
        file: file, line: number, column: 0, severity: severity, code: code, message: message))
  }

  mutating func string(_ key: String) -> String? {
    if case .string(let text)? = value?[key], !text.isEmpty { return text }
    report("L003", "'\(key)' is missing or no text")
    return nil
  }

  func optionalString(_ key: String) -> String? {
    if case .string(let text)? = value?[key] { text } else { nil }
  }

  /// Whether the key is there.
  func has(_ key: String) -> Bool { value?[key] != nil }

  /// Whether the key is there and null.
  func hasNull(_ key: String) -> Bool {
    if case .null? = value?[key] { true } else { false }
  }

  /// The elements of a list; nil without one.
  func elements(_ key: String) -> [JSONValue]? { value?[key]?.elements }

  mutating func truth(_ key: String) -> Bool? {
    if case .bool(let truth)? = value?[key] { return truth }
    report("L003", "'\(key)' is missing or neither true nor false")
    return nil
  }

  /// The members of an object in the order of their keys, the keys being names of types.
  mutating func types(_ key: String, _ names: [String: String]) -> [(type: String, JSONValue)] {
    guard case .object(let members)? = value?[key] else {
      report("L003", "'\(key)' is missing or no object")
      return []
    }
    return members.sorted { $0.key < $1.key }.compactMap { name, value in
      if let type = names[name] { return (type, value) }
      report(
        "L005", "unknown type '\(name)' in '\(key)'\(hint(for: name, among: names.keys.sorted()))")
      return nil
    }
  }

  /// Evidence by type; every string must occur in `text`, where that is known.
  mutating func tags(
    _ key: String, _ names: [String: String], in text: String?
  ) -> [String: [String]] {
    var tags: [String: [String]] = [:]
    for (type, list) in types(key, names) {
      guard let elements = list.elements else {
        report("L003", "'\(key).\(type)' is no list of texts")
        continue
      }
      if elements.isEmpty {
        report("L008", severity: .warning, "'\(key).\(type)' has no evidence")
      }
      for (index, element) in elements.enumerated() {
        guard case .string(let evidence) = element else {
          report("L003", "'\(key).\(type)' is no list of texts")
          break
        }
        if evidence.isEmpty {
          report("L008", "evidence \(index + 1) of '\(key).\(type)' is empty")
        } else if let text, occurrences(of: evidence, in: text).isEmpty {
          report("L006", "evidence \(index + 1) of '\(key).\(type)' does not occur in the text")
        }
      }
      tags[type, default: []] += elements.compactMap(\.text)
    }
    return tags
  }
}

/// Where a string stands in a text, byte by byte, overlapping places included; half-open UTF-8
/// byte ranges in order. Empty for the empty string. O(length × length) at worst.
func occurrences(of needle: String, in text: String) -> [Range<Int>] {
  let text = text.utf8Span.span
  let needle = needle.utf8Span.span
  guard needle.count > 0, needle.count <= text.count else { return [] }
  var found: [Range<Int>] = []
  for start in 0...(text.count - needle.count) where text[start] == needle[0] {
    var length = 1
    while length < needle.count, text[start + length] == needle[length] { length += 1 }
    if length == needle.count { found.append(start..<start + length) }
  }
  return found
}
