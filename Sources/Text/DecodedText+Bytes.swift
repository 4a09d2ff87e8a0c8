extension DecodedText {
  /// Decodes bytes: by byte order mark, else by label, else by what the bytes look like.
  ///
  /// - A label that means no more than ASCII, or none, yields to valid UTF-8.
  /// - Under a UTF-8 label each byte that is not UTF-8 is read as windows-1252, the rest stands.
  /// - An unknown label counts as none, and so does UTF-16 over text without any NUL: a program
  ///   converted the bytes and left the label.
  /// - NUL becomes U+FFFD; nothing else that is valid is altered.
  ///
  /// Linear in the number of bytes; never fails. `label` is a charset name as mail or a page gives
  /// it. Source of the labels: WHATWG Encoding Standard §4.2.
  public init(decoding bytes: [UInt8], label: String?) {
    if let (charset, length) = Charset.mark(of: bytes) {
      self = charset.decoded(Array(bytes[length...]))
      return
    }
    let labelled = label.flatMap { Charset(label: $0) }
    let isWeak = labelled == nil || label.map(Charset.saysOnlyASCII) == true
    if let labelled, !isWeak, labelled != .utf8, !labelled.isRefuted(by: bytes) {
      self = labelled.decoded(bytes)
      return
    }
    if !bytes.containsZero, !(isWeak && bytes.containsEscapeSequence),
      let text = String(validating: bytes, as: UTF8.self)
    {
      self.init(text: text, charset: "utf-8", repairedByteCount: 0)
      return
    }
    self = Charset.guessed(from: bytes, isLabelledUTF8: !isWeak).decoded(bytes)
  }
}

extension [UInt8] {
  /// Whether a NUL occurs.
  var containsZero: Bool { firstIndex(of: 0, in: 0..<count) != nil }

  /// Whether an ISO-2022 designation of a double-byte set occurs: ESC followed by `$`.
  var containsEscapeSequence: Bool {
    var index = startIndex
    while let escape = firstIndex(of: 0x1B, in: index..<endIndex) {
      index = escape + 1
      guard index < endIndex else { return false }
      if self[index] == UInt8(ascii: "$") { return true }
    }
    return false
  }
}
