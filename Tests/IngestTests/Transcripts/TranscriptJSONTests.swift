import Complaints
import Testing
import Text

@testable import Ingest

struct TranscriptJSONTests {
  @Test func contactLensRolesComeFromTheParticipants() throws {
    let call = try SampleTranscript.document(
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
      call.turns == [
        Turn(speaker: "AGENT", role: .staff, text: "How can I help?", from: 0, to: 0.9),
        Turn(
          speaker: "CUSTOMER", role: .customer, text: "My order [PII] is late.", from: 1.2, to: 2.5),
      ])
    #expect(call.warnings == ["date: the file's own"])
  }

  @Test func chatEventsAreNoTurns() throws {
    let chat = try SampleTranscript.document(
      """
      {"Transcript":[
      {"AbsoluteTime":"2026-03-14T10:00:00.000Z","ContentType":"application/vnd.amazonaws.connect.event.participant.joined","ParticipantRole":"CUSTOMER","Type":"EVENT"},
      {"AbsoluteTime":"2026-03-14T10:00:05.000Z","Content":"Hello?","ContentType":"text/plain","DisplayName":"Ana","ParticipantId":"x","ParticipantRole":"CUSTOMER","Type":"MESSAGE"},
      {"AbsoluteTime":"2026-03-14T10:00:35.000Z","Content":"One moment","ContentType":"text/plain","DisplayName":"Bot","ParticipantId":"y","ParticipantRole":"CUSTOM_BOT","Type":"MESSAGE"}]}
      """)
    #expect(chat.channel == .chat)
    #expect(chat.received == Timestamp("2026-03-14T10:00:05Z"))
    #expect(chat.turns.map(\.role) == [.customer, .bot])
    #expect(chat.turns.map(\.from) == [0, 30])
    #expect(chat.turns[0].speaker == "Ana")
  }

  @Test func callAnalyticsDoesNotRepeatItsItems() throws {
    let call = try SampleTranscript.document(
      """
      {"JobStatus":"COMPLETED","Transcript":[{"LoudnessScores":[88.1],"Content":"Thank you for calling",
      "Items":[{"Type":"pronunciation","Content":"Thank"}],"ParticipantRole":"AGENT"}]}
      """)
    #expect(call.turns.map(\.text) == ["Thank you for calling"])
  }

