import Complaints
import Testing
import Text

@testable import Voices

struct MailVoicesTests {
  @Test(arguments: [
    "On Mon, Jan 1, 2024 at 10:00 AM Shop Care <care@shop.example> wrote:",
    "On 1 Jan 2024, at 10:00, Shop Care wrote:",
    "Am 01.01.2024 um 10:00 schrieb Shop <care@shop.example>:",
    "Am Montag, 1. Januar 2024, 10:00:00 CET schrieb Shop:",
    "Le lun. 1 janv. 2024 à 10:00, Shop <care@shop.example> a écrit :",
    "El lun, 1 ene 2024 a las 10:00, Shop (<care@shop.example>) escribió:",
    "Il giorno lun 1 gen 2024 alle ore 10:00 Shop <care@shop.example> ha scritto:",
    "Op ma 1 jan. 2024 om 10:00 schreef Shop <care@shop.example>:",
    "Em seg., 1 de jan. de 2024 às 10:00, Shop <care@shop.example> escreveu:",
    "Den mån 1 jan. 2024 kl 10:00 skrev Shop <care@shop.example>:",
    "On Mon, Jan 1, 2024 at 10:00 AM Shop Customer Care Team\n<care@shop.example> wrote:",
    "Shop Care wrote:",
    "2024-01-01 10:00, Shop <care@shop.example>:",
  ])
  func openersBelongToTheQuote(opener: String) throws {
    let verbatim = try SampleVoice.verbatim("No bread.\n\n\(opener)\n> We are sorry.\n> Shop\n")
    #expect(verbatim.words(.body) == "No bread.")
    #expect(verbatim.words(.quoted) == "\(opener)\n> We are sorry.\n> Shop")
  }

  @Test func openersWithoutMarksQuoteTheRest() throws {
    let verbatim = try SampleVoice.verbatim(
      "No bread.\n\nOn 1 Jan 2024 Shop <care@shop.example> wrote:\n\nWe are sorry.\n\nShop\n")
    #expect(verbatim.words(.body) == "No bread.")
    #expect(verbatim.passages.last?.role == .staff)
  }

  @Test func sentencesThatStartLikeOpenersAreWords() throws {
    let text = """
      On your website it says: open until 8.

      On 3 May I wrote to you about the bread, and nobody wrote back.

      Am 3. Mai war ich da: niemand.
      """
    #expect(try SampleVoice.verbatim(text).words(.body) == text)
  }

  @Test func answersBetweenQuotesAreBody() throws {
    let verbatim = try SampleVoice.verbatim(
      """
      Shop wrote:
      > When did it happen?

      On Monday.

      > > older
      > Where?
      In the branch.
      """)
    #expect(verbatim.words(.body) == "On Monday. | In the branch.")
    #expect(verbatim.passages.map(\.kind) == [.quoted, .body, .quoted, .body])
  }

  @Test(arguments: [
    "-----Original Message-----\nFrom: Shop <care@shop.example>\nSent: Monday, 1 January 2024\nTo: Ana\nSubject: Bread",
    "From: Shop <care@shop.example>\nSent: Monday\nTo: Ana <ana@b.example>; Ben\n <ben@b.example>\nSubject: Bread",
    "________________________________\nVon: Shop <care@shop.example>\nGesendet: Montag\nAn: Ana\nBetreff: Brot",
    "De : Shop <care@shop.example>\nEnvoyé : lundi\nÀ : Ana\nObjet : Pain",
    "De: Shop\nEnviado el: lunes\nPara: Ana\nAsunto: Pan",
    "Da: Shop\nInviato: lunedì\nA: Ana\nOggetto: Pane",
    "Van: Shop\nVerzonden: maandag\nAan: Ana\nOnderwerp: Brood",
    "De: Shop\nEnviada em: segunda-feira\nPara: Ana\nAssunto: Pão",
    "Från: Shop\nSkickat: måndag\nTill: Ana\nÄmne: Bröd",
    "*From:* Shop\n*Sent:* Monday\n*To:* Ana\n*Subject:* Bread",
    "-------- Original Message --------\nSubject: Bread\nDate: Mon, 1 Jan 2024\nFrom: Shop\nTo: Ana",
    "----- Ursprüngliche Nachricht -----",
  ])
  func headerBlocksStartTheQuote(block: String) throws {
    let verbatim = try SampleVoice.verbatim("No bread.\n\n\(block)\n\nWe are sorry.\nShop")
    #expect(verbatim.words(.body) == "No bread.")
    #expect(verbatim.words(.quoted).hasSuffix("We are sorry.\nShop"))
  }

