import Complaints
import Testing
import Text

@testable import Ingest

struct RepeatedCueTests {
  @Test func rollUpCaptionsAreKeptOnce() throws {
    let turns = try SampleTranscript.cueTurns(
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

  @Test func rollUpCaptionsWithWordTimesAreKeptOnce() throws {
    let turns = try SampleTranscript.cueTurns(
      """
      WEBVTT

      00:00.500 --> 00:02.000
       \nI<00:00.900><c> have</c><c> been</c>

      00:02.000 --> 00:02.010
      I have been\n\u{20}

      00:02.010 --> 00:04.000
      I have been
      waiting<00:02.900><c> for</c><c> weeks</c>

      00:04.000 --> 00:04.010
      waiting for weeks
      """)
    #expect(turns.map(\.text) == ["I have been", "waiting for weeks"])
  }

  @Test func wordsRepeatedInOverlappingCuesAreKeptOnce() throws {
    let turns = try SampleTranscript.cueTurns(
      """
      1
      00:00:01,000 --> 00:00:04,000
      My order is still not

      2
      00:00:03,000 --> 00:00:06,000
      is still not here and nobody

      3
      00:00:06,000 --> 00:00:08,000
      nobody called
      """)
    #expect(turns.map(\.text) == ["My order is still not", "here and nobody", "nobody called"])
  }

  @Test func voiceOfARepeatedLineGoesOn() throws {
    let turns = try SampleTranscript.cueTurns(
      """
      WEBVTT

      00:01.000 --> 00:03.000
      <v Ana>I have been waiting</v>

      00:02.000 --> 00:05.000
      <v Ana>I have been waiting
      for three weeks</v>
      """)
    #expect(turns.map(\.text) == ["I have been waiting for three weeks"])
    #expect(turns.map(\.speaker) == ["Ana"])
  }

  @Test func shortWordsSaidTwiceStay() throws {
    let turns = try SampleTranscript.cueTurns(
      "WEBVTT\n\n00:01.000 --> 00:02.000\nNo.\n\n00:02.000 --> 00:03.000\nNo.\n")
    #expect(turns.map(\.text) == ["No.", "No."])
  }
}
