/// What a `style` attribute says about seeing the text.
struct StyleWords {
  /// The text cannot be seen (P69: preview texts of mails, padding).
  var isHidden = false
  /// The element starts and ends a block although its tag does not say so.
  var isBlock = false

  /// Reads a style; linear.
  init(_ style: ArraySlice<UInt8>) {
    var folded: [UInt8] = []
    folded.reserveCapacity(style.count)
    for byte in style where !byte.isSpace { folded.append(byte.lowered) }
    for declaration in folded.split(separator: UInt8(ascii: ";")) {
      guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let value = String(decoding: declaration[(colon + 1)...], as: UTF8.self)
        .replacing("!important", with: "")
      switch String(decoding: declaration[..<colon], as: UTF8.self) {
      case "display":
        isHidden = isHidden || value == "none"
        isBlock = value == "block" || value == "table" || value == "list-item" || value == "flex"
      case "visibility": isHidden = isHidden || value == "hidden" || value == "collapse"
      case "font-size", "max-height": isHidden = isHidden || StyleWords.isZero(value)
      case "opacity": isHidden = isHidden || StyleWords.isZero(value)
      case "mso-hide": isHidden = isHidden || value == "all"
      default: break
      }
    }
  }

  private static func isZero(_ value: String) -> Bool {
    let digits = value.utf8.prefix { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
    guard !digits.isEmpty else { return false }
    let unit = value.utf8.dropFirst(digits.count)
    return unit.allSatisfy { $0.isLetter || $0 == UInt8(ascii: "%") }
  }
}
