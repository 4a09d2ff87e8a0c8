import Complaints
import Ingest
import Testing
import Text

/// A mail written down in a test.
enum SampleMail {
  /// The documents of a mail given as bytes.
  static func documents(_ bytes: [UInt8], outerDate: Timestamp? = nil) throws -> [Document] {
    let item = Item(
      source: SourceReference(name: "inbox.mbox", ordinal: 17, range: 0..<bytes.count),
      form: .mail, bytes: bytes, outerDate: outerDate)
    return try MailReader().read(item)
  }

  /// The documents of a mail given as text.
  static func documents(_ text: String, outerDate: Timestamp? = nil) throws -> [Document] {
    try documents(Array(text.utf8), outerDate: outerDate)
  }

  /// The outer document.
  static func document(_ text: String, outerDate: Timestamp? = nil) throws -> Document {
    try #require(try documents(text, outerDate: outerDate).first)
  }

  /// A mail of a header and a body, both given as text.
  static func document(header: String, body: String) throws -> Document {
    try document("From: Ana <ana@shop.example>\nSubject: x\n\(header)\n\n\(body)")
  }

  /// All words of a document.
  static func words(_ document: Document) -> String {
    document.contents.map { content in
      switch content {
      case .text(let text): text
      case .layout(let layout): LayoutText(layout).text
      case .turns: ""
      }
    }.joined(separator: "\n")
  }
}
