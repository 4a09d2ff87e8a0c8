import Complaints
import Testing
import Text

@testable import Ingest

struct TicketJSONTests {
  @Test func zendeskNotesAreDocumentsOfTheirOwn() throws {
    let documents = try SampleTranscript.documents(
      """
      {"ticket":{"subject":"Late","requester_id":49},"users":[
      {"id":49,"name":"Ana Ruiz","email":"Ana@Mail.example","role":"end-user"},
      {"id":50,"name":"Leo","role":"end-user"}],"comments":[
      {"author_id":7,"public":true,"plain_body":"Sorry!","created_at":"2026-03-14T12:00:00Z"},
      {"author_id":7,"public":false,"plain_body":"angry one","created_at":"2026-03-14T11:00:00Z"},
      {"author_id":50,"public":true,"plain_body":"I wait too","created_at":"2026-03-14T13:00:00Z"},
      {"author_id":49,"public":true,"html_body":"<p>My order &amp; refund</p><p>are late</p>","created_at":"2026-03-14T10:00:00Z",
      "attachments":[{"file_name":"invoice.pdf"}]}]}
      """)
    #expect(documents.map(\.documentClass) == [.human, .note])
    let ticket = documents[0]
    #expect(ticket.title == "Late")
    #expect(
      ticket.turns.map(\.text) == [
        "My order & refund\nare late", "Sorry!", "I wait too",
      ])
    #expect(ticket.turns.map(\.role) == [.customer, .staff, .customer])
    #expect(ticket.turns.map(\.speaker) == ["Ana Ruiz", "7", "Leo"])
    #expect(ticket.authors == [Party(name: "Ana Ruiz", address: "ana@mail.example")])
    #expect(ticket.warnings == ["not read: invoice.pdf"])
    #expect(ticket.received == Timestamp("2026-03-14T10:00:00Z"))
    #expect(documents[1].turns.map(\.text) == ["angry one"])
    #expect(documents[1].turns.map(\.role) == [.staff])
    #expect(documents[1].received == Timestamp("2026-03-14T11:00:00Z"))
    #expect(documents[1].source.children == [1])
    #expect(documents[1].identity != ticket.identity)
  }

  @Test func withoutARequesterTheFirstPublicCommentIsTheCustomers() throws {
    let ticket = try SampleTranscript.document(
      """
      {"comments":[{"author_id":7,"public":false,"body":"typed in for her"},
      {"author_id":49,"public":true,"body":"Where is it?"},
      {"author_id":7,"public":true,"body":"On its way.","data":{"transcription_text":"Soon."}}]}
      """)
    #expect(ticket.turns.map(\.role) == [.customer, .staff])
    #expect(ticket.turns[1].text == "On its way.\nSoon.")
  }

  @Test func intercomStartsWithItsSource() throws {
    let talk = try SampleTranscript.document(
      """
      {"created_at":1400850000,"source":{"body":"<p>Where is it?</p>","author":{"type":"user","name":"Ana"}},
      "conversation_parts":{"conversation_parts":[
      {"part_type":"comment","author":{"type":"admin","name":"Tom"},"body":"<p>On its way</p>","created_at":1400857494},
      {"part_type":"assignment","author":{"type":"admin"},"body":null,"created_at":1400857500},
      {"part_type":"comment","author":{"type":"bot"},"body":"Bye","created_at":1400857600}]}}
      """)
    #expect(talk.turns.map(\.text) == ["Where is it?", "On its way", "Bye"])
    #expect(talk.turns.map(\.role) == [.customer, .staff, .bot])
    #expect(talk.channel == .chat)
  }

  @Test func intercomNotesAttachmentsAndAIAgents() throws {
    let documents = try SampleTranscript.documents(
      """
      {"created_at":1400850000,"title":"Parcel","source":{"body":"<p>Lost</p>","author":{"type":"lead","name":"Ana","email":"ana@mail.example"},
      "attachments":[{"name":"photo.png"}]},"conversation_parts":{"conversation_parts":[
      {"part_type":"note","author":{"type":"admin"},"body":"<p>calls a lot</p>","created_at":1400857494},
      {"part_type":"comment","author":{"type":"admin","from_ai_agent":true},"body":"Hm","created_at":1400857499},
      {"part_type":"comment","author":{"type":"team"},"body":"<p>Found</p>","redacted":true,"created_at":1400857599}]}}
      """)
    #expect(documents.map(\.documentClass) == [.human, .note])
    #expect(documents[0].turns.map(\.role) == [.customer, .bot, .staff])
    #expect(documents[0].authors.first?.address == "ana@mail.example")
    #expect(documents[0].warnings == ["not read: photo.png", "1 parts redacted"])
  }
}
