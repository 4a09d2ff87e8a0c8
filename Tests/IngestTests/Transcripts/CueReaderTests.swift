import Complaints
import Support
import Testing
import Text

@testable import Ingest

struct CueReaderTests {
  @Test func voicesOfWebVTTAreSpeakers() throws {
    let turns = try SampleTranscript.cueTurns(
      """
      WEBVTT

      STYLE
      ::cue { color: red }

      7f-1
      00:00:01.000 --> 00:00:03.000 align:start
      <v Ana Ruiz>My <i>order</i> never
      came &amp; nobody called.</v>

      00:05.000 --> 00:09.500
      <v.loud Tom>I am <00:06.000>sorry.
      """)
    #expect(
      turns == [
        Turn(
          speaker: "Ana Ruiz", text: "My order never\ncame & nobody called.", from: 1, to: 3),
        Turn(speaker: "Tom", text: "I am sorry.", from: 5, to: 9.5),
      ])
  }

  @Test func namesBeforeTheWordsAreSpeakers() throws {
    let turns = try SampleTranscript.cueTurns(
      """
      WEBVTT

      1
      00:00:01.000 --> 00:00:03.000
      Ana Ruiz: My order never came.

      2
      00:00:03.500 --> 00:00:05.000
      Ana Ruiz: See https://shop.example for it.

      3
      00:00:07.000 --> 00:00:09.000
      Tom: I am sorry.
      """)
    #expect(turns.map(\.speaker) == ["Ana Ruiz", "Tom"])
    #expect(turns[0].text == "My order never came. See https://shop.example for it.")
    #expect(turns[0].to == 5)
  }

  @Test func subRipIsReadWithItsMarks() throws {
    let turns = try SampleTranscript.cueTurns(
      "\u{FEFF}1\r\n00:00:01,000 --> 00:00:03,000\r\n{\\an8}<i>Where is it?</i>\r\n\r\n"
        + "2\r\n00:00:04,5 --> 00:00:06,000\r\n- We are checking.\r\n- Hurry up.\r\n")
    #expect(turns.map(\.text) == ["Where is it?", "We are checking.", "Hurry up."])
    #expect(turns[1].from == 4.5)
  }

  @Test func twoVoicesAtOnceAreTwoTurns() throws {
    let turns = try SampleTranscript.cueTurns(
      """
      WEBVTT

      00:01.000 --> 00:04.000
      <v Ana>It never came.</v>

      00:02.000 --> 00:03.000
      <v Tom>I see.</v>

      00:05.000 --> 00:06.000
      <v Ana>So?</v><v Tom>So we look.</v>
      """)
    #expect(turns.map(\.speaker) == ["Ana", "Tom", "Ana", "Tom"])
    #expect(turns.map(\.text) == ["It never came.", "I see.", "So?", "So we look."])
  }

  @Test func subRipWithoutNumbersOrHoursIsRead() throws {
    let turns = try SampleTranscript.cueTurns(
      "00:01,5 --> 00:02,000\nfirst\n\n3\n0:00:03.250 --> 0:00:04.000 X1:1\nsecond\n")
    #expect(turns.map(\.text) == ["first", "second"])
    #expect(turns.map(\.from) == [1.5, 3.25])
  }

  @Test func manyAndLongCuesStayLinear() throws {
    let cue = "00:01.000 --> 00:02.000\n" + String(repeating: "a b ", count: 50) + "\n\n"
    _ = try SampleTranscript.cueTurns("WEBVTT\n\n" + String(repeating: cue, count: 3_000))
    _ = try SampleTranscript.cueTurns(
      "WEBVTT\n\n00:01.000 --> 00:02.000\n" + String(repeating: "<", count: 400_000))
    _ = try SampleTranscript.cueTurns(
      "WEBVTT\n\n00:01.000 --> 00:02.000\n" + String(repeating: "&#x4", count: 100_000))
  }

  @Test func dateOfANoteIsTheCallsDate() throws {
    let document = try #require(
      try CueReader().read(
        SampleTranscript.item(
          "WEBVTT - Call 5\n\nNOTE Date: 14 March 2026\n\n00:01.000 --> 00:02.000\nHi\n")
      ).first)
    #expect(document.received == Timestamp("2026-03-14"))
    #expect(document.title == "Call 5")
    #expect(document.channel == .call)
    #expect(document.warnings.isEmpty)
  }

  @Test func withoutADateTheFilesOwnIsTaken() throws {
    let document = try #require(
      try CueReader().read(SampleTranscript.item("WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n")).first)
    #expect(document.received == Timestamp(seconds: 0))
    #expect(document.warnings == ["date: the file's own"])
  }

  @Test func angleBracketWithoutEndLosesNoWord() throws {
    let turns = try SampleTranscript.cueTurns(
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<c It was < 5 pounds\n")
    #expect(turns.map(\.text) == ["<c It was < 5 pounds"])
  }

  @Test func cuesWithoutTimesAreTold() throws {
    let document = try #require(
      try CueReader().read(
        SampleTranscript.item("WEBVTT\n\n00:1.0 --> x\nlost\n\n00:01.000 --> 00:02.000\nkept\n")
      ).first)
    #expect(document.warnings.contains("not read: 1 cues without valid times"))
  }

  @Test(arguments: ["WEBVTTX\n\n00:01.000 --> 00:02.000\nx", "hello", "", "12 --> 13\nx"])
  func otherTextIsNoTranscript(_ text: String) {
    #expect(!CueReader.looksLikeCues(Array(text.utf8)))
    #expect(throws: Rejection.self) { try CueReader().read(SampleTranscript.item(text)) }
  }

  @Test func noiseNeverCrashes() {
    var random = SeededGenerator(seed: 3)
    let parts = [
      "WEBVTT\n", "\n", "\n\n", "00:01.000 --> 00:02.000", "<v Ana>", "</v>", "<", ">", "&",
      "&#x41;",
      "&amp", "{\\an8}", "text", "NOTE", " ", ":", "1", "é", "-->", "\r",
    ]
    for _ in 0..<500 {
      let text = (0..<40).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      _ = try? CueReader().read(SampleTranscript.item("WEBVTT\n" + text))
      _ = try? CueReader().read(SampleTranscript.item(text))
    }
  }
}
