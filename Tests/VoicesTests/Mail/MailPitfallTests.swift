import Complaints
import Testing

@testable import Voices

/// What goes wrong with mail elsewhere, each under its own name.
struct MailPitfallTests {
  @Test(arguments: [
    "On your remote host the order is open:\n\nI still see it.",
    "On 3 May I wrote to care@shop.example and your agent wrote:\n\nNothing to be done. Really?",
    "On your page of 3.5.2024 12:00 the notice said:\n\nOpen until 8. It was shut.",
    "I called on 3.5.2024 at 10:00 and wrote to care@shop.example:\n\nNo answer.",
    "On 3 May\n\nI wrote something\n\nand nobody wrote back.",
    "Flight details:\nFrom: London\nTo: Paris\nDate: 3 May\n\nThe plane was late.",
  ])
  func sentencesLikeOpenersOpenNoQuote(text: String) throws {
    #expect(try SampleVoice.verbatim(text).words(.body) == text)
  }

  @Test(arguments: [
    "> On 2 May 2024, at 10:00, Shop Care <care@shop.example> wrote:",
    "On Mon, 6 May 2024 at 10:00 Shop\nCustomer Care Team\n<care@shop.example> wrote:",
    "On Thu, 2 May 2024 at 11:16 Shop Care\n\n<\nmailto:Shop <care@shop.example>\n> wrote:\n",
    "Am 02.05.2024 17:48 schrieb \"Shop Care\" <care@shop.example\n>:",
    "2024.05.02 10:00, Shop Care parašė:",
    "* Shop Care <care@shop.example>:\n",
    "2024/5/2 Shop via Forum <care@shop.example>\n",
  ])
  func openersInOddDressBelongToTheQuote(opener: String) throws {
    let verbatim = try SampleVoice.verbatim("No bread.\n\(opener)\n > We are sorry.\n > Shop\n")
    #expect(verbatim.words(.body) == "No bread.")
    #expect(verbatim.words(.quoted) == "\(opener)\n > We are sorry.\n > Shop")
  }

  @Test func complaintsBelowAndBetweenQuotesAreBody() throws {
    let verbatim = try SampleVoice.verbatim(
      "On 2 May 2024 Shop wrote:\n> Which day?\nMonday.\n> Which shop?\nThe one by the river.")
    #expect(verbatim.words(.body) == "Monday. | The one by the river.")
    let named = try SampleVoice.verbatim(
      "SC> Which day?\n\nMonday.\n\nSC> Which shop?\n\nThe one by the river.")
    #expect(named.words(.body) == "Monday. | The one by the river.")
    let barred = try SampleVoice.verbatim(
      "Hard bread.\n\n2024/5/2 Shop <care@shop.example>\n\n| Which shop?\n|\n| Shop\n\nThe old one."
    )
    #expect(barred.words(.body) == "Hard bread. | The old one.")
  }

  @Test(arguments: [
    "---------- Forwarded message ---------\nFrom: Ben Hill <ben@b.example>\nSubject: Bread\n\n",
    "Begin forwarded message:\n\n> From: Ben Hill <ben@b.example>\n> Subject: Bread\n> \n> ",
    "Anfang der weitergeleiteten Nachricht:\n\n> Von: Ben Hill <ben@b.example>\n> Betreff: Brot\n> ",
  ])
  func bareForwardsSpeakWithTheInnerAuthor(head: String) throws {
    let verbatim = try SampleVoice.verbatim(
      [.text("FYI\n\n" + head + "The bread was hard.")], title: "Fwd: Bread",
      author: "desk@shop.example")
    let body = try #require(verbatim.passages.last { $0.kind == .body })
    #expect(verbatim.words(.body).hasSuffix("The bread was hard."))
    #expect(body.speaker == "Ben Hill")
    #expect(body.role == .customer)
    #expect(verbatim.passages.first?.role == .staff)
  }

