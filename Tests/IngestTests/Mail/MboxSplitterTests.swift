import Complaints
import Foundation
import Support
import Testing
import Text

@testable import Ingest

struct MboxSplitterTests {
  private let head = "From: a@b.example\nSubject: s\nDate: Mon, 1 Jan 2024 10:00:00 +0000\n"

  @Test func sentencesThatStartWithFromAreNoSeparators() throws {
    let box = try BoxReading(
      """
      From a@b.example Mon Jan  1 10:00:00 2024
      \(head)
      Hello,

      From now on I will complain weekly.

      From 9 to 5 nobody answers.

      From a@b.example Tue Jan  2 10:00:00 2024
      \(head)
      second

      """)
    #expect(box.items.count == 2)
    #expect(box.messages[0].contains("From now on I will complain weekly."))
    #expect(box.messages[0].contains("From 9 to 5"))
    #expect(box.items[1].source.ordinal == 2)
    #expect(box.items[1].outerDate?.description == "2024-01-02T10:00:00Z")
  }

  @Test(
    arguments: [
      ("From - ", nil),
      ("From MAILER-DAEMON Mon Jan  1 10:00:00 2024", "2024-01-01T10:00:00Z"),
      ("From ???@??? Mon Jan 01 10:00:00 2024", "2024-01-01T10:00:00Z"),
      ("From 28668125511680@xxx Thu Apr 16 09:53:04 +0000 2015", "2015-04-16T09:53:04Z"),
      ("From a@b.example Thu Apr 16 09:53:04 2015 -0700", "2015-04-16T16:53:04Z"),
      ("From a@b.example Thu Apr 16 09:53:04 EDT 2015", "2015-04-16T13:53:04Z"),
      ("From a@b.example Thu Apr 16 09:53 2015", "2015-04-16T09:53:00Z"),
      ("From a at b.example  Thu Apr 16 09:53:04 2015", "2015-04-16T09:53:04Z"),
      ("From a@b.example Thu, 16 Apr 2015 09:53:04 +0200", "2015-04-16T07:53:04Z"),
      ("From a@b.example Thu Apr 16 09:53:04 2015 remote from shop", "2015-04-16T09:53:04Z"),
      ("From \"Ana B\"@b.example Thu Apr 16 09:53:04 2015", "2015-04-16T09:53:04Z"),
    ] as [(String, String?)])
  func separatorsOfAllWritersAreKnown(line: String, date: String?) throws {
    let box = try BoxReading("\(line)\n\(head)\none\n\n\(line)\n\(head)\ntwo\n")
    #expect(box.items.count == 2, "\(line)")
    #expect(box.items.map(\.outerDate?.description) == [date, date])
    #expect(MboxSplitter.looksLikeMbox(Array("\(line)\n\(head)\none\n".utf8)))
  }

  @Test func lengthsThatLeadNowhereAreNotBelieved() throws {
    let box = try BoxReading(
      """
      From a@b.example Mon Jan  1 10:00:00 2024
      \(head)Content-Length: 999999

      one

      From a@b.example Mon Jan  1 10:00:00 2024
      \(head)Content-Length: 3

      two

      """)
    #expect(box.items.count == 2)
  }

  @Test func lengthsThatHoldProtectUnquotedLines() throws {
    let body = "see\n\nFrom a@b.example Mon Jan  1 10:00:00 2024\nSubject: inner\n\nx\n"
    let box = try BoxReading(
      """
      From a@b.example Mon Jan  1 10:00:00 2024
      \(head)Content-Length: \(body.utf8.count)

      \(body)
      From a@b.example Mon Jan  1 10:00:00 2024
      \(head)
      two

      """)
    #expect(box.items.count == 2)
    #expect(box.messages[0].hasSuffix(body))
  }

