import Complaints
import Testing
import Text

@testable import Ingest

struct TranscriptJSONTests {
  private func document(_ json: String) throws -> Document {
    let bytes = Array(json.utf8)
    #expect(TranscriptJSON.looksLikeTranscriptJSON(bytes))
    let item = Item(
      source: SourceReference(name: "call.json", range: 0..<bytes.count), form: .transcriptJSON,
      bytes: bytes, outerDate: Timestamp(seconds: 9))
    return try #require(try TranscriptJSON().read(item).first)
  }

  private func turns(_ document: Document) -> [Turn] {
    guard case .turns(let turns)? = document.contents.first else { return [] }
    return turns
  }

  @Test func contactLensRolesComeFromTheParticipants() throws {
    let call = try document(
      """
      {"Participants":[{"ParticipantId":"p1","ParticipantRole":"CUSTOMER"},
      {"ParticipantId":"p2","ParticipantRole":"AGENT"}],"Transcript":[
      {"Id":"a","ParticipantId":"p2","Content":"How can I help?","BeginOffsetMillis":0,
      "EndOffsetMillis":900},
      {"Id":"b","ParticipantId":"p1","Content":"My order [PII] is late.",
      "BeginOffsetMillis":1200,"EndOffsetMillis":2500,"Sentiment":"NEGATIVE"}]}
      """)
    #expect(call.channel == .call)
    #expect(
      turns(call) == [
        Turn(speaker: "AGENT", role: .staff, text: "How can I help?", from: 0, to: 0.9),
        Turn(
          speaker: "CUSTOMER", role: .customer, text: "My order [PII] is late.", from: 1.2, to: 2.5),
      ])
    #expect(call.warnings == ["date: the file's own"])
  }

  @Test func chatEventsAreNoTurns() throws {
    let chat = try document(
      """
      {"Transcript":[
      {"AbsoluteTime":"2026-03-14T10:00:00.000Z","ContentType":"application/vnd.amazonaws.connect.event.participant.joined","ParticipantRole":"CUSTOMER","Type":"EVENT"},
      {"AbsoluteTime":"2026-03-14T10:00:05.000Z","Content":"Hello?","ContentType":"text/plain","DisplayName":"Ana","ParticipantId":"x","ParticipantRole":"CUSTOMER","Type":"MESSAGE"},
      {"AbsoluteTime":"2026-03-14T10:00:35.000Z","Content":"One moment","ContentType":"text/plain","DisplayName":"Bot","ParticipantId":"y","ParticipantRole":"CUSTOM_BOT","Type":"MESSAGE"}]}
      """)
    #expect(chat.channel == .chat)
    #expect(chat.received == Timestamp("2026-03-14T10:00:05Z"))
    #expect(turns(chat).map(\.role) == [.customer, .bot])
    #expect(turns(chat).map(\.from) == [0, 30])
    #expect(turns(chat)[0].speaker == "Ana")
  }

  @Test func callAnalyticsDoesNotRepeatItsItems() throws {
    let call = try document(
      """
      {"JobStatus":"COMPLETED","Transcript":[{"LoudnessScores":[88.1],"Content":"Thank you for calling",
      "Items":[{"Type":"pronunciation","Content":"Thank"}],"ParticipantRole":"AGENT"}]}
      """)
    #expect(turns(call).map(\.text) == ["Thank you for calling"])
  }

  @Test func zendeskNotesAreStaffs() throws {
    let ticket = try document(
      """
      {"ticket":{"subject":"Late","requester_id":49},"comments":[
      {"author_id":49,"public":true,"html_body":"<p>My order &amp; refund</p><p>are late</p>","created_at":"2026-03-14T10:00:00Z"},
      {"author_id":7,"public":false,"plain_body":"angry one","created_at":"2026-03-14T11:00:00Z"},
      {"author_id":7,"public":true,"plain_body":"Sorry!","created_at":"2026-03-14T12:00:00Z"}]}
      """)
    #expect(ticket.title == "Late")
    #expect(turns(ticket).map(\.role) == [.customer, .staff, .staff])
    #expect(turns(ticket)[0].text == "My order & refund\nare late")
    #expect(turns(ticket)[1].speaker == "Internal note")
    #expect(ticket.received == Timestamp("2026-03-14T10:00:00Z"))
  }

  @Test func intercomStartsWithItsSource() throws {
    let talk = try document(
      """
      {"created_at":1400850000,"source":{"body":"<p>Where is it?</p>","author":{"type":"user","name":"Ana"}},
      "conversation_parts":{"conversation_parts":[
      {"part_type":"comment","author":{"type":"admin","name":"Tom"},"body":"<p>On its way</p>","created_at":1400857494},
      {"part_type":"assignment","author":{"type":"admin"},"body":null,"created_at":1400857500},
      {"part_type":"comment","author":{"type":"bot"},"body":"Bye","created_at":1400857600}]}}
      """)
    #expect(turns(talk).map(\.text) == ["Where is it?", "On its way", "Bye"])
    #expect(turns(talk).map(\.role) == [.customer, .staff, .bot])
    #expect(talk.channel == .chat)
  }

  @Test func otherJSONIsUnrecognised() {
    let bytes = Array("{\"Transcript\": 5}".utf8)
    let item = Item(
      source: SourceReference(name: "x", range: 0..<5), form: .transcriptJSON, bytes: bytes,
      outerDate: nil)
    #expect(throws: Rejection.self) { try TranscriptJSON().read(item) }
    #expect(!TranscriptJSON.looksLikeTranscriptJSON(Array("{\"id\":1,\"text\":\"x\"}".utf8)))
  }
}
