/// Postcodes of the UK, Canada and the Netherlands, and ZIP+4 of the US, by their shape; five bare
/// digits are none.
struct PostcodeRecogniser: Recogniser {
  func find(in scan: Scan, into found: inout [Redaction]) {
    var end = 0
    for index in scan.bytes.indices where index >= end {
      guard scan.classes[index] != .other, scan.kind(index - 1) == .other,
        scan.byte(index - 1) != UInt8(ascii: "-")
      else { continue }
      for (shape, name) in PostcodeRecogniser.shapes {
        guard let stop = match(scan, index, shape),
          name != "postcode-nl" || isDutch(scan, index, stop),
          name != "postcode-uk" || isBritish(scan, index, stop)
        else { continue }
        found.append(Redaction(range: index..<stop, kind: .postcode, recogniser: name))
        end = stop
        break
      }
    }
  }

  /// A for a letter, U for a capital, 9 for a digit, a space for none or one of them.
  private static let shapes: [([UInt8], String)] = [
    (Array("AA9A 9AA".utf8), "postcode-uk"), (Array("AA99 9AA".utf8), "postcode-uk"),
    (Array("AA9 9AA".utf8), "postcode-uk"), (Array("A9A 9AA".utf8), "postcode-uk"),
    (Array("A99 9AA".utf8), "postcode-uk"), (Array("A9 9AA".utf8), "postcode-uk"),
    (Array("A9A 9A9".utf8), "postcode-ca"), (Array("9999 UU".utf8), "postcode-nl"),
    (Array("99999-9999".utf8), "zip+4"),
  ]

  private func match(_ scan: Scan, _ start: Int, _ shape: [UInt8]) -> Int? {
    var index = start
    for mark in shape {
      let kind = scan.kind(index)
      switch mark {
      case UInt8(ascii: "A"): guard kind == .upper || kind == .lower else { return nil }
      case UInt8(ascii: "U"): guard kind == .upper else { return nil }
      case UInt8(ascii: "9"): guard kind == .digit else { return nil }
      case UInt8(ascii: "-"): guard scan.byte(index) == mark else { return nil }
      default:
        if scan.byte(index) == 0xC2, scan.byte(index + 1) == 0xA0 { index += 1 }
        guard scan.byte(index) == 0x20 || scan.byte(index) == 0xA0 else { continue }
      }
      index += 1
    }
    let isCut = scan.byte(index) == UInt8(ascii: "-") && scan.kind(index + 1) != .other
    return scan.kind(index) == .other && !isCut ? index : nil
  }

  /// The last two letters are none of C, I, K, M, O, V; "5th" and "3rd" end no postcode.
  private func isBritish(_ scan: Scan, _ start: Int, _ end: Int) -> Bool {
    let pair = [scan.bytes[end - 2], scan.bytes[end - 1]]
    if pair.allSatisfy({ $0 >= 0x61 }) {
      let ending = String(decoding: pair, as: UTF8.self)
      if ["th", "st", "nd", "rd", "pm", "am"].contains(ending) { return false }
    }
    return !pair.contains { "CIKMOV".utf8.contains($0 & 0xDF) }
  }

  /// The first digit is none, and letters that are a unit or a country count only before a place.
  private func isDutch(_ scan: Scan, _ start: Int, _ end: Int) -> Bool {
    guard scan.bytes[start] != UInt8(ascii: "0"), !scan.followsCurrency(start) else {
      return false
    }
    let pair = String(decoding: scan.bytes[end - 2..<end], as: UTF8.self)
    guard PostcodeRecogniser.doubtful.contains(pair) else { return true }
    return scan.byte(end) == 0x20 && scan.kind(end + 1) == .upper && scan.kind(end + 2) == .lower
  }

  private static let doubtful: Set<String> = [
    "UK", "US", "EU", "GB", "MB", "TB", "KB", "AM", "PM", "KM", "KG", "CM", "MM", "ML", "KW", "HP",
    "TV", "DC", "AC", "BC", "AD", "CE", "IN", "OR", "OK", "NO", "WE", "DO", "IT", "IS", "TO", "SA",
    "SD", "SS",
  ]
}
