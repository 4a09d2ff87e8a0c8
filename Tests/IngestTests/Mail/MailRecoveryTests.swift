import Complaints
import Support
import Testing
import Text

@testable import Ingest

/// Structures that do not hold what they declare.
struct MailRecoveryTests {
  private let mixed = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b"

  private func words(_ header: String, _ body: String) throws -> String {
    SampleMail.words(try SampleMail.document(header: header, body: body))
  }

  @Test(arguments: [
    // Parts without headers between lines that nobody declared.
    "--real\n\none\n--real\n\ntwo\n--real--\n",
    "--real\n\none\n--real\n\ntwo",
    "--re al\nContent-Type: text/plain\n\none\n--re al\n\ntwo\n--re al--\n",
    // The first boundary was lost, with the header of its part or without.
    "Content-Type: text/plain\n\none\n--b\n\ntwo\n--b--\n",
    "Content-Type: multipart/mixed; boundary=i\n\n--i\n\none\n--i--\n--b\n\ntwo\n--b--\n",
    // A part's header runs into its words.
    "--b\nContent-Type: text/plain\none\n--b\n\ntwo\n--b--\n",
    // The closing boundary came too early; another program's parts follow.
    "--b\n\none\n--b--\n--c\nContent-Type: text/plain\n\ntwo\n--c--\n",
    "--b\n\none\n--b--\n--b\n\ntwo",
    // An inner multipart that is never closed ends with the outer one's boundary.
    "--b\nContent-Type: multipart/mixed; boundary=i\n\n--i\n\none\n--b\n\ntwo\n--b--\n",
    // Both use the same boundary.
    "--b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b--\n--b\n\ntwo\n--b--\n",
  ])
  func partsAreFoundByTheBoundariesThatAreThere(body: String) throws {
    #expect(try words(mixed, body) == "one\ntwo")
  }

  @Test func mailsWithoutATypeMayStillBeMultiparts() throws {
    let body = "--x1\nContent-Type: text/plain\n\none\n--x1\n\ntwo\n--x1--\n"
    #expect(try words("MIME-Version: 1.0", body) == "one\ntwo")
    let prose = "--option\nThe switch --option does not work.\n--option\n"
    #expect(try words("MIME-Version: 1.0", prose) == prose)
  }

  @Test func wordsBeforeTheFirstBoundaryAreReadWhereThereAreNoOthers() throws {
    let image = "--b\nContent-Type: image/png\n\nx\n--b--\n"
    #expect(try words(mixed, "My parcel is late.\n\n\(image)") == "My parcel is late.\n")
    let notice = "This is a multi-part message in MIME format.\n\n"
    #expect(try words(mixed, notice + "--b\n\none\n--b--\n") == "one")
    #expect(try words(mixed, notice + image).isEmpty)
    #expect(try words(mixed, "My parcel is late.\n--b--\n") == "My parcel is late.")
  }

  @Test func textBehindTheEndIsKeptHoweverLongItIs() throws {
    let long = String(repeating: "and so on\n", count: 4_000)
    #expect(try words(mixed, "--b\n\none\n--b--\n\(long)") == "one\n\(long)")
  }

  @Test func bodiesOfUnknownTypesThatAreTextAreRead() throws {
    #expect(try words("Content-Type: application/octet-stream", "Hello there") == "Hello there")
    #expect(try words("Content-Type: x-words/very-plain", "Hello there") == "Hello there")
    #expect(try words("Content-Type: image/png", "Hello there").isEmpty)
    let first = "From: c@d.example\nSubject: long\n\nfirst half"
    let documents = try SampleMail.documents(
      "From: a@b.example\nContent-Type: message/partial; id=x; number=1; total=2\n\n\(first)")
    #expect(documents.last.map(SampleMail.words) == "first half")
    let second = "Content-Type: message/partial; id=x; number=2; total=2"
    #expect(try words(second, "second half") == "second half")
  }

  @Test func returnedMailsThatAreCalledHeadersAreRead() throws {
    let part = "From: c@d.example\nSubject: Complaint\n"
    let header =
      "From: MAILER-DAEMON@b.example\nContent-Type: multipart/report; boundary=b\n\n"
      + "--b\n\nfailed\n--b\nContent-Type: text/rfc822-headers\n\n"
    let alone = try SampleMail.documents(header + part + "--b--\n")
    #expect(alone.map(SampleMail.words) == ["failed"])
    #expect(alone[0].warnings.isEmpty)
    let whole = try SampleMail.documents(header + part + "\nNo bread.\n--b--\n")
    #expect(whole.map(SampleMail.words) == ["failed", "No bread."])
    #expect(whole[1].authors.first?.address == "c@d.example")
  }

  @Test func partsOfOneTypeAreNoAlternatives() throws {
    let header = "Content-Type: multipart/alternative; boundary=b"
    let pages = "--b\nContent-Type: text/html\n\n<p>one\n--b\nContent-Type: text/html\n\n<p>two\n"
    #expect(try words(header, pages + "--b--\n") == "one\ntwo")
    let twice =
      "--b\nContent-Type: text/html\n\n<p>one\n--b\nContent-Type: text/html\n\n<p>one</p>\n"
    #expect(try words(header, twice + "--b--\n") == "one")
  }

  @Test(arguments: [
    "--b\nContent-ID: <1>\nContent-Type: text/html\n\n<p>one\n--b\nContent-ID: <2>\n\nimage\n",
    "--b\nContent-ID: <2>\nContent-Type: image/png\n\nx\n--b\nContent-ID: <1>\n\none\n",
  ])
  func theRootOfRelatedPartsIsRead(body: String) throws {
    for start in ["\"<1>\"", "1"] {
      let header = "Content-Type: multipart/related; boundary=b; start=\(start)"
      #expect(try words(header, body + "--b--\n") == "one")
    }
    #expect(
      try words("Content-Type: multipart/related; boundary=b", body + "--b--\n").hasPrefix("one"))
  }

  @Test func pagesWithoutMarkUpAreText() throws {
    let html = "Content-Type: text/html"
    #expect(try words(html, "a < b\nc<d then e\n") == "a < b\nc<d then e\n")
    #expect(try words(html, "a<br>b") == "a\nb")
  }

  @Test func thePageNamesItsCharsetWhereTheHeaderNamesNone() throws {
    let page = Array("<meta charset=windows-1251><p>".utf8) + [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]
    for header in ["text/html", "text/html; charset=us-ascii", "text/html; charset=x-unknown"] {
      let mail = Array("From: a@b.example\nContent-Type: \(header)\n\n".utf8) + page
      #expect(try SampleMail.documents(mail).map(SampleMail.words) == ["Привет"])
    }
  }

  @Test(arguments: ["unknown-8bit", "x-unknown", "utf-16", "none"])
  func labelsThatCannotBeTrueYieldToTheBytes(label: String) throws {
    let text = try words("Content-Type: text/plain; charset=\(label)", "née – à 5 €")
    #expect(text == "née – à 5 €")
  }

  @Test func rawNamesFollowABodyWhoseCharsetWasGuessed() throws {
    let russian: [UInt8] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x20]
    let body = Array(repeating: russian, count: 5).flatMap { $0 }
    let mail =
      Array("From: a@b.example\nSubject: ".utf8) + russian + Array("\n\n<http://x.example>\n".utf8)
      + body
    #expect(try SampleMail.documents(mail).first?.title == "Привет")
  }
}
