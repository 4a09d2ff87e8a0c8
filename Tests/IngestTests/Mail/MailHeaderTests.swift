import Complaints
import Testing
import Text

@testable import Ingest

struct MailHeaderTests {
  @Test(arguments: [
    ("=?UTF-8?B?w6Q=?= =?UTF-8?B?w7Y=?=", "äö"),
    ("=?utf-8?q?caf=C3?= =?utf-8?q?=A9?=", "café"),
    ("=?UTF-8?B?w?=\n =?UTF-8?B?6Q=?=", "é"),
    ("=?ISO-8859-1?Q?We=92ve?= waited", "We’ve waited"),
    ("a =?utf-8?Q?b?= =?iso-8859-1?Q?=E9?= c", "a bé c"),
    ("=?utf-8*en?Q?lang?=", "lang"),
    ("=?utf-8?Q?with space inside?=", "with space inside"),
    ("=?utf-8?Q?a?==?utf-8?Q?b?=", "ab"),
    ("=?utf-8?X?bad?= stays", "=?utf-8?X?bad?= stays"),
    ("=?utf-8?Q?never closed", "=?utf-8?Q?never closed"),
    ("\"=?utf-8?Q?quoted_=C3=A9?=\"", "\"quoted é\""),
    ("=?iso-2022-jp?B?GyRCQ21KOBsoQg==?=", "注文"),
    ("100 % = all", "100 % = all"),
    ("folded\n\t subject", "folded subject"),
  ])
  func subjectsAreDecoded(raw: String, text: String) throws {
    #expect(try SampleMail.document("From: a@b.example\nSubject: \(raw)\n\nx").title == text)
  }

  @Test func rawBytesFollowTheBody() throws {
    let bytes =
      Array("From: a@b.example\nSubject: ".utf8) + [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]
      + Array("\nContent-Type: text/plain; charset=windows-1251\n\n".utf8) + [0xE4, 0xE0]
    let document = try #require(SampleMail.documents(bytes).first)
    #expect(document.title == "Привет")
    #expect(SampleMail.words(document) == "да")
  }

  @Test(
    arguments: [
      ("Ana Ruiz <Ana@Shop.example>", "Ana Ruiz", "ana@shop.example"),
      ("\"Ruiz, Ana\" <a@b.example>", "Ruiz, Ana", "a@b.example"),
      ("a@b.example (Ana (R.) Ruiz)", "Ana (R.) Ruiz", "a@b.example"),
      ("a@b.example", nil, "a@b.example"),
      ("<a@b.example>", nil, "a@b.example"),
      ("a@b.example <a@b.example>", nil, "a@b.example"),
      ("'Ana' <a@b.example>", "Ana", "a@b.example"),
      ("Ana a@b.example", "Ana", "a@b.example"),
      ("ana at b.example (Ana Ruiz)", "Ana Ruiz", "ana@b.example"),
      ("=?utf-8?Q?Ruiz,_Ana?= <a@b.example>", "Ruiz, Ana", "a@b.example"),
      ("Ana <@x.example,@y.example:a@b.example>", "Ana", "a@b.example"),
      ("Ana <a@b.example", "Ana", "a@b.example"),
      ("Friends: Ana <a@b.example>, c@d.example;", "Ana", "a@b.example"),
      ("Ana </O=SHOP/CN=ANA>", "Ana", nil),
      ("Ana Ruiz", "Ana Ruiz", nil),
    ] as [(String, String?, String?)])
  func authorsAreRead(raw: String, name: String?, address: String?) throws {
    let author = try SampleMail.document("From: \(raw)\nSubject: s\n\nx").authors.first
    #expect(author == Party(name: name, address: address))
  }

  @Test func manyColonsAreHarmless() {
    #expect(AddressList([UInt8](repeating: 0x3A, count: 100_000), charset: nil).parties.isEmpty)
    let nested = [UInt8](repeating: 0x28, count: 100_000)
    #expect(AddressList(nested, charset: nil).parties.count <= 1)
  }

  @Test func groupsGiveTheirMembers() {
    let list = AddressList(
      Array("A: x@y.example, Z <z@y.example>;, b@y.example".utf8), charset: nil)
    #expect(list.parties.map(\.address) == ["x@y.example", "z@y.example", "b@y.example"])
  }

