import Complaints
import Testing
import Text

@testable import Ingest

struct TextReaderTests {
  private func document(_ text: String, name: String = "a.txt") throws -> Document {
    let item = Item(
      source: SourceReference(name: name, range: 0..<text.utf8.count), form: .text,
      bytes: Array(text.utf8), outerDate: Timestamp(seconds: 9))
    return try #require(try TextReader().read(item).first)
  }

  static let letter = """
    12 Mill Lane
    Leeds

    14 March 2026

    Dear Sir or Madam,

    My oven broke after a week and nobody came to mend it.

    Yours faithfully,
    Ana Ruiz
    """

  @Test func letterKeepsItsTextAndDate() throws {
    let letter = try document(Self.letter)
    #expect(letter.channel == .letter)
    #expect(letter.contents == [.text(Self.letter)])
    #expect(letter.received == Timestamp("2026-03-14"))
    #expect(letter.warnings.isEmpty)
  }

  @Test func lineEndsDoNotChangeALettersIdentity() throws {
    let carriage = Self.letter.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    #expect(try document(carriage).identity == document(Self.letter).identity)
    #expect(try document(carriage).contents == [.text(Self.letter)])
  }

  @Test func labelledLinesAreATranscript() throws {
    let call = try document(
      """
      Call ID: 5
      Date: 14 March 2026

      Agent: Thank you for calling.
      Caller: My parcel is late.
        It was due on Monday.
      Agent: Note: I can see that.
      Caller: So?
      """)
    #expect(call.channel == .call)
    #expect(call.turns.map(\.speaker) == ["Agent", "Caller", "Agent", "Caller"])
    #expect(call.turns[1].text == "My parcel is late.\n  It was due on Monday.")
    #expect(call.received == Timestamp("2026-03-14"))
    #expect(call.contents.count == 2)
  }

  @Test func chatExportsGiveDatesAndSpeakers() throws {
    let chat = try document(
      """
      [12/03/26, 10:02:33] Ana: Where is my order?
      \u{200E}[12/03/26, 10:03:03] Shop: One moment.
      [12/03/26, 10:05:03] Ana: Still there?
      """)
    #expect(chat.channel == .chat)
    #expect(chat.turns.map(\.speaker) == ["Ana", "Shop", "Ana"])
    #expect(chat.turns.map(\.from) == [0, 30, 150])
    #expect(chat.received == Timestamp("2026-03-12T10:02:33Z"))
  }

  @Test(arguments: [
    ("Agent: hi", "Agent", "hi"), ("AGENT (10:02:11): hi", "AGENT", "hi"),
    ("[00:12] Speaker 2: hi", "Speaker 2", "hi"), ("**Customer** - hi", "Customer", "hi"),
    ("**Customer:** hi", "Customer", "hi"), ("CUSTOMER>> hi", "CUSTOMER", "hi"),
    ("Q: hi", "Q", "hi"), ("12/03/24, 10:02 - Ana: hi", "Ana", "hi"),
    ("10:02 Agent: hi", "Agent", "hi"), ("[10:02 AM] Ana Ruiz: hi", "Ana Ruiz", "hi"),
    ("Customer: “Hi”", "Customer", "“Hi”"), ("Customer:\u{A0} “Hi”", "Customer", "“Hi”"),
    ("Kundenservice: hallo", "Kundenservice", "hallo"),
    ("Customer (to others waiting): hi", "Customer", "hi"), ("客服: 您好", "客服", "您好"),
  ])
  func labelsAreRead(_ line: String, _ speaker: String, _ words: String) throws {
    let bytes = Array(line.utf8)
    let label = try #require(SpeakerLabel(bytes[...]))
    #expect(label.speaker == speaker)
    #expect(String(decoding: bytes[label.wordsStart...], as: UTF8.self) == words)
  }

  @Test(arguments: [
    "Note: this", "Subject: late", "Re: order", "https://x.example/", "12:30", "at 12:30 it broke",
    "PS: hurry", "I said, and I quote: no", "Order no: 5", "", ":", "***", "He waited (long): yes?",
    "What a day it was and then: nothing at all happened", "[", "(", "12/03/24",
  ])
  func otherLinesHaveNoSpeaker(_ line: String) {
    let label = SpeakerLabel(Array(line.utf8)[...])
    #expect(label == nil || line.hasPrefix("He waited"))
  }

  @Test func webFormIsNoTranscript() throws {
    let form = try document(
      "Customer: Ana\nProduct: Oven\nShop: Leeds\nProblem: broke\nWish: refund\n")
    #expect(form.turns.isEmpty)
  }

  @Test func narrativeWithSomeDialogueStaysText() throws {
    let prose = String(repeating: "We drove to the dealer and waited there for hours. ", count: 3)
    let text =
      "A day at the dealer\n\n\(prose)\n\n\(prose)\n\nMe: “Is it done?”\nClerk: “No.”\nMe: “Why?”\n\n"
      + "\(prose)\n\n\(prose)\n\n\(prose)\n"
    let page = try document(text)
    #expect(page.turns.isEmpty)
    #expect(page.channel == .web)
    #expect(page.title == "A day at the dealer")
    #expect(page.identity == Fingerprint(fields: ["page", "a.txt"]))
    #expect(page.contents == [.text(text)])
  }

  @Test func furnitureMakesASavedPage() throws {
    #expect(
      try document("Late again\n\nIt was late.\n\n3 thoughts on “Late again”\n\n• True\n").channel
        == .web)
    #expect(try document("It was late.\n\nLeave a Reply\n").channel == .web)
  }

  @Test func textWithoutLettersGivesNothing() throws {
    let item = Item(
      source: SourceReference(name: "a", range: 0..<3), form: .text, bytes: [0x20, 0x0A, 0x20],
      outerDate: nil)
    #expect(try TextReader().read(item).isEmpty)
  }

  @Test func textInWindows1252IsRead() throws {
    let item = Item(
      source: SourceReference(name: "a", range: 0..<3), form: .text,
      bytes: Array("It was a caf".utf8) + [0xE9, 0x2E], outerDate: nil)
    #expect(try TextReader().read(item).first?.contents == [.text("It was a café.")])
  }
}
