/// The text lower-cased, with every run of white space as one space and none at the ends: what two
/// copies of the same words have in common.
@inlinable public func foldedForIdentity(_ text: some StringProtocol) -> String {
  foldedForIdentity(Array(text.utf8)[...])
}

/// The same of UTF-8, for callers that have bytes at hand.
public func foldedForIdentity(_ bytes: ArraySlice<UInt8>) -> String {
  var output: [UInt8] = []
  output.append(folding: bytes.span)
  return String(decoding: output, as: UTF8.self)
}

extension Array where Element == UInt8 {
  /// Appends what `foldedForIdentity` makes of some UTF-8.
  public mutating func append(folding bytes: Span<UInt8>) {
    guard bytes.isASCII else { return append(folding: bytes.text.unicodeScalars) }
    append(addingCapacity: bytes.count) { (output: inout OutputSpan<UInt8>) in
      var isInside = false
      var owesSpace = false
      for index in bytes.indices {
        let byte = bytes[index]
        if byte.isASCIIWhiteSpace || byte == 0x0B {
          owesSpace = isInside
          continue
        }
        // Never beyond the capacity: a space is owed only for a byte that was left out.
        if owesSpace { output.append(0x20) }
        owesSpace = false
        isInside = true
        output.append(byte.lowercasedASCII)
      }
    }
  }

  private mutating func append(folding scalars: String.UnicodeScalarView) {
    let start = count
    var owesSpace = false
    for scalar in scalars {
      if scalar.isSpace {
        owesSpace = count > start
        continue
      }
      if owesSpace { append(0x20) }
      owesSpace = false
      if scalar.isASCII {
        append(UInt8(scalar.value).lowercasedASCII)
      } else if scalar.isCaseless {
        append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else {
        append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
  }
}

extension Span<UInt8> {
  /// Whether every byte is below 128; O(n).
  var isASCII: Bool {
    var all: UInt8 = 0
    for index in indices { all |= self[index] }
    return all < 0x80
  }
}

extension Unicode.Scalar {
  /// Whether Unicode calls the scalar white space (PropList.txt, White_Space).
  fileprivate var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// Whether the scalar stands in a block without capitals: punctuation, or Chinese and Japanese.
  fileprivate var isCaseless: Bool {
    (0x2000..<0x2100).contains(value) || (0x3000..<0xA000).contains(value)
  }
}
