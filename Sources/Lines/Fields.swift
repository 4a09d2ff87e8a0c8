import Complaints
import Text

/// The members of one JSON object, read with errors that name the key.
struct Fields {
  let value: JSONValue

  func text(_ key: String) throws(LineError) -> String {
    guard case .string(let text)? = value[key] else { throw .key(key) }
    return text
  }

  func optionalText(_ key: String) -> String? {
    if case .string(let text)? = value[key] { text } else { nil }
  }

  /// Whether a key is true; false where it is not there, and where that is not known.
  func flag(_ key: String) throws(LineError) -> Bool {
    guard let found = value[key], found != .null else { return false }
    guard case .bool(let flag) = found else { throw .key(key) }
    return flag
  }

  func number(_ key: String) throws(LineError) -> Double {
    guard let number = value[key]?.double else { throw .key(key) }
    return number
  }

  func integer(_ key: String) throws(LineError) -> Int {
    guard case .number(let text)? = value[key], let number = Int(text) else { throw .key(key) }
    return number
  }

  func texts(_ key: String) throws(LineError) -> [String] {
    guard let elements = value[key]?.elements else { throw .key(key) }
    return elements.compactMap(\.text)
  }

  func objects(_ key: String) throws(LineError) -> [Fields] {
    guard let elements = value[key]?.elements, elements.allSatisfy(\.isObject) else {
      throw .key(key)
    }
    return elements.map(Fields.init)
  }

  func fingerprint(_ key: String) throws(LineError) -> Fingerprint {
    guard let fingerprint = Fingerprint(try text(key)) else { throw .key(key) }
    return fingerprint
  }

  func choice<Choice: RawRepresentable>(
    _ key: String
  ) throws(LineError) -> Choice where Choice.RawValue == String {
    guard let choice = Choice(rawValue: try text(key)) else { throw .key(key) }
    return choice
  }

  /// `start` and `end`, which must lie inside the text and between letters.
  func range(in text: String, _ key: String) throws(LineError) -> Range<Int> {
    let start = try integer("start")
    let end = try integer("end")
    let bytes = text.utf8Span.span
    guard start >= 0, start <= end, end <= bytes.count, isBoundary(start, bytes),
      isBoundary(end, bytes)
    else { throw .range(key) }
    return start..<end
  }

  private func isBoundary(_ offset: Int, _ bytes: Span<UInt8>) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }
}
