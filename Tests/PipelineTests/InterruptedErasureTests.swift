import Complaints
import Foundation
import Pipeline
import Privacy
import Store
import Testing

/// Erasures that end before their time, and are asked for again.
struct InterruptedErasureTests {
  private struct Killed: Error {}
  private static let person = World.person("a1@example.net")

  private func eraser(_ world: World, later: Int = 0, killedAt: Eraser.Step? = nil) -> Eraser {
    Eraser(
      store: world.store, days: LocalDays(timeZone: "UTC"),
      now: Timestamp(seconds: World.now + 600 + later)
    ) {
      if $0 == killedAt { throw Killed() }
    }
  }

  private func request(_ world: World, byID: Bool) throws -> ErasureRequest {
    guard byID else { return Self.person }
    let texts = try world.everything().filter { $0.verbatim.messageID == "1@example.net" }
    return .verbatims(Set(texts.map(\.verbatim.id)), asked: ["in/a.mbox#2"])
  }

  private func names(_ world: World) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: world.store.folder + "/receipts").sorted()
  }

  /// A world in which an erasure ended before a step was taken, with what was asked and planned.
  private func interrupted(
    at step: Eraser.Step, byID: Bool = false, mails: String = World.mailbox(0..<2)
  ) throws -> (world: World, request: ErasureRequest, plan: ErasurePlan) {
    let world = try World()
    try world.write("a.mbox", mails)
    _ = try world.run()
    let request = try request(world, byID: byID)
    let eraser = eraser(world, killedAt: step)
    let plan = try eraser.plan(request)
    #expect(throws: Killed.self) { try eraser.apply(plan, by: "dana") }
    #expect(eraser.isOpen(request))
    return (world, request, plan)
  }

  /// The receipt once the same was asked for a minute later, by somebody else.
  private func askedAgain(_ world: World, _ request: ErasureRequest) throws -> ErasureReceipt {
    let eraser = eraser(world, later: 60)
    let receipt = try eraser.apply(try eraser.plan(request), by: "eva")
    #expect(!eraser.isOpen(request))
    return receipt
  }

  @Test(arguments: Eraser.Step.allCases, [false, true])
  func theSameRequestCompletesItWithOneReceiptAndOneEntry(step: Eraser.Step, byID: Bool) throws {
    let mails = World.mailbox(0..<4)
    let undisturbed = try World()
    try undisturbed.write("a.mbox", mails)
    _ = try undisturbed.run()
    let whole = eraser(undisturbed)
    let expected = try whole.apply(
      try whole.plan(try request(undisturbed, byID: byID)), by: "dana")
    let (world, request, _) = try interrupted(at: step, byID: byID, mails: mails)
    let receipt = try askedAgain(world, request)
    #expect(receipt.id == expected.id && receipt.at == expected.at && receipt.by == "dana")
    #expect(receipt.texts == expected.texts && receipt.reasons == expected.reasons)
    #expect(receipt.counts.verbatimCount == expected.counts.verbatimCount)
    #expect(receipt.attemptCount == 2 && receipt.proof?.remains == [])
    #expect(try names(world) == names(undisturbed))
    let entries = try world.store.audit()
    #expect(try entries == undisturbed.store.audit())
    #expect(entries.firstBroken == nil)
    #expect(receipt.chain == entries.last?.chain)
    #expect(try world.everything().count == 3)
    #expect(try !world.store.isPurgeDue())
  }

  /// Behind the audit entry it has another one, of the same receipt.
  @Test(arguments: [(Eraser.Step.purge, 1), (.receipt, 2)])
  func whatCameBetweenIsInTheReceiptToo(step: Eraser.Step, entryCount: Int) throws {
    let (world, request, _) = try interrupted(at: step)
    let more = World.mail(7, "Nobody rang me back at all.")
      .replacingOccurrences(of: "a7@example.net", with: "a1@example.net")
    try world.write("b.mbox", more)
    _ = try world.run()
    let receipt = try askedAgain(world, request)
    #expect(receipt.counts.verbatimCount == 2 && receipt.texts.count == 2)
    #expect(receipt.reasons == [.author: 2])
    #expect(try world.everything().count == 1)
    let entries = try world.store.audit().filter { $0.action == "erase" }
    #expect(entries.count == entryCount)
    #expect(entries.allSatisfy { $0.detail.hasSuffix("receipt \(receipt.id)") })
    #expect(entries.last?.detail.contains(" 2 texts, 0 kept pieces;") == true)
    #expect(try names(world).count == 2)
  }

  /// Of a build that kept less of an erasure.
  @Test func whatABuildBeforeBeganIsCompleted() throws {
    let (world, request, plan) = try interrupted(at: .purge)
    let folder = world.store.folder + "/receipts/"
    let name = try #require(try names(world).first { $0.hasPrefix("open-") })
    let file = URL(fileURLWithPath: folder + name)
    var kept = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    for key in ["subject", "weeks"] { kept[key] = nil }
    try JSONSerialization.data(withJSONObject: kept).write(to: file)
    let receipt = try askedAgain(world, request)
    #expect(receipt.texts == plan.texts.map(\.id) && !receipt.subject.isEmpty)
  }

  /// The place names more by then; it is the same erasure.
  @Test func whatCameToTheSamePlaceIsInTheSameReceipt() throws {
    let (world, request, plan) = try interrupted(at: .count, byID: true)
    guard case .verbatims(_, let asked) = request else {
      return #expect(Bool(false), "not asked for by id")
    }
    let other = try #require(try world.everything().first).verbatim.id
    let receipt = try askedAgain(world, .verbatims([other], asked: asked))
    #expect(receipt.texts == plan.texts.map(\.id) + [other] && receipt.reasons == [.id: 2])
    #expect(receipt.subject == "1 by id" && receipt.attemptCount == 2)
    #expect(try names(world).count == 2)
  }

  /// An answer is known by what it answers, which an interrupted erasure may have taken.
  @Test func whatAnsweredTextsThatAreGoneGoesToo() throws {
    let answer = World.mail(
      2, "We are sorry.\n\n> Nobody rang me back about order 1 and the pump was out of stock"
    )
    .replacingOccurrences(of: "a2@example.net", with: "care@example.com")
    .replacingOccurrences(of: "Subject:", with: "In-Reply-To: <1@example.net>\nSubject:")
    let (world, request, plan) = try interrupted(
      at: .erase, mails: World.mailbox(1..<2) + answer + World.mailbox(3..<4))
    try #require(plan.reasons == [.author: 1, .answer: 1])
    let asked = plan.texts.filter { $0.reason == .author }
    _ = try world.store.erase(asked.map(\.rowID), at: Timestamp(seconds: World.now))

    let receipt = try askedAgain(world, request)
    #expect(Set(receipt.texts) == Set(plan.texts.map(\.id)))
    #expect(receipt.reasons == plan.reasons)
    #expect(try world.everything().map(\.verbatim.messageID) == ["3@example.net"])
    #expect(receipt.proof?.takenBeforeCount == 1)
    #expect(receipt.text.contains { $0.contains("words of 1 text that went before") })
    #expect(String(decoding: receipt.json, as: UTF8.self).contains(#""takenBefore":1"#))
  }

  @Test func aPseudonymAloneDoesNotCompleteWhatAnAddressBegan() throws {
    let (world, _, _) = try interrupted(at: .count)
    let pseudonym = World.pseudonyms.pseudonym(of: "a1@example.net")
    let trace = PersonTrace(pseudonym: pseudonym, pseudonyms: World.pseudonyms)
    #expect(!eraser(world).isOpen(.person(trace)))
  }

  @Test func whatIsKeptUntilThenHoldsNothingOfThePerson() throws {
    let (world, _, _) = try interrupted(at: .end)
    let name = try #require(try names(world).first { $0.hasPrefix("open-") })
    let open = try String(
      contentsOfFile: world.store.folder + "/receipts/" + name, encoding: .utf8)
    let pseudonym = World.pseudonyms.pseudonym(of: "a1@example.net")
    for words in ["example.net", "rang", "order 1", pseudonym] { #expect(!open.contains(words)) }
    var settings = world.settings()
    settings.state = world.store.folder
    let findings = Checkup.findings(
      settings: settings, rulesFolder: nil, now: Timestamp(seconds: World.now))
    #expect(findings.contains { $0.message == "1 erasure without a receipt, interrupted" })
  }
}