  @Test func signaturesAreToldFromWords() throws {
    let samples: [(String, String, String)] = [
      ("Words.\n\n-- \nAna\nTel 1", "Words.", "-- \nAna\nTel 1"),
      (
        "Words.\n\nKind regards,\nAna Ruiz\n1 High Street", "Words.",
        "Kind regards,\nAna Ruiz\n1 High Street"
      ),
      (
        "Words.\nMit freundlichen Grüßen\n\nAna Ruiz", "Words.",
        "Mit freundlichen Grüßen\n\nAna Ruiz"
      ),
      ("Words.\n\nSent from my iPhone", "Words.", "Sent from my iPhone"),
      ("Sent from my iPhone\n\nWords.", "Words.", "Sent from my iPhone"),
      (
        "Thanks\nfor nothing, the bread was hard and nobody came to help me.",
        "Thanks\nfor nothing, the bread was hard and nobody came to help me.", ""
      ),
      (
        "Thank you.\n\nBut the bread was hard again and I want my money back.",
        "Thank you.\n\nBut the bread was hard again and I want my money back.", ""
      ),
      (
        "Words.\n\nRegards\nAna\n\nP.S. The cake was late too.",
        "Words. | P.S. The cake was late too.", "Regards\nAna"
      ),
      ("I send my regards to the team.", "I send my regards to the team.", ""),
      ("Wanted:\n-- bread\n-- cake", "Wanted:\n-- bread\n-- cake", ""),
    ]
    for (text, body, signature) in samples {
      let verbatim = try SampleVoice.verbatim(text)
      #expect(verbatim.words(.body) == body)
      #expect(verbatim.words(.signature) == signature, "\(text)")
    }
  }

