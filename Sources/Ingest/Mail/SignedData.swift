/// The content of a signed S/MIME body: CMS SignedData (RFC 5652 §5) read just as far as the words
/// in it. The signature is not verified.
enum SignedData {
  /// Whether the bytes are SignedData, with or without a content: certificates alone have none.
  static func isSigned(_ bytes: [UInt8]) -> Bool {
    var reader = BERReader(bytes)
    return reader.enter(0x30) && reader.skip(ifContentIs: signedData)
  }

  /// The content that was signed; nil when the bytes are no SignedData or hold no content.
  static func content(of bytes: [UInt8]) -> [UInt8]? {
    var reader = BERReader(bytes)
    guard reader.enter(0x30), reader.skip(ifContentIs: signedData), reader.enter(0xA0),
      reader.enter(0x30), reader.skip(), reader.skip(), reader.enter(0x30), reader.skip(),
      reader.enter(0xA0)
    else { return nil }
    return reader.octets()
  }

  /// The object identifier 1.2.840.113549.1.7.2.
  private static let signedData: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]
}

/// Reads elements of the Basic Encoding Rules (X.690 §8) from left to right.
private struct BERReader {
  private let bytes: [UInt8]
  private var position = 0
  /// The deepest nesting that is passed over.
  private static let depth = 32

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Tag and length at the position; a length of nil runs to an end mark.
  private mutating func head() -> (tag: UInt8, length: Int?)? {
    guard position + 1 < bytes.count, bytes[position] & 0x1F != 0x1F else { return nil }
    let tag = bytes[position]
    let first = bytes[position + 1]
    position += 2
    if first < 0x80 { return (tag, Int(first)) }
    if first == 0x80 { return tag & 0x20 == 0 ? nil : (tag, nil) }
    let count = Int(first & 0x7F)
    guard count <= 4, position + count <= bytes.count else { return nil }
    let length = bytes[position..<position + count].reduce(0) { $0 << 8 | Int($1) }
    position += count
    return (tag, length)
  }

  /// Goes into an element of that tag.
  mutating func enter(_ tag: UInt8) -> Bool { head()?.tag == tag }

  /// Passes over an object identifier, if it is that one.
  mutating func skip(ifContentIs content: [UInt8]) -> Bool {
    guard let (tag, length) = head(), tag == 0x06, length == content.count,
      bytes.count - position >= content.count,
      bytes[position..<position + content.count].elementsEqual(content)
    else { return false }
    position += content.count
    return true
  }

  /// Passes over an element.
  mutating func skip() -> Bool {
    var open = 0
    repeat {
      guard let (tag, length) = head() else { return false }
      if tag == 0, length == 0 {
        open -= 1
      } else if let length {
        guard length <= bytes.count - position else { return false }
        position += length
      } else {
        open += 1
        guard open <= BERReader.depth else { return false }
      }
    } while open > 0
    return true
  }

  /// The content of an octet string, its segments joined; what was cut off is missing.
  mutating func octets() -> [UInt8]? {
    var output: [UInt8] = []
    guard let (tag, length) = head(), tag & 0xDF == 0x04 else { return nil }
    if tag == 0x04, let length {
      return Array(bytes[position..<position + min(length, bytes.count - position)])
    }
    let end = length.map { position + min($0, bytes.count - position) } ?? bytes.count
    while position < end, let (tag, length) = head(), let length, tag == 0x04 {
      let stop = position + min(length, bytes.count - position)
      output.append(contentsOf: bytes[position..<stop])
      position = stop
    }
    return output.isEmpty ? nil : output
  }
}
