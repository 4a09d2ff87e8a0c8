import Complaints
import Foundation
import Support
import Testing

@testable import Voices

struct RoleInferenceTests {
  private func roles(_ turns: [(String, String)], _ channel: Channel = .call) -> [Role] {
    let turns = turns.map { Turn(speaker: $0.0, text: $0.1) }
    let roles = RoleInference(turns: turns, channel: channel, organisation: Organisation())
    return turns.map { roles.guess(for: $0).role }
  }

  @Test func talkThatStartsInTheMiddleIsJudgedByItsWords() {
    #expect(
      roles([
        ("A", "It still does not work, and I was charged again."),
        ("B", "Let me check. Could you confirm your postcode?"), ("A", "Sure, LS1."),
      ]) == [.customer, .staff, .customer])
    #expect(
      roles([
        ("A", "Your order will be ready in a minute."), ("B", "Ok thank you"),
      ]) == [.staff, .customer])
  }

  @Test func messageToACareHandleIsACustomers() {
    #expect(
      roles(
        [("B", "@AcmeSupport PS4"), ("A", "@ana7 Please try the steps in this article.")], .chat)
        == [.customer, .staff])
  }

  @Test(arguments: ["Hm. ^JoPoe", "Hm. *JP", "Hm: https://acme.example/help/late"])
  func signaturesAndHelpPagesAreTheStaffs(_ staff: String) {
    #expect(roles([("A", "Hm."), ("B", staff)], .chat) == [.customer, .staff])
  }

  @Test func whoThanksAtTheEndIsTheCustomer() {
    #expect(
      roles([("A", "Thank you."), ("B", "Goodbye, enjoy your meal.")]) == [.customer, .staff])
  }

  @Test(arguments: [
    (
      "Mein Paket ist nicht da, ich warte seit drei Wochen.", "Ich schaue nach. Ihre Bestellnummer?"
    ),
    ("Ma commande n'est pas arrivée.", "Bonjour, comment puis-je vous aider ?"),
    ("Mi pedido no ha llegado.", "Lamentamos las molestias. ¿Puede decirme su número?"),
    ("Il mio ordine non è arrivato.", "Come posso aiutarla?"),
    ("Mijn pakket is er niet.", "Waarmee kan ik u helpen?"),
    ("A minha encomenda não chegou.", "Pedimos desculpa. O seu nome?"),
    ("Mitt paket har inte kommit.", "Vi beklagar. Ditt kundnummer?"),
  ])
  func otherLanguagesAreJudgedToo(_ customer: String, _ staff: String) {
    #expect(roles([("A", customer), ("B", staff)]) == [.customer, .staff])
    #expect(roles([("A", staff), ("B", customer)], .chat) == [.staff, .customer])
  }

  @Test func whoGreetsFirstCountsALittle() {
    let first = RoleInference(
      turns: [Turn(speaker: "A", text: "Hello."), Turn(speaker: "B", text: "Blue.")],
      channel: .call, organisation: Organisation())
    #expect(first.guess(for: Turn(speaker: "A", text: "")).role == .staff)
    let cut = RoleInference(
      turns: [Turn(speaker: "A", text: "Green."), Turn(speaker: "B", text: "Blue.")],
      channel: .call, organisation: Organisation())
    #expect(cut.guess(for: Turn(speaker: "A", text: "")) == .unknown)
  }

  @Test func oneSpeakerAloneIsJudgedToo() {
    #expect(roles([("A", "Thank you for your patience, we will contact you.")]) == [.staff])
    #expect(roles([("A", "Mm.")]) == [.unknown])
  }

  @Test func confidenceBelowTheThresholdIsUnknown() {
    let turns = [Turn(speaker: "A", text: "my"), Turn(speaker: "B", text: "Blue.")]
    let roles = RoleInference(turns: turns, channel: .call, organisation: Organisation())
    let guess = roles.guess(for: turns[0])
    #expect(guess.role == .unknown)
    #expect(guess.confidence < RoleInference.threshold)
  }

  private struct Dialogue: Decodable {
    struct Turn: Decodable {
      var speaker: String
      var text: String
    }
    var id: String
    var turns: [Turn]
  }
  private struct Count {
    var right = 0
    var open = 0
    var total = 0
  }
  private static let truth: [String: Role] = [
    "customer": .customer, "User": .customer, "user": .customer, "agent": .staff,
    "Wizard": .staff, "assistant": .staff,
  ]

  /// Names replaced by A and B by lot, each dialogue cut before a random turn, three seeds.
  @Test(.enabled(if: Folders.shared != nil, "needs ../shared"), arguments: [Channel.chat, .call])
  func rolesAreFoundWithoutNamesFromARandomTurnOn(_ channel: Channel) throws {
    let shared = try #require(Folders.shared)
    let file = shared.appendingPathComponent("corpora/dialogues.jsonl")
    let dialogues = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Dialogue.self, from: Data($0.utf8))
    }
    var counts: [String: Count] = [:]
    for seed in 1...3 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      for dialogue in dialogues {
        count(dialogue, channel, &random, &counts)
      }
    }
    for (group, count) in counts.sorted(by: { $0.key < $1.key }) {
      print(
        "roles of a \(channel), \(group): \(count.right) of \(count.total) turns right, \(count.open) open"
      )
    }
    let all = try #require(counts["all"])
    #expect(Double(all.right) >= 0.975 * Double(all.total))
  }

  private func count(
    _ dialogue: Dialogue, _ channel: Channel, _ random: inout SeededGenerator,
    _ counts: inout [String: Count]
  ) {
    let spoken = dialogue.turns.filter { Self.truth[$0.speaker] != nil && !$0.text.isEmpty }
    guard !spoken.isEmpty else { return }
    let rest = spoken[Int.random(in: 0..<spoken.count, using: &random)...]
    let isSwapped = Bool.random(using: &random)
    func name(_ speaker: String) -> String {
      (Self.truth[speaker] == .staff) == isSwapped ? "A" : "B"
    }
    let turns = rest.map { Turn(speaker: name($0.speaker), text: $0.text) }
    let roles = RoleInference(turns: turns, channel: channel, organisation: Organisation())
    for (turn, original) in zip(turns, rest) {
      let role = roles.guess(for: turn).role
      for key in [String(dialogue.id.prefix { $0 != ":" }), "all"] {
        counts[key, default: Count()].total += 1
        if role == Self.truth[original.speaker] { counts[key]?.right += 1 }
        if role == .unknown { counts[key]?.open += 1 }
      }
    }
  }
}
