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
    var bytes: [UInt8] = []
    var count = 0
    var isInside = false
    for scalar in text.unicodeScalars {
      guard FoldedWords.isWord(scalar) else {
        isInside = false
        continue
      }
      if !isInside {
        if count > 0 { bytes.append(0x20) }
        count += 1
        isInside = true
      }
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      } else {
        bytes += scalar.properties.lowercaseMapping.utf8
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
    if scalar.isASCII {
      let value = scalar.value
      return (0x30...0x39).contains(value) || (0x61...0x7A).contains(value | 0x20)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
