import Text

/// Line breaks in text that is stored without paragraphs, as WordPress stores posts and comments.
enum LineBreaks {
  /// Elements in which line breaks are kept or mean nothing.
  private static let verbatimNames: Set<String> = ["pre", "script", "style", "textarea", "svg"]

  /// The HTML with `<br>` for each line end outside tags and preformatted text, two for blank lines.
  ///
  /// What the block editor wrote has its own paragraphs and stays as it is. Linear.
  /// Source: WordPress `wpautop`.
  static func marked(_ html: String) -> String {
    guard html.utf8.contains(0x0A), !html.contains("<!-- wp:") else { return html }
    let bytes = Array(html.utf8)
    var endless: Set<String> = []
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") {
        let end = endOfMarkup(bytes, at: index, &endless)
        output.append(contentsOf: bytes[index..<end])
        index = end
      } else if bytes[index] == 0x0A {
        var lineCount = 0
        while index < bytes.count, bytes[index].isASCIIWhiteSpace {
          lineCount += bytes[index] == 0x0A ? 1 : 0
          index += 1
        }
        output.append(contentsOf: (lineCount > 1 ? "<br><br>\n" : "<br>\n").utf8)
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The end of the tag or comment at a `<`, or of the preformatted element that starts there.
  private static func endOfMarkup(
    _ bytes: [UInt8], at start: Int, _ endless: inout Set<String>
  ) -> Int {
    let limit = min(bytes.count, start + 4_096)
    guard start + 1 < limit,
      bytes[start + 1].isASCIILetter || bytes[start + 1] == UInt8(ascii: "/")
        || bytes[start + 1] == UInt8(ascii: "!"),
      let close = bytes.firstIndex(of: UInt8(ascii: ">"), in: start..<limit)
    else { return start + 1 }
    let name = String(
      decoding: bytes[(start + 1)..<close].prefix { $0.isASCIILetter }.lowercasedASCII,
      as: UTF8.self)
    guard verbatimNames.contains(name), !endless.contains(name) else { return close + 1 }
    let mark = Array("</\(name)".utf8)
    var index = close
    while let found = bytes.firstIndex(of: UInt8(ascii: "<"), in: index + 1..<bytes.count) {
      if bytes[found...].prefix(mark.count).lowercasedASCII == mark { return found }
      index = found
    }
    endless.insert(name)
    return close + 1
  }
}