  @Test func bareForwardsOfWebmailSpeakWithTheInnerAuthor() throws {
    let verbatim = try SampleVoice.page(
      """
      <div>FYI</div><div class=gmail_quote><div class=gmail_attr>---------- Forwarded message \
      ---------<br>From: <b>Ben Hill</b> &lt;ben@b.example&gt;<br>Subject: Bread<br></div>\
      <p>The bread was hard.</p><blockquote>We are sorry.</blockquote></div>
      """, title: "Fwd: Bread")
    #expect(verbatim.words(.body).hasSuffix("The bread was hard."))
    #expect(verbatim.words(.quoted).hasSuffix("We are sorry."))
  }

  @Test(arguments: [
    "I send my regards to the team.", "Wanted:\n-- bread\n-- cake\n-- tea",
    "The bread.\n--\nMy second point is the cake.\n--\nAnd the tea.",
    "The parcel was\nsent from my office on Monday and never came.",
    "Sent from my office on Monday, it never came.", "Ordered on 3 May\nSent by DHL on 5 May",
    "I tried five times\nto unsubscribe but nothing works.", "Unsubscribe me from your list!",
    "You told my neighbour about my confidential account. That breaches the GDPR, and the "
      + "disclosure was unauthorised.",
    "Ce courriel pour vous dire que le pain était dur.", "[EXTERNAL] Where is the bread?",
    "Attention: your driver left the parcel outside in the rain.",
    "The bread was hard.\n\nThank you very much!",
  ])
  func wordsLikeSignaturesAndNoticesAreWords(text: String) throws {
    #expect(try SampleVoice.verbatim(text).words(.body) == text)
  }

  @Test func wordsBehindTheNameAreWords() throws {
    let verbatim = try SampleVoice.verbatim(
      "The bread was hard.\n\nRegards\nAna\n\nPlease call me back")
    #expect(verbatim.words(.body) == "The bread was hard. | Please call me back")
    let phone = try SampleVoice.verbatim("Sent from my iPhone\n\nThe bread was hard.")
    #expect(phone.words(.body) == "The bread was hard.")
    let notice = "This e-mail and any attachments are confidential. "
    let long = try SampleVoice.verbatim(
      "Hard bread.\n\n" + String(repeating: notice, count: 40))
    #expect(long.words(.body) == "Hard bread.")
  }

  @Test(arguments: [
    "[EXTERNAL]\n\n", "[EXTERNAL]\n",
    "CAUTION: This email originated from outside of the organisation. Do not click\nlinks unless you recognize the sender and know the content is safe.\n",
    "*** EXTERNAL: This message came from outside the organisation ***\n\n",
    "You don't often get email from ana@b.example. Learn why this is important\n\n",
  ])
  func bannersOverTheWordsAreFurniture(banner: String) throws {
    let verbatim = try SampleVoice.verbatim(banner + "Where is the bread?\n\n[Message clipped]")
    #expect(verbatim.words(.body) == "Where is the bread?")
    #expect(verbatim.passages.map(\.kind) == [.boilerplate, .body, .boilerplate])
  }

  @Test(arguments: [
    "display:none", "max-height:0", "font-size:0", "mso-hide:all",
  ])
  func hiddenPreheadersAreNoWords(style: String) throws {
    let verbatim = try SampleVoice.page(
      "<div style=\"\(style)\">Preview&#847;&zwnj;</div><p>No bread.")
    #expect(verbatim.words(.body) == "No bread.")
  }

  @Test func wordsQuotedByNobodyAreTheAuthors() throws {
    #expect(try SampleVoice.verbatim("> The bread was hard.").words(.body) != "")
    let empty = try SampleVoice.verbatim(
      "> On 2 May 2024 Shop <care@shop.example> wrote:\n>> We are sorry.")
    #expect(empty.words(.body) == "")
  }

  @Test func noticesOverWordsAreFurniture() throws {
    let verbatim = try SampleVoice.verbatim(
      "Ana Ruiz commented on AB-12:\n----------------------------\n\nThe bread was hard.")
    #expect(verbatim.passages.first?.kind == .boilerplate)
    #expect(verbatim.words(.body).hasSuffix("The bread was hard."))
  }
}