  @Test func noticesAndFurnitureAreLabelled() throws {
    let verbatim = try SampleVoice.verbatim(
      """
      [EXTERNAL] This email originated from outside of the organisation. Do not click links.

      No bread.

      Regards,
      Ana

      This e-mail and any attachments are confidential and intended solely for the addressee. If
      you have received this e-mail in error, please notify the sender.

      _______________________________________________
      Bread mailing list
      https://lists.b.example/mailman/listinfo/bread
      """)
    #expect(
      verbatim.passages.map(\.kind) == [
        .boilerplate, .body, .signature, .disclaimer, .boilerplate,
      ])
    #expect(verbatim.words(.body) == "No bread.")
  }

  @Test func complaintsAboutConfidentialityAreWords() throws {
    let text = "You told my neighbour about my confidential account. That is outrageous."
    #expect(try SampleVoice.verbatim(text).words(.body) == text)
  }

  @Test func bareForwardsSpeakWithTheirWords() throws {
    let inner = """
      ---------- Forwarded message ---------
      From: Ben Hill <ben@b.example>
      Date: Mon, Jan 1, 2024 at 10:00 AM
      Subject: Bread
      To: <care@shop.example>

      The bread was hard.

      > older
      """
    for remark in ["", "FYI\n\n", "Zur Info\n\n"] {
      let verbatim = try SampleVoice.verbatim(remark + inner, title: "Fwd: Bread")
      #expect(verbatim.words(.body).hasSuffix("The bread was hard."), "\(remark)")
      let body = try #require(verbatim.passages.last { $0.kind == .body })
      #expect(body.speaker == "Ben Hill")
      #expect(body.role == .customer)
      #expect(verbatim.passages.last?.kind == .quoted)
    }
    let own = try SampleVoice.verbatim("I agree with Ben about this bread.\n\n" + inner)
    #expect(own.words(.body) == "I agree with Ben about this bread.")
  }

  @Test func markUpSaysWhatIsQuoted() throws {
    let pages = [
      "<p>No bread.</p><div class=gmail_quote><div class=gmail_attr>On Monday Shop wrote:</div><blockquote>We are sorry.</blockquote></div>",
      "<div>No bread.</div><div id=appendonsend></div><hr><div id=divRplyFwdMsg><b>From:</b> Shop</div><div>We are sorry.</div>",
      "<p>No bread.</p><blockquote type=cite>We are sorry.</blockquote>",
      "<div>No bread.</div><div class=yahoo_quoted><div>We are sorry.</div></div>",
      "<p>No bread.</p><span id=OLK_SRC_BODY_SECTION><p>We are sorry.</p></span>",
    ]
    for page in pages {
      let verbatim = try SampleVoice.page(page)
      #expect(verbatim.words(.body) == "No bread.", "\(page)")
      #expect(verbatim.words(.quoted).hasSuffix("We are sorry."), "\(page)")
      #expect(!verbatim.text.contains(">"))
    }
  }

  @Test func hiddenPreheadersAreFurniture() throws {
    let verbatim = try SampleVoice.page(
      "<div style=\"display:none\">Preview words</div><p>No bread.<p>No cake.")
    #expect(verbatim.text == "Preview words\n\nNo bread.\n\nNo cake.")
    #expect(verbatim.words(.boilerplate) == "Preview words")
    #expect(verbatim.words(.body) == "No bread.\n\nNo cake.")
  }

  @Test func formsSpeakThroughTheirMessage() throws {
    let verbatim = try SampleVoice.verbatim(
      [
        .text(
          "New message\n\nName: Ana\nE-Mail: ana@b.example\nMessage:\nThe bread was hard.\n\nAgain!\n\nIP address: 10.0.0.1\n"
        )
      ], documentClass: .form)
    #expect(verbatim.words(.body) == "The bread was hard.\n\nAgain!")
    #expect(
      verbatim.words(.formField)
        == "Name: Ana | E-Mail: ana@b.example | Message: | IP address: 10.0.0.1")
    #expect(verbatim.words(.boilerplate) == "New message")
  }

  @Test func ownPeopleAreStaff() throws {
    #expect(
      try SampleVoice.verbatim([.text("Hello")], author: "x@care.shop.example").role == .staff)
    #expect(try SampleVoice.verbatim("Hello").role == .customer)
  }

  @Test func mailsOfUnreadAttachmentsOnlyAreNotSilent() {
    var document = SampleVoice.document([.text("\n")])
    document.warnings = ["not read: complaint.pdf"]
    func verbatims() -> [Verbatim] {
      MailVoices.verbatims(of: document, organisation: SampleVoice.organisation)
    }
    #expect(verbatims().map(\.text) == [""])
    #expect(verbatims().map(\.warnings) == [["not read: complaint.pdf"]])
    document.documentClass = .bulk
    #expect(verbatims().isEmpty)
    document.documentClass = .human
    document.warnings = ["malformed header"]
    #expect(verbatims().isEmpty)
  }

  @Test func theIdIsTheDocumentsNotItsPlace() throws {
    var document = SampleVoice.document([.text("Hello")])
    let first = MailVoices.verbatims(of: document, organisation: SampleVoice.organisation)
    document.source.ordinal = 99
    let second = MailVoices.verbatims(of: document, organisation: SampleVoice.organisation)
    #expect(first.map(\.id) == second.map(\.id))
    document.contents = []
    #expect(MailVoices.verbatims(of: document, organisation: SampleVoice.organisation).isEmpty)
  }
}

struct MailVoicesLimitTests {
  static let hostile: [String] = [
    String(repeating: "--\nword\n", count: 50_000), String(repeating: "Regards,\n", count: 20_000),
    String(repeating: "On 1 Jan 2024 a@b.example\n", count: 50_000),
    String(repeating: "-----BEGIN PGP SIGNATURE-----\n\n", count: 50_000),
    String(repeating: "From: a\n", count: 50_000), String(repeating: "> ", count: 200_000),
    String(repeating: "----- Original Message -----\n\n> x\n", count: 30_000),
    String(repeating: "_____________\n\n\n", count: 50_000),
    String(repeating: "Name: x\n", count: 50_000),
  ]

  /// Quadratic work would take hours at these sizes.
  @Test(.timeLimit(.minutes(3)), arguments: hostile.indices)
  func hostileTextsEnd(index: Int) throws {
    _ = try SampleVoice.verbatim(Self.hostile[index])
  }
}
