extension Tokenizer {
  /// Reads a word of up to 15 ASCII letters, eight at a time; returns the offset behind it, or nil
  /// where the usual way must look at it: another kind of word, one near the end of the text, or
  /// one that only a prefix may know.
  @inline(__always)
  func plainWord(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ tokens: inout Tokens
  ) -> Int? {
    guard start + 8 <= end else { return nil }
    let first = Letters(text, at: start)
    var length = first.count
    var second: UInt64 = 0
    if length == 8 {
      guard start + 16 <= end else { return nil }
      let rest = Letters(text, at: start + 8)
      guard rest.count < 8 else { return nil }
      length += rest.count
      second = rest.folded
    }
    let at = start + length
    let kind = classes[Int(text[at])]
    if kind == Tokenizer.digit || kind == Tokenizer.quote || kind == Tokenizer.high { return nil }
    let found = symbols.lookUp(WordTable.Key(first.folded, second))
    if found.count > 0 {
      append(found, start, at, &tokens)
    } else {
      if length >= 4, symbols.mayHavePrefix(UInt32(truncatingIfNeeded: first.folded)) {
        return nil
      }
      tokens.append(Symbols.unknown, start, at)
    }
    return at
  }

  /// The letters at the start of eight bytes.
  private struct Letters {
    /// How many there are.
    let count: Int
    /// They in lower case, the first one lowest; zero behind them.
    let folded: UInt64

    @inline(__always)
    init(_ text: Span<UInt8>, at offset: Int) {
      let bytes = UInt64(
        littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let ones: UInt64 = 0x0101_0101_0101_0101
      let lower = bytes | (ones &* 0x20)
      let low7 = lower & (ones &* 0x7F)
      // The highest bit of a byte tells: at least "a", above "z", outside ASCII.
      let isFromA = low7 &+ (ones &* (0x80 - 0x61))
      let isAboveZ = low7 &+ (ones &* (0x80 - 0x7B))
      let isOther = ~(isFromA & ~isAboveZ & ~bytes) & (ones &* 0x80)
      count = isOther.trailingZeroBitCount / 8
      folded = count == 8 ? lower : lower & ((1 &<< UInt64(count &* 8)) &- 1)
    }
  }
}
