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
    #expect(share >= 0.99, "\(folder): \(share), not: \(wrong)")
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

  @Test(arguments: [("legacy", 0.99), ("malformed", 0.96)])
  func everyTextPartOfTheSuiteIsRead(folder: String, goal: Double) throws {
    var found = 0
    var missing: [String] = []
    for (name, bytes) in try Self.mails("stalwart/\(folder)") {
      let documents = (try? MailReader().read(Self.item(bytes))) ?? []
      let words = ExpectedPart.letters(documents.map(Self.words).joined(separator: "\n"))
      let root = try #require(Folders.shared).appendingPathComponent(
        "suites/mail/stalwart/\(folder)")
      let truth = root.appendingPathComponent(name.replacingOccurrences(of: ".eml", with: ".json"))
      let json = try JSONSerialization.jsonObject(with: Data(contentsOf: truth))
      for part in ExpectedPart.all(in: json) where !part.pieces.isEmpty {
        if part.pieces.allSatisfy({ words.contains($0) }) {
          found += 1
        } else {
          missing.append(name)
        }
      }
    }
    let recall = Double(found) / Double(max(1, found + missing.count))
    print("stalwart \(folder): recall \(recall) of \(found + missing.count), missing \(missing)")
    #expect(recall >= goal)
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

  @Test(arguments: ["unix", "dos"])
  func mailsAndPartsStandWhereTheSuiteSays(form: String) throws {
    let folder = try #require(Folders.shared).appendingPathComponent("suites/mail/offsets")
    var bytes = [UInt8](
      try Data(contentsOf: folder.appendingPathComponent("content-length.mbox.txt")))
    if form == "dos" { bytes = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }
    let truth = folder.appendingPathComponent("content-length.\(form)-offsets.json")
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: truth)) as? [[String: Any]])
    let box = try BoxReading(bytes)
    #expect(
      box.items.map(\.source.range.lowerBound) == json.compactMap { $0["beginOffset"] as? Int })
    for (item, expected) in zip(box.items, json) {
      // S/MIME bodies are read unwrapped or not at all, and unquoting moves what is behind it.
      guard item.bytes.count == item.source.range.count,
        let mail = try? MailReader().read(item).first,
        !Self.isCryptographic(expected["body"])
      else { continue }
      let parts = mail.parts.map {
        item.source.range.lowerBound + $0.range.lowerBound..<item.source.range.lowerBound
          + $0.range.upperBound
      }
      #expect(parts == Self.leaves(expected["body"]), "\(form) \(item.source)")
    }
  }

  private static func isCryptographic(_ node: Any?) -> Bool {
    let type = (node as? [String: Any])?["mimeType"] as? String
    return type?.lowercased().hasSuffix("pkcs7-mime") == true
  }

  /// The content ranges of all parts that are no multiparts; mails inside are not gone into.
  private static func leaves(_ node: Any?) -> [Range<Int>] {
    guard let node = node as? [String: Any] else { return [] }
    if let children = node["children"] as? [Any] { return children.flatMap { leaves($0) } }
    guard let start = node["headersEndOffset"] as? Int, let end = node["endOffset"] as? Int else {
      return []
    }
    return [start..<end]
  }
}
