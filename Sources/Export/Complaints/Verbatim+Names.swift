import Complaints
import Privacy

extension Verbatim {
  /// Takes out what identifies people, of whom the text's own structure names some; names of
  /// organisations are kept.
  func redactor(keeping kept: [String], names more: [String] = []) -> Redactor {
    Redactor(names: names + more, keeping: kept)
  }

  /// Names that the text's own structure tells: who speaks in it, and who signs it.
  private var names: [String] {
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
