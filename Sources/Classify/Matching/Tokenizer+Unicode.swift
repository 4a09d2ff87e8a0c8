extension Tokenizer {
  /// What a character outside ASCII is to the tokenizer.
  enum MultiByte {
    case letter, apostrophe, currency, space, ellipsis, stop, bullet, separator
    /// Invisible: soft hyphen, zero-width characters, direction marks, variation selectors.
    case ignorable
  }

  /// Classifies the character that starts at `at`, with its length in bytes; an incomplete one is a
  /// separator.
  static func multiByte(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> (MultiByte, Int) {
    let first = text[at]
    guard first >= 0xC0 else { return (.separator, 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard at + length <= end else { return (.separator, end - at) }
    let second = text[at + 1]
    switch first {
    case 0xC2:
      switch second {
      case 0xA0: return (.space, length)
      case 0xA2, 0xA3, 0xA5: return (.currency, length)
      case 0xAA, 0xB5, 0xBA: return (.letter, length)
      case 0xAD: return (.ignorable, length)
      case 0xB4: return (.apostrophe, length)
      case 0xB7: return (.bullet, length)
      default: return (.separator, length)
      }
    case 0xC3: return (second == 0x97 || second == 0xB7 ? .separator : .letter, length)
    case 0xCA where second == 0xBC: return (.apostrophe, length)
    case 0xE2: return (punctuation(second, text[at + 2]), length)
    case 0xE3 where second == 0x80: return (cjkPunctuation(text[at + 2]), length)
    case 0xEF: return (form(second, text[at + 2]), length)
    case 0xF0...: return (.separator, length)
    default: return (.letter, length)
    }
  }

  /// The blocks of general punctuation, currency signs, arrows and symbols.
  private static func punctuation(_ second: UInt8, _ third: UInt8) -> MultiByte {
    switch (second, third) {
    case (0x80, 0x98), (0x80, 0x99): .apostrophe
    case (0x80, 0xA6): .ellipsis
    case (0x80, 0xA9): .stop
    case (0x80, 0xA2), (0x80, 0x93), (0x97, 0x8F): .bullet
    case (0x80, 0x80...0x8A), (0x80, 0xA8), (0x80, 0xAF), (0x81, 0x9F): .space
    case (0x80, 0x8B...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA0...0xAF): .ignorable
    case (0x82, 0xA0...0xBF): .currency
    default: .separator
    }
  }

  private static func cjkPunctuation(_ third: UInt8) -> MultiByte {
    third == 0x82 ? .stop : third == 0x80 ? .space : .separator
  }

  /// Variation selectors, byte order mark, full-width forms, replacement character.
  private static func form(_ second: UInt8, _ third: UInt8) -> MultiByte {
    switch (second, third) {
    case (0xB8, 0x80...0x8F), (0xBB, 0xBF): .ignorable
    case (0xBC, 0x81), (0xBC, 0x9F): .stop
    case (0xBC, _), (0xBF, _): .separator
    default: .letter
    }
  }
}
