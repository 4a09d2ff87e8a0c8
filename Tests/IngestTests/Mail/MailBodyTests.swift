import Complaints
import Support
import Testing
import Text

@testable import Ingest

struct MailBodyTests {
  private func words(_ header: String, _ body: String) throws -> String {
    SampleMail.words(try SampleMail.document(header: header, body: body))
  }

  @Test(arguments: [
    ("Content-Type: text; charset=utf-8", "è", "è"),
    ("Content-Type: text/plain; charset=us-ascii", "café", "café"),
    ("Content-Type: text/plain; charset=\"'utf-8'\"", "è", "è"),
    ("Content-Type: text/plain charset=utf-8", "è", "è"),
    ("Content-Type:", "plain", "plain"),
    ("X-A: b", "no type – fine", "no type – fine"),
    ("Content-Transfer-Encoding: quoted-printable", "a=3Db =C3=a9=\n c=ZZ d=", "a=b é c=ZZ d"),
    ("Content-Transfer-Encoding: quoted-printable", "soft =  \nbreak", "soft break"),
    ("Content-Transfer-Encoding: quoted-printable", "-- =20\nx", "--  \nx"),
    ("Content-Transfer-Encoding: base64", "YWJj\nZGVm", "abcdef"),
    ("Content-Transfer-Encoding: base64", "YWJjZA==ZWZn", "abcdefg"),
    ("Content-Transfer-Encoding: BASE64", "YW\r\nJj\r\n", "abc"),
    (
      "Content-Transfer-Encoding: base64", "YWJj\n__________\nlist footer\n",
      "abc\n__________\nlist footer\n"
    ),
    ("Content-Transfer-Encoding: base64", "this is not base64 at all", "this is not base64 at all"),
    ("Content-Transfer-Encoding: x-made-up", "as it is", "as it is"),
    (
      "Content-Type: text/plain; format=flowed", "one \ntwo\n> q \n> r\n-- \nsig",
      "one two\n> q r\n-- \nsig\n"
    ),
    ("Content-Type: text/plain; format=flowed; delsp=yes", "one \ntwo\n", "onetwo\n"),
    ("Content-Type: text/enriched", "<bold>loud</bold> <<3", "loud <3"),
  ])
  func bodiesAreUnwrapped(header: String, body: String, text: String) throws {
    #expect(try words(header, body) == text)
  }

  @Test func nulDoesNotEndTheBody() throws {
    let document = try SampleMail.document(header: "X-A: b\0c", body: "a\0b and more")
    #expect(SampleMail.words(document) == "a\u{FFFD}b and more")
    let title = try SampleMail.document("From: a@b.example\nSubject: a\0b\n\nx").title
    #expect(title == "a\u{FFFD}b")
  }

  @Test func aStrayByteInUTF8CostsOnlyItself() throws {
    let bytes =
      Array("From: a@b.example\nContent-Type: text/plain; charset=utf-8\n\ndéjà ".utf8) + [0xE1]
    #expect(try SampleMail.words(#require(SampleMail.documents(bytes).first)) == "déjà á")
  }

  @Test func filesInsideTheTextAreTakenOut() throws {
    let document = try SampleMail.document(
      header: "X-A: b",
      body: "before\nbegin 644 photo.jpg\n#0V%T\n`\nend\nafter\n")
    #expect(SampleMail.words(document) == "before\nafter\n")
    #expect(document.warnings == ["not read: photo.jpg"])
    let documents = try SampleMail.documents(
      "From: a@b.example\n\nbefore\nbegin 644 note.txt\n#0V%T\n`\nend\n")
    #expect(documents.map(SampleMail.words) == ["before\n", "Cat"])
  }

  // MARK: - Multiparts

  private let mixed = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b"

  @Test func textPartsAreJoinedInOrder() throws {
    let text = try words(mixed, "--b\n\none\n--b\n\ntwo\n--b--\n")
    #expect(text == "one\ntwo")
  }

  @Test(arguments: [
    "Content-Type: multipart/mixed", "Content-Type: multipart/mixed; boundary=other",
    "Content-Type: multipart/mixed; boundary=\"\"",
  ])
  func wrongBoundariesAreFound(type: String) throws {
    let text = try words(
      type,
      "--real\nContent-Type: text/plain\n\none\n--real\nContent-Type: text/html\n\n<p>two\n--real--\n"
    )
    #expect(text == "one\ntwo")
  }