  @Test func contactLensChatWithAttachmentAndMenu() throws {
    let chat = try SampleTranscript.document(
      """
      {"Version":"1.1.0","Channel":"CHAT","Participants":[
      {"ParticipantId":"c","ParticipantRole":"CUSTOMER"},
      {"ParticipantId":"s","ParticipantRole":"AGENT"}],"Transcript":[
      {"AbsoluteTime":"2026-03-14T10:00:09.100Z","ParticipantId":"s","Type":"MESSAGE","ContentType":"application/vnd.amazonaws.connect.message.interactive","Content":"{\\"templateType\\":\\"ListPicker\\",\\"data\\":{\\"content\\":{\\"title\\":\\"What is it about?\\",\\"elements\\":[{\\"title\\":\\"Repair\\"},{\\"title\\":\\"Bill\\"}]}}}"},
      {"AbsoluteTime":"2026-03-14T10:00:01.000Z","ParticipantId":"c","Type":"MESSAGE","ContentType":"text/plain","Content":"My bike is broken"},
      {"AbsoluteTime":"2026-03-14T10:00:20.000Z","ParticipantId":"c","Type":"ATTACHMENT","Attachments":[{"AttachmentName":"fork.jpg","ContentType":"image/jpeg"}]},
      {"AbsoluteTime":"2026-03-14T10:01:00.000Z","ParticipantId":"s","Type":"EVENT","ContentType":"application/vnd.amazonaws.connect.event.participant.left"}]}
      """)
    #expect(chat.channel == .chat)
    #expect(
      chat.turns.map(\.text) == [
        "My bike is broken", "What is it about?\nRepair\nBill",
      ])
    #expect(chat.turns.map(\.role) == [.customer, .staff])
    #expect(chat.turns.map(\.from) == [0, 8])
    #expect(chat.warnings == ["not read: fork.jpg"])
    #expect(chat.received == Timestamp("2026-03-14T10:00:01Z"))
  }

  @Test func turnsOfACallThatOverlapStandInTheOrderOfTheirStarts() throws {
    let call = try SampleTranscript.document(
      """
      {"Transcript":[
      {"ParticipantId":"CUSTOMER","Content":"Three weeks!","BeginOffsetMillis":1500,"EndOffsetMillis":2100},
      {"ParticipantId":"AGENT","Content":"We have been","BeginOffsetMillis":1000,"EndOffsetMillis":1900}]}
      """)
    #expect(call.turns.map(\.text) == ["We have been", "Three weeks!"])
    #expect(call.turns.map(\.role) == [.staff, .customer])
  }

  @Test func segmentsOfACallInProgressAreTurns() throws {
    let call = try SampleTranscript.document(
      """
      {"Segments":[{"Categories":{"MatchedCategories":["x"]}},{"Transcript":{"ParticipantId":"P",
      "ParticipantRole":"CUSTOMER","Content":"Late again","BeginOffsetMillis":0,"EndOffsetMillis":900}}]}
      """)
    #expect(call.turns.map(\.text) == ["Late again"])
  }

  @Test func twilioSentencesHaveChannels() throws {
    let call = try SampleTranscript.document(
      """
      {"sentences":[
      {"media_channel":2,"sentence_index":1,"start_time":"1.2","end_time":"2.9","transcript":"It never came."},
      {"media_channel":1,"sentence_index":0,"start_time":"0.1","end_time":"1.0","transcript":"Hello?"},
      {"media_channel":1,"sentence_index":2,"start_time":"3","end_time":"3","transcript":" "}]}
      """)
    #expect(
      call.turns == [
        Turn(speaker: "Channel 1", text: "Hello?", from: 0.1, to: 1),
        Turn(speaker: "Channel 2", text: "It never came.", from: 1.2, to: 2.9),
      ])
    let named = try SampleTranscript.document(
      """
      {"channel":{"participants":[{"channel_participant":1,"role":"Agent"},
      {"channel_participant":2,"role":"Customer"}]},"sentences":[
      {"media_channel":2,"start_time":0,"end_time":1,"transcript":"Hello?"}]}
      """)
    #expect(named.turns.map(\.role) == [.customer])
  }

  @Test func conversationsOneALineOrInAnArrayAreDocumentsEach() throws {
    let one = #"{"sentences":[{"media_channel":1,"transcript":"Late"}]}"#
    let two = #"{"sentences":[{"media_channel":1,"transcript":"Lost"}]}"#
    let lines = try SampleTranscript.documents("\(one)\n{\"broken\n\(two)\n{\"a\":1}\n")
    #expect(lines.map { $0.turns.first?.text } == ["Late", "Lost"])
    #expect(lines.map(\.source.children) == [[], [1]])
    #expect(lines[0].warnings.contains("not read: 2 entries that are no conversation"))
    let array = try SampleTranscript.documents("[\(one),\n\(two)]")
    #expect(array.map { $0.turns.first?.text } == ["Late", "Lost"])
    #expect(Set(array.map(\.identity)).count == 2)
  }

  @Test func conversationOfEventsOnlyGivesNothing() throws {
    #expect(
      try SampleTranscript.documents(
        #"{"Transcript":[{"Type":"EVENT","ContentType":"x.connect.event.y","ParticipantId":"a"}]}"#
      ).isEmpty)
  }

  @Test func deepAndLongHostileJSONIsRefusedInLinearTime() throws {
    let head = #"{"conversation_parts":"#
    for body in [
      head + String(repeating: "[", count: 300_000), String(repeating: head + "\n", count: 5_000),
      String(repeating: #"["Transcript","Content","# + "\n", count: 5_000),
      head + "\"" + String(repeating: "x", count: 1_000_000),
    ] {
      #expect(throws: Rejection.self) {
        try TranscriptJSON().read(SampleTranscript.item(body, as: .transcriptJSON))
      }
    }
    let cell = String(repeating: "late ", count: 400_000)
    #expect(
      try SampleTranscript.document(
        #"{"sentences":[{"media_channel":1,"transcript":"\#(cell)"}]}"#
      ).turns.count == 1)
  }

  @Test func otherJSONIsUnrecognised() {
    #expect(throws: Rejection.self) {
      try TranscriptJSON().read(
        SampleTranscript.item("{\"Transcript\": 5}", as: .transcriptJSON))
    }
    #expect(!TranscriptJSON.looksLikeTranscriptJSON(Array("{\"id\":1,\"text\":\"x\"}".utf8)))
  }
}
