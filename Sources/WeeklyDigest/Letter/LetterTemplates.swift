import Foundation
import Mustache

/// The letter's layouts, read once.
struct LetterTemplates: Sendable {
  private let htmlTemplate: MustacheTemplate
  private let textTemplate: MustacheTemplate
  private let markdownTemplate: MustacheTemplate

  /// The layouts inside the program; an error only where one of them is wrong.
  static let shared = Result { try LetterTemplates() }

  private init() throws {
    MustacheContentTypes.register(MailHTML(), named: "MAIL")
    MustacheContentTypes.register(Markdown(), named: "MARKDOWN")
    htmlTemplate = try LetterTemplates.template(PackageResources.digest_html_mustache)
    textTemplate = try LetterTemplates.template(PackageResources.digest_text_mustache)
    markdownTemplate = try LetterTemplates.template(PackageResources.digest_md_mustache)
  }

  /// A whole page.
  func html(_ letter: Letter) -> String { htmlTemplate.render(letter) }

  /// Lines of at most 72 columns.
  func text(_ letter: Letter) -> String {
    let lines = LetterTemplates.lines(textTemplate.render(letter)).flatMap {
      LetterTemplates.wrapped($0, width: 72)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// CommonMark.
  func markdown(_ letter: Letter) -> String {
    LetterTemplates.lines(markdownTemplate.render(letter)).joined(separator: "\n") + "\n"
  }

  private static func template(_ bytes: [UInt8]) throws -> MustacheTemplate {
    try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self))
  }

  /// Lines without spaces at their ends, and never two empty ones in a row.
  private static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let kept = String(line.reversed().drop { $0 == " " }.reversed())
      if !kept.isEmpty || lines.last?.isEmpty == false { lines.append(kept) }
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// A line in pieces that fit; those after the first stand under the first word after its mark.
  static func wrapped(_ line: String, width: Int) -> [String] {
    guard line.count > width else { return [line] }
    let indent = line.prefix { $0 == " " }.count
    let marked = line.dropFirst(indent).hasPrefix("- ") ? 2 : 0
    let margin = String(repeating: " ", count: indent + marked)
    var lines: [String] = []
    var current = String(line.prefix(indent + marked))
    var isEmpty = true
    for word in line.dropFirst(indent + marked).split(separator: " ") {
      if !isEmpty, current.count + 1 + word.count > width {
        lines.append(current)
        (current, isEmpty) = (margin, true)
      }
      var rest = word
      while current.count + rest.count + (isEmpty ? 0 : 1) > width {
        let room = width - current.count
        lines.append(current + rest.prefix(room))
        rest = rest.dropFirst(room)
        (current, isEmpty) = (margin, true)
      }
      current += (isEmpty ? "" : " ") + rest
      isEmpty = false
    }
    return lines + [current]
  }
}
