/// Written forms and what they stand for: a hash table whose keys hold the letters of all but very
/// long words themselves.
struct WordTable {
  /// A written form: its first 16 bytes as two numbers, and all of them where there are more.
  struct Key {
    let first: UInt64
    let second: UInt64
    private(set) var long: [UInt8]?

    /// The key of a form.
    init(_ letters: Span<UInt8>) {
      var parts: (UInt64, UInt64) = (0, 0)
      for index in 0..<min(letters.count, 16) {
        let byte = UInt64(letters[index]) << UInt64(index % 8 * 8)
        if index < 8 { parts.0 |= byte } else { parts.1 |= byte }
      }
      self.init(parts.0, parts.1)
      if letters.count > 16 { long = letters.withUnsafeBufferPointer(Array.init) }
    }

    /// The key of a form of up to 16 bytes, the first one lowest.
    @inline(__always)
    init(_ first: UInt64, _ second: UInt64) {
      self.first = first
      self.second = second
    }

    @inline(__always)
    fileprivate var hash: UInt64 {
      let mixed = (first ^ second &* 0x9E37_79B9_7F4A_7C15) &* 0xFF51_AFD7_ED55_8CCD
      return mixed ^ mixed &>> 32
    }
  }

  /// What a form stands for.
  struct Entry {
    /// The number of the word; where there are several the place of the first one's.
    var value: Int32
    /// How many words it stands for; 0 for a form that is not in the table.
    var count: Int32
  }

  private struct Slot {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var entry = Entry(value: 0, count: 0)
  }

  private var slots: [Slot]
  private let mask: UInt64
  private var long: [[UInt8]: Entry] = [:]

  /// An empty table for some forms.
  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    mask = UInt64(size - 1)
  }

  /// Enters a form that is not there yet.
  mutating func insert(_ form: String, _ entry: Entry) {
    let letters = Array(form.utf8)
    let key = Key(letters.span)
    if let letters = key.long {
      long[letters] = entry
      return
    }
    var slot = key.hash & mask
    while slots[Int(slot)].entry.count > 0 { slot = (slot + 1) & mask }
    slots[Int(slot)] = Slot(first: key.first, second: key.second, entry: entry)
  }

  /// What a form stands for.
  @inline(__always)
  subscript(_ key: Key) -> Entry {
    if let letters = key.long { return long[letters] ?? Entry(value: 0, count: 0) }
    var at = key.hash & mask
    while true {
      let slot = slots[Int(at)]
      if slot.entry.count == 0 || (slot.first == key.first && slot.second == key.second) {
        return slot.entry
      }
      at = (at + 1) & mask
    }
  }
}
