/// The bytes of a block while it is being read, white space folded as a browser does.
struct TextRun {
  private var bytes = [UInt8](repeating: 0, count: 1_024)
  /// How many bytes of text there are.
  private(set) var count = 0
  /// How many of them stand inside links.
  var linkedCount = 0
  /// The node that holds all the text so far.
  var node: Int?
  private var owesSpace = false
  private var endsInReturn = false

  /// Whether there is nothing yet.
  var isEmpty: Bool { count == 0 }

  /// Adds text; runs of white space become one space.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    reserve(text.count + 1)
    var count = count
    var owesSpace = owesSpace
    bytes.withUnsafeMutableBufferPointer { bytes in
      for byte in text {
        if byte.isSpace {
          owesSpace = true
          continue
        }
        if owesSpace {
          if count > 0, bytes[count - 1] != 0x0A {
            bytes[count] = 0x20
            count += 1
          }
          owesSpace = false
        }
        bytes[count] = byte
        count += 1
      }
    }
    self.count = count
    self.owesSpace = owesSpace
  }

  /// Adds text as it stands; CR LF and CR become LF.
  mutating func addPreformatted(_ text: UnsafeBufferPointer<UInt8>) {
    reserve(text.count + 1)
    if owesSpace, count > 0 { put(0x20) }
    owesSpace = false
    for byte in text {
      if byte == 0x0A, endsInReturn {
        endsInReturn = false
        continue
      }
      endsInReturn = byte == 0x0D
      put(byte == 0x0D ? 0x0A : byte)
    }
  }

  /// Adds a line break; at the start of a block it is nothing.
  mutating func breakLine() {
    owesSpace = false
    guard count > 0 else { return }
    reserve(1)
    put(0x0A)
  }

  /// The text from a place on, at most `limit` bytes, without white space around it.
  func text(from start: Int, limit: Int = .max) -> String {
    var start = start
    var end = count
    while start < end, bytes[start].isSpace { start += 1 }
    if end - start > limit {
      end = start + limit
      while end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    }
    while end > start, bytes[end - 1].isSpace { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The whole text without blank lines before and white space after it.
  var text: String {
    var start = 0
    while start < count, bytes[start] == 0x0A { start += 1 }
    var end = count
    while end > start, bytes[end - 1].isSpace { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Whether any character can be seen (P69: mails are padded with invisible ones).
  var isVisible: Bool {
    var index = 0
    while index < count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte > 0x20, byte != 0x7F { return true }
        index += 1
        continue
      }
      let second = index + 1 < count ? bytes[index + 1] : 0
      let third = index + 2 < count ? bytes[index + 2] : 0
      switch (byte, second, third) {
      case (0xC2, 0x80...0xA0, _), (0xC2, 0xAD, _), (0xCD, 0x8F, _): index += 2
      case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xAF), (0xE2, 0x81, 0x9F...0xAF),
        (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
        index += 3
      default: return true
      }
    }
    return false
  }

  /// Starts a new block.
  mutating func clear() {
    count = 0
    linkedCount = 0
    node = nil
    owesSpace = false
    endsInReturn = false
    if bytes.count > 1 << 20 { bytes = [UInt8](repeating: 0, count: 1_024) }
  }

  private mutating func put(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }

  private mutating func reserve(_ more: Int) {
    guard count + more > bytes.count else { return }
    bytes.append(contentsOf: repeatElement(0, count: max(bytes.count, more)))
  }
}
