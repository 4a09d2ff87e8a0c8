/// Masks by packed word, in open addressing: one multiplication and one or two reads a look-up.
///
/// The words are the program's own, so that nobody can send ones that collide.
struct WordMasks: Sendable {
  private var slots: [(word: UInt64, mask: UInt16)]
  private let shift: UInt64

  /// A table of words that are not 0.
  init(_ masks: [UInt64: UInt16]) {
    var bits: UInt64 = 4
    while 1 << bits < masks.count * 4 { bits += 1 }
    shift = 64 - bits
    slots = Array(repeating: (0, 0), count: 1 << bits)
    for (word, mask) in masks where word != 0 {
      var slot = place(of: word)
      while slots[slot].word != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = (word, mask)
    }
  }

  /// The mask of a word; nil when it is not in the table.
  subscript(word: UInt64) -> UInt16? {
    var slot = place(of: word)
    // A quarter of the slots is used at most, so that an empty one ends the search.
    while slots[slot].word != 0 {
      if slots[slot].word == word { return slots[slot].mask }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func place(of word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}
