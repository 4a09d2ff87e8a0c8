import Complaints
import Foundation

/// Mistakes in rule files, told to people.
enum RulesView {
  /// The diagnostic, the line it means and a caret below the place.
  static func line(_ diagnostic: Diagnostic) -> String {
    let style: Style = diagnostic.severity == .error ? .red : .yellow
    var text = style(displayedLine(diagnostic.description))
    guard diagnostic.line > 0, let data = FileManager.default.contents(atPath: diagnostic.file)
    else { return text }
    let lines = String(decoding: data, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(diagnostic.line - 1) else { return text }
    let line = lines[diagnostic.line - 1]
    text += "\n    " + displayed(line)
    if diagnostic.column > 0, diagnostic.column <= line.count + 1 {
      text += "\n    " + String(repeating: " ", count: diagnostic.column - 1) + style("^")
    }
    return text
  }
}
