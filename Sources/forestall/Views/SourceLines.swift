import Complaints
import Foundation

/// The lines of files that diagnostics are about; each file is read once.
struct SourceLines {
  /// A line with the place that is meant.
  struct Line {
    /// The line, cut around the place where it is long.
    var text: String
    /// Letters before the place; nil where the whole line is meant.
    var caret: Int?
  }

  private var files: [String: [Substring]] = [:]
  /// Longer lines are cut.
  private static let longest = 160

  /// The line of a diagnostic; nil where it is about a whole file.
  mutating func line(of diagnostic: Diagnostic) -> Line? {
    guard diagnostic.line > 0 else { return nil }
    let lines = lines(of: diagnostic.file)
    guard lines.indices.contains(diagnostic.line - 1) else { return nil }
    let line = lines[diagnostic.line - 1]
    let isInside = diagnostic.column > 0 && diagnostic.column <= line.count + 1
    guard line.count > SourceLines.longest else {
      return Line(text: String(line), caret: isInside ? diagnostic.column - 1 : nil)
    }
    let start = isInside ? max(0, diagnostic.column - 1 - SourceLines.longest / 2) : 0
    let part = line.dropFirst(start).prefix(SourceLines.longest)
    let text = (start > 0 ? "…" : "") + part + (start + part.count < line.count ? "…" : "")
    return Line(
      text: text, caret: isInside ? diagnostic.column - 1 - start + (start > 0 ? 1 : 0) : nil)
  }

  private mutating func lines(of path: String) -> [Substring] {
    if let known = files[path] { return known }
    let data = FileManager.default.contents(atPath: path) ?? Data()
    let lines = String(decoding: data, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    files[path] = lines
    return lines
  }
}
