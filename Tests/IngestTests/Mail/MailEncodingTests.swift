import Complaints
import Support
import Testing
import Text

@testable import Ingest

/// Transfer encodings, signatures and flowed lines: wrappings that are undone.
struct MailEncodingTests {
  private func words(_ header: String, _ body: String) throws -> String {
    SampleMail.words(try SampleMail.document(header: header, body: body))
  }

  @Test(arguments: [
    ("quoted-printable", "=c3=A9 = =\n=", "é = "),
    ("quoted-printable", "one=20\r\ntwo =\t\r\nthree", "one \ntwo three"),
    ("Quoted_Printable", "=C3=A9", "é"), ("base-64", "w6k=", "é"),
    ("base64 ", "w6\n\nk=\n", "é"),
    (
      "base64", "UmVmdW5k=\n\n-- \nThe list: please be polite.\n",
      "Refund\n-- \nThe list: please be polite.\n"
    ),
    ("x-uuencode", "begin 644 a.txt\n#0V%T\n`\nend\n", "Cat"), ("uuencode", "#0V%T\n`\n", "Cat"),
  ])
  func damagedTransferEncodingsAreUndone(name: String, body: String, text: String) throws {
    #expect(try words("Content-Transfer-Encoding: \(name)", body) == text)
  }

  @Test func yEncBlocksAreLeftOut() throws {
    let document = try SampleMail.document(
      header: "X-A: b", body: "before\n=ybegin line=128 size=3 name=a.bin\nxyz\n=yend size=3\nafter"
    )
    #expect(SampleMail.words(document) == "before\nafter")
    #expect(document.warnings == ["not read: a.bin"])
  }

  @Test(arguments: [
    (" space stuffed\n From here\n", "space stuffed\nFrom here\n"),
    ("> one \n> two\nthree \nfour\n", "> one two\nthree four\n"),
    ("> one \n>> two\n", "> one \n>> two\n"), ("> one \ntwo\n", "> one \ntwo\n"),
    ("words \n-- \nAna \nRuiz\n", "words \n-- \nAna Ruiz\n"), ("one \n\ntwo\n", "one \ntwo\n"),
  ])
  func flowedLinesAreJoined(body: String, text: String) throws {
    #expect(try words("Content-Type: text/plain; format=flowed", body) == text)
  }

  @Test func mailsInBase64AreUnwrappedUnlessTheyNeverWere() throws {
    let type = "Content-Type: multipart/mixed; boundary=b"
    for inner in [
      "RnJvbTogZUBmLmV4YW1wbGUKU3ViamVjdDogeAoKb25l", "From: e@f.example\nSubject: x\n\none",
    ] {
      let documents = try SampleMail.documents(
        "From: a@b.example\n\(type)\n\n--b\nContent-Type: message/rfc822\n"
          + "Content-Transfer-Encoding: base64\n\n\(inner)\n--b--\n")
      #expect(documents.last.map(SampleMail.words) == "one")
      #expect(documents.last?.authors.first?.address == "e@f.example")
    }
  }

  // MARK: - Signatures

