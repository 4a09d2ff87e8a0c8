import Complaints
import Foundation
import Support
import Testing
import Text

@testable import Voices

struct DialogueVoicesTests {
  private func document(_ turns: [Turn], channel: Channel = .call) -> Document {
    Document(
      identity: Fingerprint(fields: ["x"]), source: SourceReference(name: "x", range: 0..<1),
      channel: channel, contents: [.turns(turns)])
  }

  private func verbatim(
    _ turns: [Turn], channel: Channel = .call, organisation: Organisation = Organisation()
  ) throws -> Verbatim {
    let reader = VoiceReader(organisation: organisation)
    return try #require(reader.verbatims(of: document(turns, channel: channel)).first)
  }

  private func words(_ verbatim: Verbatim, _ passage: Passage) -> String {
    String(decoding: Array(verbatim.text.utf8)[passage.range], as: UTF8.self)
  }

  @Test func turnsStandAsLabelledLines() throws {
    let call = try verbatim([
      Turn(speaker: "Agent", text: "How can I help?", from: 0, to: 2),
      Turn(speaker: "Ana", text: "My order\nis late.", from: 2.5, to: 4),
      Turn(speaker: nil, text: "Mm."),
    ])
    #expect(call.text == "Agent: How can I help?\nAna: My order\nis late.\nMm.")
    #expect(call.part == .call)
    #expect(call.role == .unknown)
    #expect(call.passages.map(\.kind) == [.turn, .turn, .turn])
    #expect(
      call.passages.map { words(call, $0) } == ["How can I help?", "My order\nis late.", "Mm."])
    #expect(call.passages.map(\.role) == [.staff, .customer, .unknown])
    #expect(call.passages[1].speaker == "Ana")
    #expect(call.passages[1].from == 2.5)
    #expect(call.language == "en")
  }

  @Test func formatsOwnRoleWins() throws {
    let call = try verbatim([
      Turn(speaker: "Agent Smith", role: .customer, text: "How can I help you?"),
      Turn(speaker: "Bob", role: .bot, text: "My order is late"),
    ])
    #expect(call.passages.map(\.role) == [.customer, .bot])
    #expect(call.passages.map(\.confidence) == [1, 1])
  }

  @Test(arguments: [
    ("Customer", Role.customer), ("CALLER 2", .customer), ("Fellow Customer", .customer),
    ("Me", .customer), ("Staff Member", .staff), ("Customer Advisor", .staff),
    ("Kundenservice", .staff), ("Customer Service", .staff), ("Chatbot", .bot),
    ("Virtual Assistant", .bot), ("Rep", .staff), ("Cliente", .customer),
  ])
  func labelsNameRoles(_ label: String, _ role: Role) {
    #expect(RoleLexicon.role(of: label) == role)
  }

  @Test func namesOfTheOrganisationAreStaff() throws {
    let chat = try verbatim(
      [Turn(speaker: "Ana", text: "Hm."), Turn(speaker: "@AcmeCares", text: "Hm.")],
      channel: .chat, organisation: Organisation(names: ["Acme"]))
    #expect(chat.passages.map(\.role) == [.customer, .staff])
    #expect(chat.part == .chat)
  }

  @Test func behaviourTellsNamesApart() throws {
    let call = try verbatim([
      Turn(speaker: "Kim", text: "Thank you for calling, how can I help you today?"),
      Turn(speaker: "Lou", text: "I was charged twice for my order and I want my money back."),
      Turn(speaker: "Kim", text: "I’m sorry to hear that. May I have your account number?"),
    ])
    #expect(call.passages.map(\.role) == [.staff, .customer, .staff])
    #expect(call.passages.allSatisfy { $0.confidence >= 0.9 })
  }

  @Test func withoutAnyEvidenceRolesStayUnknown() throws {
    let call = try verbatim([
      Turn(speaker: "Kim", text: "Blue."), Turn(speaker: "Lou", text: "Green."),
      Turn(speaker: "Max", text: "Red."),
    ])
    #expect(call.passages.allSatisfy { $0.role == .unknown && $0.confidence < 0.6 })
  }

  @Test func wordsBeforeTheFirstTurnAreAHeading() throws {
    var document = document([Turn(speaker: "Ana", text: "Late.")])
    document.contents.insert(.text("Call ID: 5\n\n"), at: 0)
    let call = try #require(
      VoiceReader(organisation: Organisation()).verbatims(of: document).first)
    #expect(call.text == "Call ID: 5\nAna: Late.")
    #expect(call.passages.map(\.kind) == [.heading, .turn])
  }
}
