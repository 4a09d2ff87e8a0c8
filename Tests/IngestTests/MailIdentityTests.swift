import Complaints
import Foundation
import Support
import Testing
import Text

@testable import Ingest

/// A mail's identity, found without its parts, is the one that reading it gives.
struct MailIdentityTests {
  private func mails(in folder: String) throws -> [Item] {
    var found: [Item] = []
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for name in names.sorted() {
      guard let file = try? ByteFile(path: folder + "/" + name), file.byteCount < 8 << 20 else {
        continue
      }
      try SourceSplitter(name: name, columns: ColumnMap()).split(file, from: 0, ordinal: 1) {
        if case .item(let item) = $0.content, item.form == .mail { found.append(item) }
      }
    }
    return found
  }

  private func check(_ items: [Item]) -> Int {
    var count = 0
    for item in items {
      guard let identity = MailReader().identity(of: item),
        let document = try? MailReader().read(item).first
      else { continue }
      #expect(document.identity == identity, "\(item.source)")
      count += 1
    }
    return count
  }

  @Test func identitiesOfTheSampleWorldAgree() throws {
    let items = try mails(in: Folders.corpora.path + "/mail")
    #expect(items.count > 100)
    #expect(check(items) == items.count)
  }

  @Test func identitiesOfTheSuitesAgree() throws {
    guard let folder = Folders.shared?.appending(path: "suites").path else { return }
    #expect(check(try mails(in: folder)) > 100)
  }

  @Test(arguments: 0..<200)
  func identitiesOfDamagedMailsAgree(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let stumps = [
      "Content-Type: multipart/mixed; boundary=b\n", "Message-ID: <1@x>\n", "\n", "--b\n",
      "--b--\n",
      "Content-Type: message/rfc822\n", "From: a@b.example\r\n", "words\r\n", "--c\n", "--c--\n",
      "Content-Type: multipart/alternative; boundary=\"c\"\n", "no header\n", "\r",
      "Message-ID: 2\n",
    ]
    var text = "Subject: x\n"
    for _ in 0..<Int.random(in: 1...40, using: &generator) {
      text += stumps.randomElement(using: &generator) ?? ""
    }
    let item = Item(
      source: SourceReference(name: "a.eml", range: 0..<text.utf8.count), form: .mail,
      bytes: Array(text.utf8), outerDate: nil)
    _ = check([item])
  }
}