  private static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    [tag, 0x82, UInt8(content.count >> 8), UInt8(content.count & 0xFF)] + content
  }

  private static func open(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    [tag, 0x80] + content + [0, 0]
  }

  /// A SignedData without signers around a content, in definite lengths or in segments.
  private static func signed(_ text: String?, isSegmented: Bool) -> [UInt8] {
    let wrap = isSegmented ? open : element
    let oid: [UInt8] = [0x06, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07]
    let bytes = Array((text ?? "").utf8)
    let octets =
      isSegmented
      ? open(0x24, element(0x04, Array(bytes.prefix(9))) + element(0x04, Array(bytes.dropFirst(9))))
      : element(0x04, bytes)
    let content = text == nil ? [] : wrap(0xA0, octets)
    let data = [0x02, 1, 1] + wrap(0x31, []) + wrap(0x30, oid + [1] + content) + wrap(0x31, [])
    return wrap(0x30, oid + [2] + wrap(0xA0, wrap(0x30, data)))
  }

  @Test(arguments: [true, false])
  func signedBodiesAreRead(isSegmented: Bool) throws {
    let inner = "Content-Type: text/plain; charset=utf-8\r\n\r\nMy parcel is late – again."
    let header =
      "From: a@b.example\nSubject: late\nContent-Type: application/pkcs7-mime; name=smime.p7m\n\n"
    let mail = Array(header.utf8) + Self.signed(inner, isSegmented: isSegmented)
    let documents = try SampleMail.documents(mail)
    #expect(documents.map(SampleMail.words) == ["My parcel is late – again."])
    #expect(documents.first?.authors.first?.address == "a@b.example")
    #expect(documents.first?.title == "late")
    let part = "--b\nContent-Type: application/octet-stream; name=smime.p7m\n\n"
    let list =
      Array("From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n\(part)".utf8)
      + Self.signed(inner, isSegmented: isSegmented) + Array("\n--b\n\nfooter\n--b--\n".utf8)
    let both = try SampleMail.documents(list)
    #expect(both.map(SampleMail.words) == ["footer", "My parcel is late – again."])
    #expect(both.last?.authors.first?.address == "a@b.example")
  }

  @Test func certificatesAreNoSecret() throws {
    let mail =
      Array("From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n".utf8)
      + Array("--b\n\nsee my key\n--b\nContent-Type: application/x-pkcs7-mime\n\n".utf8)
      + Self.signed(nil, isSegmented: false) + Array("\n--b--\n".utf8)
    let document = try #require(SampleMail.documents(mail).first)
    #expect(SampleMail.words(document) == "see my key")
    #expect(document.warnings.isEmpty)
  }

  @Test(arguments: 0..<200)
  func cutSignaturesNeverCrash(length: Int) {
    let whole = Self.signed("Subject: x\n\nwords", isSegmented: length.isMultiple(of: 2))
    _ = SignedData.content(of: Array(whole.prefix(length)))
  }

  @Test func signedPartsAreReadAndSoIsWhatServersAdd() throws {
    let type = "Content-Type: multipart/signed; boundary=b; protocol=\"application/pgp-signature\""
    let signature = "--b\nContent-Type: application/pgp-signature; name=x.asc\n\nAAAA\n"
    let document = try SampleMail.document(
      header: type, body: "--b\n\none\n\(signature)--b\n\nfooter\n--b--\n")
    #expect(SampleMail.words(document) == "one\nfooter")
    #expect(document.warnings.isEmpty)
  }

  @Test func clearSignedTextLosesItsArmour() throws {
    let text = """
      -----BEGIN PGP SIGNED MESSAGE-----
      Hash: SHA256

      My parcel is late.
      - -- Ana
      -----BEGIN PGP SIGNATURE-----

      iQEzBAEBCAAdFiEE
      -----END PGP SIGNATURE-----
      footer
      """
    #expect(try words("X-A: b", text) == "My parcel is late.\n-- Ana\nfooter")
    let cut = "-----BEGIN PGP SIGNED MESSAGE-----\nno blank line"
    #expect(try words("X-A: b", cut) == cut)
  }

  @Test func wordsBesideAnEncryptedPartAreRead() throws {
    let block = "-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n"
    let inline = try SampleMail.document(header: "X-A: b", body: "Call me, please.\n\(block)")
    #expect(SampleMail.words(inline) == "Call me, please.\n")
    #expect(inline.warnings == ["not read: PGP message"])
    let part = "--b\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nAAAA\n"
    let mixed = try SampleMail.document(
      header: "Content-Type: multipart/mixed; boundary=b", body: "--b\n\nsee below\n\(part)--b--\n")
    #expect(SampleMail.words(mixed) == "see below")
    #expect(mixed.warnings == ["not read: encrypted part"])
    #expect(throws: Rejection.self) {
      try SampleMail.documents("From: a@b.example\nSubject: x\n\n\n\(block)")
    }
  }

  @Test func outlookAttachmentsAreTold() throws {
    let document = try SampleMail.document(
      header: "Content-Type: multipart/mixed; boundary=b",
      body: "--b\n\none\n--b\nContent-Type: application/ms-tnef; name=winmail.dat\n\nx\n--b--\n")
    #expect(SampleMail.words(document) == "one")
    #expect(document.warnings == ["not read: winmail.dat"])
  }

  @Test func richTextIsTold() throws {
    let rich = "Content-Type: application/rtf; name=rtf-body.rtf"
    let only = try SampleMail.document(header: rich, body: "{\\rtf1 My parcel is late.}")
    #expect(SampleMail.words(only).isEmpty)
    #expect(only.warnings == ["not read: rtf-body.rtf"])
    let both = try SampleMail.document(
      header: "Content-Type: multipart/mixed; boundary=b",
      body: "--b\n\none\n--b\n\(rich)\n\n{\\rtf1 one}\n--b--\n")
    #expect(SampleMail.words(both) == "one")
    #expect(both.warnings == ["not read: rtf-body.rtf"])
  }

  /// RFC 2046 §5.1.1: the line end before a boundary is the boundary's.
  @Test(arguments: ["\n", "\r\n"])
  func rangesEndBeforeTheLineEndOfTheBoundary(end: String) throws {
    let mail = [
      "From: a@b.example", "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "one", "",
      "--b", "Content-Type: image/png", "", "", "--b--", "",
    ].joined(separator: end)
    let document = try SampleMail.document(mail)
    let bytes = Array(mail.utf8)
    let parts = document.parts.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(parts == ["one\(end)", ""])
  }
}