  @Test(arguments: ["\n", "\r\n"])
  func lengthsLeadToASeparatorOrTheEnd(end: String) throws {
    func lines(_ text: String) -> String { text.replacing("\n", with: end) }
    let line = "From a@b.example Mon Jan  1 10:00:00 2024\n"
    let body = lines("log:\n\n\(line)Subject: inner\n\nx\n")
    let mail = lines("\(line)\(head)Content-Length: \(body.utf8.count)\n\n") + body
    let box = try BoxReading(mail + end + mail)
    #expect(box.items.count == 2)
    #expect(box.messages.allSatisfy { $0.hasSuffix(body) })
    // One byte too many: the line inside separates, as it would without a length.
    let wrong = mail.replacing("Content-Length: \(body.utf8.count)", with: "Content-Length: 12")
    #expect(try BoxReading(wrong + end + mail).items.count == 3)
  }

  @Test func firstLinesThatAreNoHeaderCostNoMail() throws {
    for line in [
      "From a@b.example Mon Jan  1 10:00:00 2024", "From - ",
      "From ???@??? Mon Jan 01 10:00:00 2024",
      "From 1234567890123@xxx Thu Apr 16 09:53:04 +0000 2015",
    ] {
      for first in ["HELO shop.example\n", ">From c@d.example Mon Jan  1 09:00:00 2024\n", ""] {
        let one = "\(line)\n\(first)\(head)\nwords\n\n"
        let box = try BoxReading(one + one + one)
        #expect(box.items.count == 3, "\(line) \(first)")
        for item in box.items {
          let mail = try MailReader().read(item).first
          #expect(mail?.title == "s")
          #expect(mail.map(SampleMail.words) == "words\n")
        }
      }
    }
  }

  @Test func linesMayEndWithReturnsAlone() throws {
    let text =
      "From ???@??? Mon Jan 01 10:00:00 2024\n\(head)\none\n\n>From here\n\n"
      + "From ???@??? Mon Jan 01 10:00:00 2024\n\(head)\ntwo\n"
    let bare = text.replacing("\n", with: "\r")
    let box = try BoxReading(bare)
    #expect(box.messages == (try BoxReading(text).messages))
    #expect(box.items.count == 2)
    #expect(MboxSplitter.looksLikeMbox(Array(bare.utf8)))
  }

