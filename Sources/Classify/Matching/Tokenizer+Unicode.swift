extension Tokenizer {
  /// What a character outside ASCII is to the tokenizer.
  enum MultiByte {
    case letter, apostrophe, currency, space, stop, bullet, separator
  }

  /// Classifies the character that starts at `at`, with its length in bytes.
  func multiByte(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> (MultiByte, Int) {
    let first = text[at]
    let length = min(first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4, end - at)
    guard length > 1 else { return (.separator, 1) }
    let second = text[at + 1]
    switch first {
    case 0xC2:
      switch second {
      case 0xA0: return (.space, length)
      case 0xA3, 0xA5: return (.currency, length)
      case 0xAA, 0xB5, 0xBA: return (.letter, length)
      case 0xB4: return (.apostrophe, length)
      case 0xB7: return (.bullet, length)
      default: return (.separator, length)
      }
    case 0xC3: return (second == 0x97 || second == 0xB7 ? .separator : .letter, length)
    case 0xCA where second == 0xBC: return (.apostrophe, length)
    case 0xE2 where length == 3: return (punctuation(second, text[at + 2]), length)
    case 0xE3 where length == 3 && second == 0x80: return (cjkPunctuation(text[at + 2]), length)
    case 0xEF where length == 3:
      // Byte order mark, replacement character, full-width punctuation.
      return (second == 0xBB || second == 0xBF || second == 0xBC ? .separator : .letter, length)
    case 0xF0...: return (.separator, length)
    default: return (.letter, length)
    }
  }

  /// The block of general punctuation, currency signs, arrows and symbols.
  private func punctuation(_ second: UInt8, _ third: UInt8) -> MultiByte {
    switch (second, third) {
    case (0x80, 0x98), (0x80, 0x99): .apostrophe
    case (0x80, 0xA6): .stop
    case (0x80, 0xA2), (0x80, 0x93), (0x97, 0x8F): .bullet
    case (0x80, 0x80...0x8A), (0x80, 0xAF): .space
    case (0x82, 0xA0...0xBF): .currency
    default: .separator
    }
  }

  private func cjkPunctuation(_ third: UInt8) -> MultiByte {
    third == 0x82 ? .stop : third == 0x80 ? .space : .separator
  }
}
