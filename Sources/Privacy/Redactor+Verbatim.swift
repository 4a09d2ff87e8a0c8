public import Complaints

extension Redactor {
  /// Takes out what identifies people in a verbatim, of whom its own structure names some; names
  /// of organisations are kept, `names` are taken out wherever they stand.
  public init(of verbatim: Verbatim, keeping kept: [String], names: [String] = []) {
    self.init(names: verbatim.names + names, keeping: kept)
  }
}

extension Verbatim {
  /// Names that the text's own structure tells: who speaks in it, and who signs it.
  fileprivate var names: [String] {
    let bytes = Array(text.utf8)
    let signatures = passages.filter { $0.kind == .signature }.compactMap { passage in
      let lines = String(decoding: bytes[passage.range], as: UTF8.self).split(separator: "\n")
      return lines.first { !$0.allSatisfy { $0.isWhitespace || $0 == "-" } }.map(String.init)
    }
    let speakers = passages.compactMap(\.speaker)
    return Set(signatures + speakers).filter(Verbatim.isName).sorted()
  }

  /// Up to four words, each with a capital in front: "J. O'Neill", not "Sent from my phone".
  private static func isName(_ line: String) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace)
    return (1...4).contains(words.count)
      && words.allSatisfy { $0.first?.isUppercase == true && !$0.contains(where: \.isNumber) }
  }
}
