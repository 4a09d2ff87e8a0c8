import Complaints
import Text

/// Splits a message file of Apple Mail: its length in decimal digits, the message, a property list.
struct EmlxSplitter {
  /// Where the message stands; nil when the bytes do not begin like such a file.
  static func messageRange(head: [UInt8], fileByteCount: Int) -> Range<Int>? {
    guard let end = head.prefix(32).firstIndex(of: 0x0A), end > 0 else { return nil }
    let digits = head[..<end].filter { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }
    guard !digits.isEmpty, digits.count <= 12, digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let count = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    let start = end + 1
    let isMail = MboxSplitter.looksLikeMail(Array(head[start...]))
    guard isMail, count > 0, count <= fileByteCount - start else { return nil }
    return start..<(start + count)
  }
}