  @Test func lineEndsMayBeMixed() throws {
    let box = try BoxReading(
      "From a@b.example Mon Jan  1 10:00:00 2024\r\nSubject: x\r\n\r\none\r\n\r\n"
        + "From a@b.example Mon Jan  1 10:00:00 2024\nSubject: y\n\ntwo\r\n\n"
        + "From a@b.example Mon Jan  1 10:00:00 2024\r\nSubject: z\n\nthree")
    #expect(
      box.messages == [
        "Subject: x\r\n\r\none\r\n", "Subject: y\n\ntwo\r\n", "Subject: z\n\nthree",
      ])
  }

  @Test func quotedFromLinesAreUnquoted() throws {
    let start = "From a@b.example Mon Jan  1 10:00:00 2024\nSubject: x\n\n"
    #expect(
      try BoxReading(start + "a\n\n>From b\n>From c\n").messages
        == ["Subject: x\n\na\n\nFrom b\n>From c\n"])
    #expect(
      try BoxReading(start + "a\n>>From b\n>From c\n").messages
        == ["Subject: x\n\na\n>From b\nFrom c\n"])
  }

  @Test func writersThatDoNotQuoteAreTakenAtTheirWord() throws {
    let body = "a\n\nFrom b\n\n>From c\n"
    let length = "Content-Length: \(body.utf8.count)\n"
    let box = try BoxReading(
      "From a@b.example Mon Jan  1 10:00:00 2024\n\(head)\(length)\n\(body)")
    #expect(box.messages == ["\(head)\(length)\n\(body)"])
  }

  @Test func emptyAndUnfinishedBoxesAreFine() throws {
    #expect(try BoxReading("").pieces.isEmpty)
    #expect(try BoxReading("\n\n").items.isEmpty)
    let box = try BoxReading("From a@b.example Mon Jan  1 10:00:00 2024\nSubject: x")
    #expect(box.messages == ["Subject: x"])
    let other = try BoxReading("Subject: no separator\n\nwords\n")
    #expect(other.messages == ["Subject: no separator\n\nwords\n"])
  }

  @Test func linesInsideAnOpenPartNeedMoreEvidence() throws {
    let box = try BoxReading(
      """
      From a@b.example Mon Jan  1 10:00:00 2024
      Subject: x
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=b

      --b

      log:

      From a@b.example Mon Jan  1 10:00:00 2024
      is what it says
      --b--

      From a@b.example Mon Jan  1 10:00:00 2024
      Subject: y

      two
      """)
    #expect(box.items.count == 2)
  }

  @Test func separatorsAcrossWindowsAreFound() throws {
    var text = ""
    for number in 0..<400 {
      text += "From a@b.example Mon Jan  1 10:00:00 2024\n\(head)X-Number: \(number)\n\n"
      text += String(repeating: "word \(number) ", count: number) + "\n\n"
    }
    let small = try BoxReading(text, splitter: MboxSplitter(name: "box", windowByteCount: 1))
    let large = try BoxReading(text)
    #expect(small.items.count == 400)
    #expect(small.messages == large.messages)
  }

  @Test func splittingGoesOnWhereItEnded() throws {
    let one = "From a@b.example Mon Jan  1 10:00:00 2024\n\(head)\none\n\n"
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("grown-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data((one + one).utf8).write(to: URL(fileURLWithPath: path))
    let whole = try BoxReading(ByteFile(path: path))
    for piece in whole.pieces {
      let rest = try BoxReading(ByteFile(path: path), from: piece.range.upperBound)
      let expected = whole.items.count { $0.source.range.lowerBound >= piece.range.upperBound }
      #expect(rest.items.count == expected)
    }
  }

  @Test func aFileThatBecameShorterIsTruncated() throws {
    let one = "From a@b.example Mon Jan  1 10:00:00 2024\n\(head)\n"
    let text = one + "one\n\n" + one + String(repeating: "long line\n", count: 20_000)
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("short-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let file = try ByteFile(path: path)
    #expect(truncate(path, 100_000) == 0)
    let box = try BoxReading(file)
    #expect(box.items.count == 1)
    guard case .rejected(let rejection)? = box.pieces.last?.content else {
      Issue.record("the rest is not rejected")
      return
    }
    #expect(rejection.reason == .truncated)
  }

  @Test(arguments: 0..<60)
  func piecesCoverAnyBytes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let words = [
      "From ", "\n", "\r\n", "\n\n", "a@b.example ", "Mon Jan  1 10:00:00 2024\n", "Subject: x\n",
      ">From ", "Content-Length: 20\n", "text ", "\0", "é",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0..<600, using: &generator) {
      text += words[Int.random(in: 0..<words.count, using: &generator)]
    }
    _ = try BoxReading(text, splitter: MboxSplitter(name: "box", windowByteCount: 1))
  }

  @Test func mailsAreToldFromOtherText() {
    let mails = [
      head, "\n\n" + head, "\u{FEFF}" + head, "HELO shop\n" + head, "842\n" + head,
      "Received: from x\n by y\nX-A: b\nSubject: z\n\n",
    ]
    for mail in mails { #expect(MboxSplitter.looksLikeMail(Array(mail.utf8)), "\(mail)") }
    let others = [
      "Agent: hello\nCustomer: hi\n", "Subject: my order\n\nDear all,", "Name: Ana\nEmail: x\n",
      "From now on", "", "To whom it may concern: x\nSubject: y\n", "id,text\n1,a\n",
    ]
    for other in others { #expect(!MboxSplitter.looksLikeMail(Array(other.utf8)), "\(other)") }
    #expect(!MboxSplitter.looksLikeMbox(Array("From now on I will\nSubject: x\n".utf8)))
  }
}
