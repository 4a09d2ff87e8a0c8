import Complaints
import Text

/// Somebody's words without what differs between copies: letters and digits only, in lower case.
struct FoldedWords {
  /// Fewer words are too easily the same by chance.
  static let leastCount = 8
  private static let shingleLength = 5
  private let bytes: [UInt8]
  /// How many words there are.
  let count: Int

  /// The words of a text.
  init(_ text: String) {
    self.init([UInt8](text.utf8).span)
  }

  /// The words of a text in UTF-8.
  init(_ text: Span<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var count = 0
    var isInside = false
    func enter() {
      guard !isInside else { return }
      if count > 0 { bytes.append(0x20) }
      count += 1
      isInside = true
    }
    var position = 0
    while position < text.count {
      let byte = text[position]
      guard byte < 0x80 else {
        let start = position
        while position < text.count, text[position] >= 0x80 { position += 1 }
        let run = (start..<position).map { text[$0] }
        for scalar in String(decoding: run, as: UTF8.self).unicodeScalars {
          guard FoldedWords.isWord(scalar) else {
            isInside = false
            continue
          }
          enter()
          bytes += scalar.properties.lowercaseMapping.utf8
        }
        continue
      }
      position += 1
      if (0x61...0x7A).contains(byte | 0x20) {
        enter()
        bytes.append(byte | 0x20)
      } else if (0x30...0x39).contains(byte) {
        enter()
        bytes.append(byte)
      } else {
        isInside = false
      }
    }
    self.bytes = bytes
    self.count = count
  }

  /// Names these words among all others; 0 where they are too few.
  var name: Int64 {
    guard count >= FoldedWords.leastCount else { return 0 }
    let name = Int64(bitPattern: Fingerprint(hashing: bytes).high)
    return name == 0 ? 1 : name
  }

  /// Every run of five words, each by a 64-bit FNV-1a of its bytes.
  var shingles: Set<UInt64> {
    let words = bytes.split(separator: 0x20)
    guard words.count >= FoldedWords.shingleLength else { return [] }
    var shingles: Set<UInt64> = []
    for start in 0...(words.count - FoldedWords.shingleLength) {
      let end = words[start + FoldedWords.shingleLength - 1].endIndex
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in bytes[words[start].startIndex..<end] {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
      shingles.insert(hash)
    }
    return shingles
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
