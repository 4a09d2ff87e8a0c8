/// International bank account numbers (ISO 13616): the country's length and the remainder modulo
/// 97, with single spaces or dashes anywhere, in either case.
struct IBANRecogniser: Recogniser {
  func find(in scan: Scan, into found: inout [Redaction]) {
    var index = 0
    while index + 4 < scan.bytes.count {
      if let end = IBANRecogniser.end(scan, from: index) {
        found.append(Redaction(range: index..<end, kind: .iban, recogniser: "iban-mod97"))
        index = end
      } else {
        index += 1
      }
    }
  }

  private static func isLetter(_ kind: Scan.Class) -> Bool { kind == .upper || kind == .lower }

  private static func end(_ scan: Scan, from start: Int) -> Int? {
    guard isLetter(scan.kind(start)), isLetter(scan.kind(start + 1)),
      scan.kind(start + 2) == .digit, scan.kind(start + 3) == .digit,
      scan.kind(start - 1) == .other
    else { return nil }
    let country = String(
      decoding: [scan.bytes[start] & 0xDF, scan.bytes[start + 1] & 0xDF], as: UTF8.self)
    guard let length = lengths[country] else { return nil }
    var characters: [UInt8] = []
    var index = start
    while characters.count < length {
      let kind = scan.kind(index)
      if isLetter(kind) {
        characters.append((scan.bytes[index] & 0xDF) - 55)
      } else if kind == .digit {
        characters.append(scan.bytes[index] & 0xF)
      } else {
        let gap = gapWidth(scan, at: index)
        guard gap > 0 else { return nil }
        index += gap
        continue
      }
      index += 1
    }
    guard scan.kind(index) == .other else { return nil }
    var remainder = 0
    for value in characters[4...] + characters[..<4] {
      remainder = (remainder * (value > 9 ? 100 : 10) + Int(value)) % 97
    }
    return remainder == 1 ? index : nil
  }

  /// The width of a space, dash or no-break space between two characters of a number.
  private static func gapWidth(_ scan: Scan, at index: Int) -> Int {
    let width = scan.byte(index) == 0xC2 && scan.byte(index + 1) == 0xA0 ? 2 : 1
    let fits = width == 2 || scan.byte(index) == 0x20 || scan.byte(index) == UInt8(ascii: "-")
    return fits && scan.kind(index + width) != .other ? width : 0
  }

  /// Characters in a number, by country (SWIFT's IBAN registry).
  private static let lengths: [String: Int] = [
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22,
    "BR": 29, "BY": 28, "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DO": 28,
    "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23,
    "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26,
    "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LC": 32, "LI": 21, "LT": 20, "LU": 20,
    "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MR": 27, "MT": 31, "MU": 30,
    "NL": 18, "NO": 15, "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22,
    "SA": 24, "SC": 31, "SD": 18, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "ST": 25, "SV": 28,
    "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20,
  ]
}
