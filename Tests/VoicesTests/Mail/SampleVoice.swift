import Complaints
import Markup
import Testing
import Text

@testable import Voices

/// A mail's verbatim made of words in a test.
enum SampleVoice {
  static let organisation = Organisation(names: ["Shop"], domains: ["shop.example"])

  static func document(
    _ contents: [Content], title: String? = nil, author: String = "ana@b.example"
  ) -> Document {
    Document(
      identity: Fingerprint(fields: ["test"]), source: SourceReference(name: "m", range: 0..<1),
      channel: .mail, title: title, authors: [Party(name: "Ana", address: author)],
      contents: contents)
  }

  static func verbatim(
    _ contents: [Content], title: String? = nil, author: String = "ana@b.example",
    documentClass: DocumentClass = .human
  ) throws -> Verbatim {
    var document = document(contents, title: title, author: author)
    document.documentClass = documentClass
    let verbatim = try #require(
      MailVoices.verbatims(of: document, organisation: organisation).first)
    var position = 0
    for passage in verbatim.passages {
      #expect(passage.range.lowerBound >= position)
      #expect(!passage.range.isEmpty && passage.range.upperBound <= verbatim.text.utf8.count)
      let words = Array(verbatim.text.utf8)[passage.range]
      #expect(words.first?.isASCIIWhiteSpace == false && words.last?.isASCIIWhiteSpace == false)
      position = passage.range.upperBound
    }
    return verbatim
  }

  static func verbatim(_ text: String, title: String? = nil) throws -> Verbatim {
    try verbatim([.text(text)], title: title)
  }

  static func page(_ html: String, title: String? = nil) throws -> Verbatim {
    try verbatim([.layout(LayoutBuilder.layout(of: html))], title: title)
  }
}

extension Verbatim {
  /// The words of all passages of a kind, joined by a bar.
  func words(_ kind: PassageKind) -> String {
    let utf8 = Array(text.utf8)
    return passages.filter { $0.kind == kind }
      .map { String(decoding: utf8[$0.range], as: UTF8.self) }.joined(separator: " | ")
  }
}
