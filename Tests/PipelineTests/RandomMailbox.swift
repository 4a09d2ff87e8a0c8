import Foundation

/// A mailbox of messages of all kinds, with the places at which a cut is most awkward.
struct RandomMailbox {
  private(set) var bytes: [UInt8] = []
  /// Where lines begin.
  private var lines: [Int] = []

  init(_ random: inout some RandomNumberGenerator) {
    var text = ""
    let quotes = Bool.random(using: &random)
    for number in 0..<Int.random(in: 1...4, using: &random) {
      text += RandomMailbox.message(number, quotes: quotes, &random)
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      text = text.replacingOccurrences(of: "\n", with: "\r\n")
    }
    bytes = Array(text.utf8)
    lines = bytes.indices.filter { $0 > 0 && bytes[$0 - 1] == 0x0A }
  }

  /// At or around the beginning of a line.
  func place(_ random: inout some RandomNumberGenerator) -> Int {
    let line = lines.randomElement(using: &random) ?? 1
    return min(max(1, line + Int.random(in: -2...2, using: &random)), bytes.count)
  }

  private static func message(
    _ number: Int, quotes: Bool, _ random: inout some RandomNumberGenerator
  ) -> String {
    var header = "From a\(number)@example.net Mon Nov 16 08:0\(number):00 2026\n"
    header += "From: Ana <a\(number)@example.net>\nSubject: Number \(number),\n\tfolded\n"
    header += "Date: Mon, 16 Nov 2026 08:00:00 +0000\n"
    if Int.random(in: 0..<5, using: &random) > 0 {
      header += "Message-ID: <\(number)@example.net>\n"
    }
    if Bool.random(using: &random) { header += "References: <x\(number)@example.net>\n" }
    return header + body(words(&random), quotes: quotes, &random) + "\n"
  }

  private static func words(_ random: inout some RandomNumberGenerator) -> String {
    let sentences = [
      "Nobody rang me back.", "Schön ist das nicht – 20 € für nichts.", "From here on I am angry.",
      "The pump was out of stock & the man said: “no”.", "I waited = for ever; 3 < 4.", "Ok?",
      "> You wrote that all is well.", "--", "Sent from my phone", "👩‍👩‍👧 say hello to you.",
    ]
    return (0..<Int.random(in: 1...12, using: &random)).map { _ in
      (sentences.randomElement(using: &random) ?? "")
        + (Int.random(in: 0..<3, using: &random) == 0 ? "\n\n" : "\n")
    }.joined()
  }

  private static func body(
    _ words: String, quotes: Bool, _ random: inout some RandomNumberGenerator
  ) -> String {
    func plain(_ text: String) -> String { quotes ? quoted(text) : text }
    func part(_ type: String, _ text: String, _ more: String = "") -> String {
      let head = "Content-Type: \(type); charset=utf-8\n\(more)"
      switch Int.random(in: 0..<3, using: &random) {
      case 0: return head + "Content-Transfer-Encoding: 8bit\n\n" + plain(text)
      case 1: return head + "Content-Transfer-Encoding: quoted-printable\n\n" + printable(text)
      default: return head + "Content-Transfer-Encoding: base64\n\n" + base64(text)
      }
    }
    let page =
      "<html><body>"
      + words.split(separator: "\n").map { line in
        "<p class=\"a\">"
          + line.replacingOccurrences(of: "&", with: "&amp;")
          .replacingOccurrences(of: "<", with: "&lt;") + "</p>\n"
      }.joined() + "</body></html>\n"
    func multi(_ kind: String, _ parts: [String]) -> String {
      "MIME-Version: 1.0\nContent-Type: multipart/\(kind); boundary=\"b1\"\n\n"
        + parts.map { "--b1\n\($0)\n" }.joined() + "--b1--\n"
    }
    let letter = "Content-Disposition: attachment; filename=letter.txt\n"
    let scan =
      "Content-Type: application/pdf; name=scan.pdf\nContent-Transfer-Encoding: base64\n\n"
      + base64(String(repeating: "%PDF-1.7 ", count: Int.random(in: 1...40, using: &random)))
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return "\n" + plain(words)
    case 1, 2: return part("text/plain", words)
    case 3: return part("text/html", page)
    case 4: return multi("alternative", [part("text/plain", words), part("text/html", page)])
    case 5:
      return multi(
        "mixed", [part("text/plain", words), part("text/plain", words + "Attached.\n", letter)])
    case 6: return multi("mixed", [scan])
    case 7:
      return multi(
        "mixed", [part("text/plain", words), scan, part("text/plain", words + "Last.\n", letter)])
    default: return "\n"
    }
  }

  private static func quoted(_ text: String) -> String {
    let quoted = text.replacingOccurrences(of: "\nFrom ", with: "\n>From ")
    return quoted.hasPrefix("From ") ? ">" + quoted : quoted
  }

  private static func printable(_ text: String) -> String {
    var output = ""
    var width = 0
    for byte in text.utf8 {
      if byte == 0x0A {
        output += "\n"
        width = 0
        continue
      }
      if width > 60 {
        output += "=\n"
        width = 0
      }
      let isPlain = byte > 0x1F && byte < 0x7F && byte != 0x3D && byte != 0x46
      output += isPlain ? String(UnicodeScalar(byte)) : String(format: "=%02X", byte)
      width += isPlain ? 1 : 3
    }
    return output
  }

  private static func base64(_ text: String) -> String {
    Data(text.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
      + "\n"
  }
}
