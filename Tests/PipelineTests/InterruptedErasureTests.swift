import Complaints
import Foundation
import Pipeline
import Privacy
import Store
import Testing

/// Erasures that end before their time, and are asked for again.
struct InterruptedErasureTests {
  private struct Killed: Error {}
  private static let pseudonyms = Pseudonyms(key: [UInt8](repeating: 7, count: 32))
  private let days = LocalDays(timeZone: "UTC")

  private func eraser(_ world: World, later: Int = 0, killedAt: Eraser.Step? = nil) -> Eraser {
    Eraser(store: world.store, days: days, now: Timestamp(seconds: World.now + 600 + later)) {
      if $0 == killedAt { throw Killed() }
    }
  }

  private func request(_ world: World, byID: Bool) throws -> ErasureRequest {
    guard byID else {
      return .person(PersonTrace(address: "a1@example.net", pseudonyms: Self.pseudonyms))
    }
    let texts = try world.everything().filter { $0.verbatim.messageID == "1@example.net" }
    return .verbatims(texts.map(\.verbatim.id))
  }

  private func names(_ world: World) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: world.store.folder + "/receipts").sorted()
  }

  @Test(arguments: Eraser.Step.allCases, [false, true])
  func theSameRequestCompletesItWithOneReceiptAndOneEntry(step: Eraser.Step, byID: Bool) throws {
    let undisturbed = try World()
    let world = try World()
    for world in [undisturbed, world] {
      try world.write("a.mbox", World.mailbox(0..<4))
      _ = try world.run()
    }
    let request = try request(world, byID: byID)
    let whole = eraser(undisturbed)
    let expected = try whole.apply(try whole.plan(request), by: "dana")
    let killed = eraser(world, killedAt: step)
    let plan = try killed.plan(request)
    #expect(throws: Killed.self) { try killed.apply(plan, by: "dana") }
    #expect(killed.isOpen(request))
    #expect(try killed.openTexts() == Set(expected.texts))

    let again = eraser(world, later: 60)
    let receipt = try again.apply(try again.plan(request), by: "eva")
    #expect(receipt.id == expected.id && receipt.at == expected.at && receipt.by == "dana")
    #expect(receipt.texts == expected.texts && receipt.reasons == expected.reasons)
    #expect(receipt.counts.verbatimCount == expected.counts.verbatimCount)
    #expect(receipt.attemptCount == 2 && receipt.proof?.remains == [])
    #expect(try names(world) == names(undisturbed))
    let entries = try world.store.audit()
    #expect(try entries == undisturbed.store.audit())
    #expect(entries.firstBroken == nil)
    #expect(receipt.chain == entries.last?.chain)
    #expect(try !again.isOpen(request) && again.openTexts().isEmpty)
    #expect(try world.everything().count == 3)
    #expect(try !world.store.isPurgeDue())
  }

  @Test func whatCameBetweenIsInTheReceiptToo() throws {
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<2))
    _ = try world.run()
    let request = try request(world, byID: false)
    let killed = eraser(world, killedAt: .purge)
    let plan = try killed.plan(request)
    #expect(throws: Killed.self) { try killed.apply(plan, by: "dana") }
    let more = World.mail(7, "Nobody rang me back at all.")
      .replacingOccurrences(of: "a7@example.net", with: "a1@example.net")
    try world.write("b.mbox", more)
    _ = try world.run()
    let again = eraser(world, later: 60)
    let receipt = try again.apply(try again.plan(request), by: "dana")
    #expect(receipt.counts.verbatimCount == 2 && receipt.texts.count == 2)
    #expect(try world.everything().count == 1)
  }

  /// An answer is known by what it answers, which an interrupted erasure may have taken.
  @Test func whatAnsweredTextsThatAreGoneGoesToo() throws {
    let world = try World()
    let answer = World.mail(
      2, "We are sorry.\n\n> Nobody rang me back about order 1 and the pump was out of stock"
    )
    .replacingOccurrences(of: "a2@example.net", with: "care@example.com")
    .replacingOccurrences(of: "Subject:", with: "In-Reply-To: <1@example.net>\nSubject:")
    try world.write("a.mbox", World.mailbox(1..<2) + answer + World.mailbox(3..<4))
    _ = try world.run()
    let request = try request(world, byID: false)
    let killed = eraser(world, killedAt: .erase)
    let plan = try killed.plan(request)
    try #require(plan.reasons == [.author: 1, .answer: 1])
    #expect(throws: Killed.self) { try killed.apply(plan, by: "dana") }
    let asked = plan.texts.filter { $0.reason == .author }
    _ = try world.store.erase(asked.map(\.rowID), at: Timestamp(seconds: World.now))

    let again = eraser(world, later: 60)
    let receipt = try again.apply(try again.plan(request), by: "dana")
    #expect(Set(receipt.texts) == Set(plan.texts.map(\.id)))
    #expect(receipt.reasons == plan.reasons)
    #expect(try world.everything().map(\.verbatim.messageID) == ["3@example.net"])
    #expect(receipt.proof?.takenBeforeCount == 1)
    #expect(receipt.text.contains { $0.contains("words of 1 texts that went before") })
    #expect(String(decoding: receipt.json, as: UTF8.self).contains(#""takenBefore":1"#))
  }

  @Test func aPlaceNamesItsTextsWhenTheyAreGone() throws {
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<3))
    _ = try world.run()
    let request = try request(world, byID: true)
    let killed = eraser(world, killedAt: .count)
    let plan = try killed.plan(request)
    #expect(throws: Killed.self) { try killed.apply(plan, by: "dana") }
    let id = try #require(plan.texts.first?.id)
    #expect(try world.everything().count == 2)
    #expect(try killed.openTexts(named: "in/a.mbox#2") == [id])
    #expect(try killed.openTexts(named: "\(id)".prefix(6).uppercased()) == [id])
    #expect(try killed.openTexts(named: "in/a.mbox#1").isEmpty)
  }

  @Test func aPseudonymAloneDoesNotCompleteWhatAnAddressBegan() throws {
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<2))
    _ = try world.run()
    let request = try request(world, byID: false)
    let killed = eraser(world, killedAt: .count)
    let plan = try killed.plan(request)
    #expect(throws: Killed.self) { try killed.apply(plan, by: "dana") }
    let pseudonym = Self.pseudonyms.pseudonym(of: "a1@example.net")
    let trace = PersonTrace(pseudonym: pseudonym, pseudonyms: Self.pseudonyms)
    #expect(killed.isOpen(request) && !killed.isOpen(.person(trace)))
  }

  @Test func whatCameBehindTheAuditEntryHasAnotherOneOfTheSameReceipt() throws {
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<2))
    _ = try world.run()
    let request = try request(world, byID: false)
    let killed = eraser(world, killedAt: .receipt)
    let plan = try killed.plan(request)
    #expect(throws: Killed.self) { try killed.apply(plan, by: "dana") }
    let more = World.mail(7, "Nobody rang me back at all.")
      .replacingOccurrences(of: "a7@example.net", with: "a1@example.net")
    try world.write("b.mbox", more)
    _ = try world.run()
    let again = eraser(world, later: 60)
    let receipt = try again.apply(try again.plan(request), by: "dana")
    let entries = try world.store.audit().filter { $0.action == "erase" }
    #expect(entries.count == 2)
    #expect(entries.allSatisfy { $0.detail.hasSuffix("receipt \(receipt.id)") })
    #expect(entries.last?.detail.contains(" 2 texts, ") == true)
    #expect(try names(world).count == 2)
  }

  @Test func whatIsKeptUntilThenHoldsNothingOfThePerson() throws {
    let world = try World()
    try world.write("a.mbox", World.mailbox(0..<2))
    _ = try world.run()
    let request = try request(world, byID: false)
    let killed = eraser(world, killedAt: .end)
    let plan = try killed.plan(request)
    #expect(throws: Killed.self) { try killed.apply(plan, by: "dana") }
    let name = try #require(try names(world).first { $0.hasPrefix("open-") })
    let open = try String(
      contentsOfFile: world.store.folder + "/receipts/" + name, encoding: .utf8)
    let pseudonym = Self.pseudonyms.pseudonym(of: "a1@example.net")
    for words in ["example.net", "rang", "order 1", pseudonym] { #expect(!open.contains(words)) }
    var settings = world.settings()
    settings.state = world.store.folder
    let findings = Checkup.findings(
      settings: settings, rulesFolder: nil, now: Timestamp(seconds: World.now))
    #expect(findings.contains { $0.message == "1 erasure without a receipt, interrupted" })
  }
}
