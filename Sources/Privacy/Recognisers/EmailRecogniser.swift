/// E-mail addresses (RFC 5321 dot-atoms, RFC 6531 letters); quoted local parts are not found.
struct EmailRecogniser: Recogniser {
  func find(in scan: Scan, into found: inout [Redaction]) {
    // Both walks stop at the next "@", so no byte is read more than twice.
    for index in scan.bytes.indices where scan.bytes[index] == UInt8(ascii: "@") {
      var start = index
      while start > 0, EmailRecogniser.isLocal(scan, start - 1) { start -= 1 }
      while start < index, EmailRecogniser.isEdge(scan.bytes[start]) { start += 1 }
      guard start < index, let end = EmailRecogniser.domainEnd(scan, from: index + 1) else {
        continue
      }
      found.append(Redaction(range: start..<end, kind: .email, recogniser: "email"))
    }
  }

  private static func isLocal(_ scan: Scan, _ index: Int) -> Bool {
    if scan.classes[index] != .other { return true }
    switch scan.bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"),
      UInt8(ascii: "'"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "="),
      UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"),
      UInt8(ascii: "*"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "/"):
      return true
    default: return false
    }
  }

  /// Marks that more often stand around an address than begin one.
  private static func isEdge(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "*")
      || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "|")
  }

  /// The end of the longest name that ends with a top-level domain; what follows its letters
  /// ("com-1234") stays outside.
  private static func domainEnd(_ scan: Scan, from start: Int) -> Int? {
    var best: Int?
    var label = start
    var index = start
    var labels = 0
    while true {
      while scan.kind(index) != .other || scan.byte(index) == UInt8(ascii: "-") { index += 1 }
      guard index > label else { break }
      labels += 1
      if labels > 1, let end = topLevelEnd(scan, label..<index) { best = end }
      guard scan.byte(index) == UInt8(ascii: ".") else { break }
      index += 1
      label = index
    }
    return best
  }

  private static func topLevelEnd(_ scan: Scan, _ label: Range<Int>) -> Int? {
    if label.count > 4, scan.bytes[label.prefix(4)].elementsEqual("xn--".utf8) {
      return label.upperBound
    }
    var end = label.lowerBound
    while end < label.upperBound, scan.kind(end) != .digit, scan.kind(end) != .other { end += 1 }
    return end - label.lowerBound >= 2 ? end : nil
  }
}