  @Test(
    arguments: [
      ("Mon, 1 Jan 2024 10:00:00 +0100", "2024-01-01T09:00:00Z"),
      ("1 Jan 24 10:00 EST", "2024-01-01T15:00:00Z"),
      ("Mon, 01 Jan 2024 10:00:00 GMT+0200", "2024-01-01T08:00:00Z"),
      ("Mon, 1 Jan 2024 10:00:00 -0800 (PST)", "2024-01-01T18:00:00Z"),
      ("Mon, 1 Jan 2024 10:00:00 (CET)", "2024-01-01T09:00:00Z"),
      ("Mon Jan  1 10:00:00 2024", "2024-01-01T10:00:00Z"),
      ("1-Jan-2024 10:00:00 Z", "2024-01-01T10:00:00Z"),
      ("2024-01-01T10:00:00+01:00", "2024-01-01T09:00:00Z"),
      ("2024-01-01 10:00:00", "2024-01-01T10:00:00Z"),
      ("Mon, 1 Jan 2024 10:00:00 PM +0000", "2024-01-01T22:00:00Z"),
      ("Monday, January 1st, 2024 10:00", "2024-01-01T10:00:00Z"),
      ("Wed, 21 Jul 96 17:02:55 +0530", "1996-07-21T11:32:55Z"),
      ("Mon, 31 Feb 2024 10:00:00 +0000", nil),
      ("yesterday", nil), ("", nil),
    ] as [(String, String?)])
  func datesAreReadAsTheyAreWritten(raw: String, date: String?) {
    #expect(MailDate.timestamp(Array(raw.utf8))?.description == date)
  }

  @Test func badDatesYieldToTheDelivery() throws {
    let received = "Received: from x by y; Tue, 2 Jan 2024 10:00:00 +0000\n"
    for bad in ["nonsense", "Thu, 1 Jan 1970 00:00:00 +0000", "Mon, 1 Jan 2074 10:00:00 +0000"] {
      let document = try SampleMail.document(
        "\(received)From: a@b.example\nDate: \(bad)\n\nx")
      #expect(document.received?.description == "2024-01-02T10:00:00Z", "\(bad)")
    }
    let outer = Timestamp("2024-01-03")
    let none = try SampleMail.document("From: a@b.example\nSubject: s\n\nx", outerDate: outer)
    #expect(none.received == outer)
    #expect(try SampleMail.document("From: a@b.example\nSubject: s\n\nx").received == nil)
  }

  /// Each server writes its line above those of the servers before it.
  @Test func theLastServerDatesAMailWithoutADate() throws {
    let hops = [2, 1].map { "Received: from x by y\($0); Tue, \($0) Jan 2024 10:00:00 +0000\n" }
    let document = try SampleMail.document(hops.joined() + "From: a@b.example\n\nx")
    #expect(document.received?.description == "2024-01-02T10:00:00Z")
  }

  @Test func idsLoseTheirBrackets() throws {
    let document = try SampleMail.document(
      """
      From: a@b.example
      Message-ID: <own@b.example>
      In-Reply-To: <two@b.example> (Ana's mail of Monday)
      References: <one@b.example>
       <two@b.example>

      x
      """)
    #expect(document.messageID == "own@b.example")
    #expect(document.references == ["one@b.example", "two@b.example"])
  }

  @Test func linesThatAreNoHeaderArePassedOver() throws {
    for first in ["HELO shop.example", ">From a@b.example Mon Jan  1 10:00:00 2024", ""] {
      let document = try SampleMail.document(
        "\(first)\nFrom: a@b.example\nSubject: late\n\nwords")
      #expect(document.title == "late", "\(first)")
      #expect(SampleMail.words(document) == "words")
    }
    let inner = try SampleMail.document(
      "From: a@b.example\nthis is no field\nSubject: late\n\nwords")
    #expect(inner.title == "late")
    #expect(inner.warnings.contains("malformed header"))
  }

  @Test func textWithoutAHeaderIsStillADocument() throws {
    let document = try SampleMail.document("I want a refund.\n\nNow: please.")
    #expect(SampleMail.words(document) == "I want a refund.\n\nNow: please.")
    #expect(document.warnings == ["no header"])
  }

  @Test func headersBehindBlankLinesMarksAndCountsAreRead() throws {
    let mail = "From: a@b.example\nSubject: late\n\nwords"
    let count = mail.utf8.count
    for sample in [
      "\n\n\(mail)", "\u{FEFF}\(mail)", "\(count)\n\(mail)<?xml version=\"1.0\"?>",
      mail.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r"),
    ] {
      let document = try SampleMail.document(sample)
      #expect(document.title == "late")
      #expect(SampleMail.words(document) == "words")
    }
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in mail.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try SampleMail.documents(wide).first?.title == "late")
  }

  @Test func whatIsNoMailIsRejected() {
    for bytes in [[], Array("\n \n".utf8), [0, 1, 2, 3, 0xFF, 0xFE, 0, 9, 9, 7, 0, 0]] as [[UInt8]]
    {
      #expect(throws: Rejection.self) { try SampleMail.documents(bytes) }
    }
  }
}
