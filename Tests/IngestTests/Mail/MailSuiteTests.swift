import Complaints
import Foundation
import Ingest
import Support
import Testing
import Text

/// Public suites; they are not part of the project.
@Suite(.enabled(if: Folders.shared != nil, "needs ../shared"))
struct MailSuiteTests {
  /// The mails of a folder of the suites.
  static func mails(_ folder: String) throws -> [(name: String, bytes: [UInt8])] {
    guard let root = Folders.shared?.appendingPathComponent("suites/mail/\(folder)") else {
      return []
    }
    return try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
      .filter { $0.hasSuffix(".eml") }
      .map { ($0, [UInt8](try Data(contentsOf: root.appendingPathComponent($0)))) }
  }

  /// The mail as an item of its own.
  static func item(_ bytes: [UInt8]) -> Item {
    Item(
      source: SourceReference(name: "mail.eml", range: 0..<bytes.count), form: .mail,
      bytes: bytes, outerDate: nil)
  }

  @Test(arguments: ["bsd", "mac", "dos"])
  func bouncesAndAutomaticRepliesAreToldFromPeople(folder: String) throws {
    var right = 0
    var wrong: [String] = []
    for (name, bytes) in try Self.mails("bounces/\(folder)") {
      let documents = try? MailReader().read(Self.item(bytes))
      if let first = documents?.first?.documentClass, first == .bounce || first == .autoReply {
        right += 1
      } else {
        wrong.append(name)
      }
    }
    let share = Double(right) / Double(right + wrong.count)
    print("bounces \(folder): \(right) of \(right + wrong.count), not: \(wrong)")
    #expect(share >= 0.95, "\(folder): \(share), not: \(wrong)")
  }

  @Test func lineEndsDoNotChangeAMail() throws {
    for folder in ["mac", "dos"] {
      for (name, bytes) in try Self.mails("bounces/\(folder)") {
        let twin = Self.unixLines(bytes)
        #expect(twin != bytes)
        let left = try MailReader().read(Self.item(twin))
        let right = try MailReader().read(Self.item(bytes))
        #expect(left.map(Self.words) == right.map(Self.words), "\(folder)/\(name)")
        #expect(left.map(\.identity) == right.map(\.identity), "\(folder)/\(name)")
        #expect(left.map(\.documentClass) == right.map(\.documentClass), "\(folder)/\(name)")
      }
    }
  }

  private static func unixLines(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0D {
        output.append(0x0A)
      } else if byte != 0x0A || index == 0 || bytes[index - 1] != 0x0D {
        output.append(byte)
      }
    }
    return output
  }

  static func words(_ document: Document) -> String {
    document.contents.map { content in
      switch content {
      case .text(let text): text
      case .layout(let layout): LayoutText(layout).text
      case .turns(let turns): turns.map(\.text).joined(separator: "\n")
      }
    }.joined(separator: "\n")
  }

  @Test(arguments: ["legacy", "malformed"])
  func everyTextPartOfTheSuiteIsRead(folder: String) throws {
    var found = 0
    var missing: [String] = []
    for (name, bytes) in try Self.mails("stalwart/\(folder)") {
      let documents = (try? MailReader().read(Self.item(bytes))) ?? []
      let text = Self.letters(documents.map(Self.words).joined(separator: "\n"))
      let root = try #require(Folders.shared).appendingPathComponent(
        "suites/mail/stalwart/\(folder)")
      let truth = root.appendingPathComponent(name.replacingOccurrences(of: ".eml", with: ".json"))
      let json = try JSONSerialization.jsonObject(with: Data(contentsOf: truth))
      for part in Self.expected(json) {
        if text.contains(Self.letters(part)) {
          found += 1
        } else {
          missing.append(name)
        }
      }
    }
    let recall = Double(found) / Double(max(1, found + missing.count))
    print("stalwart \(folder): recall \(recall) of \(found + missing.count), missing \(missing)")
    // What the suite expects of unclosed parts includes the boundaries themselves.
    #expect(recall >= (folder == "legacy" ? 0.97 : 0.75))
  }

  /// The chosen texts: those in `text_body`, HTML as its letters outside tags.
  private static func expected(_ json: Any) -> [String] {
    guard let message = json as? [String: Any], let parts = message["parts"] as? [[String: Any]]
    else { return [] }
    var chosen = Set((message["text_body"] as? [Int]) ?? [])
    chosen.formUnion((message["html_body"] as? [Int]) ?? [])
    var texts: [String] = []
    for (index, part) in parts.enumerated() {
      guard let body = part["body"] as? [String: Any] else { continue }
      if let text = body["Text"] as? String, chosen.contains(index) { texts.append(text) }
      if let inner = body["Message"] { texts += expected(inner) }
    }
    return texts.filter { !letters($0).isEmpty }
  }

  private static func letters(_ text: String) -> String {
    String(decoding: text.utf8.filter(\.isASCIILetter), as: UTF8.self)
  }

  @Test func anArchiveGivesAllItsMessages() throws {
    let path = try #require(Folders.shared)
      .appendingPathComponent("suites/mail/archive/r-help-2007-June.mbox").path
    let file = try ByteFile(path: path)
    let box = try BoxReading(file)
    #expect(box.items.count == 2_318)
    #expect(box.items.allSatisfy { $0.outerDate != nil })
    for item in box.items {
      let documents = try MailReader().read(item)
      let first = try #require(documents.first)
      #expect(first.messageID != nil)
      #expect(first.authors.first?.address?.contains("@") == true)
      #expect(first.received != nil)
      #expect(first.documentClass == .human)
    }
  }

  @Test(arguments: ["content-length.mbox.txt"])
  func separatorsAreFoundWhereTheSuiteSays(name: String) throws {
    let folder = try #require(Folders.shared).appendingPathComponent("suites/mail/offsets")
    let file = try ByteFile(path: folder.appendingPathComponent(name).path)
    let truth = folder.appendingPathComponent("content-length.unix-offsets.json")
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: truth)) as? [[String: Any]])
    let box = try BoxReading(file)
    let begins = json.compactMap { $0["beginOffset"] as? Int }
    #expect(box.items.map(\.source.range.lowerBound) == begins)
  }
}
