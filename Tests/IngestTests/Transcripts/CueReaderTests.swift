import Complaints
import Foundation
import Support
import Testing
import Text

@testable import Ingest

struct CueReaderTests {
  private func item(_ text: String) -> Item {
    Item(
      source: SourceReference(name: "call.vtt", range: 0..<text.utf8.count), form: .cues,
      bytes: Array(text.utf8), outerDate: Timestamp(seconds: 0))
  }

  private func turns(_ text: String) throws -> [Turn] {
    let document = try #require(try CueReader().read(item(text)).first)
    guard case .turns(let turns)? = document.contents.first else { return [] }
    return turns
  }

  @Test func voicesOfWebVTTAreSpeakers() throws {
    let turns = try turns(
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
    let turns = try turns(
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
    let turns = try turns(
      "\u{FEFF}1\r\n00:00:01,000 --> 00:00:03,000\r\n{\\an8}<i>Where is it?</i>\r\n\r\n"
        + "2\r\n00:00:04,5 --> 00:00:06,000\r\n- We are checking.\r\n- Hurry up.\r\n")
    #expect(turns.map(\.text) == ["Where is it?", "We are checking.", "Hurry up."])
    #expect(turns[1].from == 4.5)
  }

  @Test func rollUpCaptionsAreKeptOnce() throws {
    let turns = try turns(
      """
      WEBVTT

      00:01.000 --> 00:03.000
      I have been waiting

      00:03.000 --> 00:05.000
      I have been waiting
      for three weeks now

      00:05.000 --> 00:07.000
      for three weeks now
      and nobody calls back
      """)
    #expect(
      turns.map(\.text) == ["I have been waiting", "for three weeks now", "and nobody calls back"])
  }

  @Test func shortWordsSaidTwiceStay() throws {
    let turns = try turns(
      "WEBVTT\n\n00:01.000 --> 00:02.000\nNo.\n\n00:02.000 --> 00:03.000\nNo.\n")
    #expect(turns.map(\.text) == ["No.", "No."])
  }

  @Test func dateOfANoteIsTheCallsDate() throws {
    let document = try #require(
      try CueReader().read(
        item("WEBVTT - Call 5\n\nNOTE Date: 14 March 2026\n\n00:01.000 --> 00:02.000\nHi\n")
      ).first)
    #expect(document.received == Timestamp("2026-03-14"))
    #expect(document.title == "Call 5")
    #expect(document.channel == .call)
    #expect(document.warnings.isEmpty)
  }

  @Test func withoutADateTheFilesOwnIsTaken() throws {
    let document = try #require(
      try CueReader().read(item("WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n")).first)
    #expect(document.received == Timestamp(seconds: 0))
    #expect(document.warnings == ["date: the file's own"])
  }

  @Test func angleBracketWithoutEndLosesNoWord() throws {
    let turns = try turns("WEBVTT\n\n00:01.000 --> 00:02.000\n<c It was < 5 pounds\n")
    #expect(turns.map(\.text) == ["<c It was < 5 pounds"])
  }

  @Test func cuesWithoutTimesAreTold() throws {
    let document = try #require(
      try CueReader().read(
        item("WEBVTT\n\n00:1.0 --> x\nlost\n\n00:01.000 --> 00:02.000\nkept\n")
      ).first)
    #expect(document.warnings.contains("not read: 1 cues without valid times"))
  }

  @Test(arguments: ["WEBVTTX\n\n00:01.000 --> 00:02.000\nx", "hello", "", "12 --> 13\nx"])
  func otherTextIsNoTranscript(_ text: String) {
    #expect(!CueReader.looksLikeCues(Array(text.utf8)))
    #expect(throws: Rejection.self) { try CueReader().read(item(text)) }
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
      _ = try? CueReader().read(item("WEBVTT\n" + text))
      _ = try? CueReader().read(item(text))
    }
  }

  private struct Truth: Decodable {
    struct Cue: Decodable {
      var startTime: Double
      var endTime: Double
      var text: String
    }
    var cues: [Cue]
  }

  @Test(.enabled(if: Folders.shared != nil, "needs ../shared"))
  func cuesOfTheVttSuiteAgree() throws {
    let shared = try #require(Folders.shared)
    let folder = shared.appendingPathComponent("suites/transcripts/vtt")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var agreeing = 0
    var total = 0
    var misses: [String] = []
    for name in names where name.hasSuffix(".json") {
      let data = try Data(contentsOf: folder.appendingPathComponent(name))
      let truth = try JSONDecoder().decode(Truth.self, from: data)
      let file = folder.appendingPathComponent(String(name.dropLast(4)) + "vtt")
      let text = DecodedText(decoding: Array(try Data(contentsOf: file)), label: nil).text
      total += 1
      let cues = CueFile(text)?.cues ?? []
      let isSame = cues.elementsEqual(truth.cues) { cue, other in
        abs(cue.from - other.startTime) < 0.0005 && abs(cue.to - other.endTime) < 0.0005
          && cue.payload == other.text
      }
      if isSame { agreeing += 1 } else { misses.append(name) }
    }
    print("WebVTT suite: cues of \(agreeing) of \(total) files agree; not: \(misses)")
    #expect(Double(agreeing) >= 0.95 * Double(total), "\(agreeing) of \(total): \(misses)")
  }
}
