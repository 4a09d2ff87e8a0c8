import Complaints

extension YAMLValue {
  /// What can be read of a rule file that is not YAML as a whole: each of its rules, and each key
  /// at its top, by itself, so that one bad line does not hide the mistakes behind it.
  ///
  /// - Returns: what could be read, and what was wrong with the rest; `error`, which the whole
  ///   file gave, when every piece is right by itself.
  static func salvaged(
    _ text: String, file: String, after error: Diagnostic
  ) -> (root: YAMLValue, diagnostics: [Diagnostic]) {
    var entries: [Entry] = []
    var rules: [YAMLValue] = []
    var diagnostics: [Diagnostic] = []
    for piece in pieces(of: text) {
      do throws(Diagnostic) {
        switch try parse(piece.text, file: file, linesBefore: piece.line) {
        case .list(let items, _): rules += items
        case .map(let found, _): entries += found
        case .text: break
        }
      } catch {
        diagnostics.append(error)
      }
    }
    let start = Place(line: 1, column: 1)
    let listed = entries.firstIndex { $0.key == "rules" }
    let place = listed.map { entries[$0].place } ?? start
    if let listed { entries.remove(at: listed) }
    if !rules.isEmpty {
      entries.append(Entry(key: "rules", place: place, value: .list(rules, place)))
    }
    return (.map(entries, start), diagnostics.isEmpty ? [error] : diagnostics)
  }

  /// Stretches of whole lines, each from a key at the left edge or from "- rule:" on, with how
  /// many lines stand before it.
  private static func pieces(of text: String) -> [(line: Int, text: String)] {
    var pieces: [(line: Int, text: String)] = [(0, "")]
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (number, line) in lines.enumerated() {
      let isKey = line.first.map { $0.isLetter } ?? false
      let isRule = line.drop { $0 == " " || $0 == "\t" }.hasPrefix("- rule:")
      if isKey || isRule { pieces.append((number, "")) }
      pieces[pieces.count - 1].text += line + "\n"
    }
    return pieces
  }
}