  @Test func multipartsWithoutAnyBoundaryAreText() throws {
    #expect(try words(mixed, "only words\n-----\nand a line") == "only words\n-----\nand a line")
  }

  @Test func unclosedMultipartsKeepTheirText() throws {
    #expect(try words(mixed, "--b\n\none\n--b\nContent-Type: text/plain\n\ntwo") == "one\ntwo")
    #expect(try words(mixed, "--b\n\none\n--b--\n\nlist footer") == "one\n\nlist footer")
    #expect(try words(mixed, "--b\n\none\n--b--\n--b\n\ntwo\n--b--\n") == "one\ntwo")
  }

  @Test func theTypeWithTheBoundaryCounts() throws {
    let header = "Content-Type: text/plain\nContent-Type: multipart/mixed; boundary=b"
    #expect(try words(header, "--b\n\none\n--b--\n") == "one")
  }

  @Test func transferEncodingsOfMultipartsAreIgnored() throws {
    let header = mixed + "\nContent-Transfer-Encoding: quoted-printable"
    #expect(try words(header, "--b\n\na=20b\n--b--\n") == "a=20b")
  }

  private func alternative(_ plain: String, _ page: String) throws -> String {
    try words(
      "Content-Type: multipart/alternative; boundary=b",
      "--b\nContent-Type: text/plain\n\n\(plain)\n--b\nContent-Type: text/html\n\n\(page)\n--b--\n")
  }

  @Test func theAlternativeWithMoreWordsIsRead() throws {
    #expect(
      try alternative("My parcel is late.", "<p>My parcel is <b>late</b>.") == "My parcel is late.")
    let page = "<style>p{margin:0}</style><p>My parcel has been late for three weeks now."
    #expect(try alternative("", page) == "My parcel has been late for three weeks now.")
    #expect(
      try alternative("View this in your browser: https://shop.example/abcdefghijklmnop", page)
        == "My parcel has been late for three weeks now.")
  }

  @Test func attachedMailsAndTextsBecomeChildren() throws {
    let documents = try SampleMail.documents(
      """
      From: a@b.example
      Message-ID: <m@b.example>
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain

      see below
      --b
      Content-Type: application/pdf; name="bill.pdf"
      Content-Transfer-Encoding: base64

      AAAA
      --b
      Content-Type: message/rfc822

      From: c@d.example
      Subject: inner
      Content-Type: multipart/mixed; boundary=i

      --i

      inner words
      --i
      Content-Disposition: attachment; filename*=utf-8''n%C3%B6te.txt

      deep note
      --i--
      --b
      Content-Type: message/rfc822
      Content-Transfer-Encoding: base64

      RnJvbTogZUBmLmV4YW1wbGUKClBsZWFzZSByZWFkLgo=
      --b--
      """)
    #expect(
      documents.map(\.source.description) == [
        "inbox.mbox#17", "inbox.mbox#17!1", "inbox.mbox#17!1!1", "inbox.mbox#17!2",
      ])
    #expect(
      documents.map(SampleMail.words) == [
        "see below", "inner words", "deep note", "Please read.\n",
      ])
    #expect(documents[0].warnings == ["not read: bill.pdf"])
    #expect(documents[2].title == "nöte.txt")
    #expect(documents[2].channel == .letter)
    #expect(documents[3].authors.first?.address == "e@f.example")
    #expect(documents[0].parts.map(\.isRead) == [true, false, true, true])
  }

  @Test func namesInPiecesAreJoined() throws {
    for type in [
      "application/x; name*0=\"long \"; name*1=\"name.pdf\"",
      "application/x; name*0*=utf-8'en'long%20; name*1*=name.pdf",
      "application/x; name=\"=?utf-8?Q?long_name=2Epdf?=\"", "application/x; name=long name.pdf",
    ] {
      let document = try SampleMail.document(
        header: mixed, body: "--b\n\nx\n--b\nContent-Type: \(type)\n\ny\n--b--\n")
      #expect(document.warnings == ["not read: long name.pdf"], "\(type)")
    }
  }

  @Test(arguments: [
    "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nAAAA",
    "Content-Type: multipart/encrypted; boundary=b\n\n--b\n\nVersion: 1\n--b\n\nx\n--b--\n",
    "Content-Type: text/plain\n\n-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n",
  ])
  func encryptedMailsAreRejected(rest: String) {
    let error = #expect(throws: Rejection.self) {
      try SampleMail.documents("From: a@b.example\n\(rest)")
    }
    #expect(error?.reason == .encrypted)
  }

  @Test(.timeLimit(.minutes(1))) func aMillionPartsAreRejected() {
    var bytes = Array("From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n".utf8)
    for _ in 0..<1_000_000 { bytes.append(contentsOf: "--b\n\n".utf8) }
    let error = #expect(throws: Rejection.self) { try SampleMail.documents(bytes) }
    #expect(error?.reason == .overLimit)
  }

  @Test func deepNestingIsRejected() {
    var text = "From: a@b.example\n"
    for level in 0..<200 {
      text += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n"
    }
    #expect(throws: Rejection.self) { try SampleMail.documents(text) }
    let mails = String(repeating: "Content-Type: message/rfc822\n\n", count: 200)
    #expect(throws: Rejection.self) { try SampleMail.documents("From: a@b.example\n" + mails) }
  }

  @Test func theSameMailHasTheSameIdentityInEveryExport() throws {
    let mail = "Message-ID: <a@b.example>\nFrom: a@b.example\n\none\ntwo\n"
    let box = try SampleMail.document(mail)
    let file = try SampleMail.document(
      "X-Folder: x\r\n" + mail.replacing("\n", with: "\r\n") + "\r\n")
    #expect(box.identity == file.identity)
    #expect(try SampleMail.document(mail + "three").identity != box.identity)
  }
}

struct MailLimitTests {
  /// Mails on which careless programs take quadratic time.
  static let hostile: [String] = [
    "Subject: " + String(repeating: "=?utf-8?Q?", count: 20_000) + "\n\nx",
    "From: a@" + String(repeating: "x", count: 100_000) + String(repeating: ":", count: 100_000)
      + "\nSubject: s\n\nx",
    "From: a@b.example\nContent-Type: text/html\n\n" + String(repeating: "<!--", count: 200_000),
    "From: a@b.example\n\n" + String(repeating: "begin 644 x\n", count: 100_000),
    "From: a@b.example\nContent-Type: a/b;" + String(repeating: " x*1=(", count: 50_000) + "\n\nx",
    "From: a@b.example\n" + String(repeating: "junk line\nSubject: s\n", count: 50_000) + "\nx",
    "From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n"
      + String(repeating: "--c\nx\n", count: 200_000),
    "From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n"
      + String(repeating: "--c\nContent-Type: multipart/mixed; boundary=d\n\nx\n", count: 9_000),
    "From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n--b--\n"
      + String(repeating: "--b--\n--c\nContent-Type: text/plain\n\n", count: 50_000),
    "From: a@b.example\n\n"
      + String(repeating: "-----BEGIN PGP SIGNED MESSAGE-----\n\n", count: 50_000),
    "From: a@b.example\nContent-Type: text/html\n\n" + String(repeating: "<x ", count: 200_000),
    "From: a@b.example\nContent-Type: application/pkcs7-mime\n\n0\u{80}"
      + String(repeating: "0\u{80}", count: 100_000),
  ]

  /// Quadratic work would take hours at these sizes.
  @Test(.timeLimit(.minutes(1)), arguments: hostile.indices)
  func hostileMailsEnd(index: Int) {
    _ = try? SampleMail.documents(Self.hostile[index])
  }

  @Test(arguments: 0..<100)
  func noiseNeverCrashes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = [
      "From: a@b.example\n", "Content-Type: multipart/mixed; boundary=b\n", "\n", "--b\n",
      "--b--\n",
      "Content-Type: message/rfc822\n", "Content-Transfer-Encoding: base64\n", "QUJD", "=", "\r\n",
      "Content-Type: text/html\n", "<p>", "Subject: =?utf-8?B?", "?=", "\0", "é", " ", "--", ";",
      "Content-Type: multipart/alternative; boundary=\"b\"\n", "Date: Mon, ", "begin 644 x\n", "\"",
      "Content-Disposition: attachment; filename*0*=utf-8''%\n", "(", "<", ":", "Message-ID: <",
      "--c\nContent-Type: text/plain\n\n", "--c--\n", "-----BEGIN PGP SIGNED MESSAGE-----\n",
      "-----BEGIN PGP MESSAGE-----\n", "-----BEGIN PGP SIGNATURE-----\n",
      "Content-Type: application/pkcs7-mime\n", "Content-Type: multipart/related; start=x\n",
    ]
    var text = "From: x@y.example\n"
    for _ in 0..<Int.random(in: 0..<200, using: &generator) {
      text += words[Int.random(in: 0..<words.count, using: &generator)]
    }
    _ = try? SampleMail.documents(text)
  }
}
