import Complaints
import Foundation
import Pipeline
import Store
import Testing

/// Texts and bytes of others in which the address stands among signs.
struct ErasedNamesTests {
  @Test(arguments: [
    "Here is https://shop.example/unsub?e=ana@example.net for you.", "Ask *ana@example.net* then.",
    "Tell ana@example.net.Thanks for nothing.", "Ask |ana@example.net| then.",
  ])
  func textsThatNameThePersonGo(words: String) throws {
    let world = try World()
    try world.write("a.mbox", World.mail(1, words) + World.mail(2, "Ask joana@example.net then."))
    _ = try world.run()
    let plan = try world.eraser.plan(World.person("ana@example.net"))
    #expect(plan.texts.map(\.reason) == [.names])
    let receipt = try world.eraser.apply(plan, by: "dana")
    #expect(receipt.proof?.remains == [])
    #expect(try world.everything().count == 1)
    #expect(try world.files(holding: words).isEmpty)
  }

  @Test func keptBytesThatNameThePersonGo() throws {
    let world = try World()
    let ill = "recipient=ana@example.net; Ana Quill is ill"
    try world.write("a.pdf", "\u{1}\u{2}\0 " + ill)
    try world.write("b.pdf", "\u{1}\u{2}\0 recipient=joana@example.net; she is well")
    _ = try world.run()
    let plan = try world.eraser.plan(World.person("ana@example.net"))
    #expect(plan.kept.map(\.entry.source) == ["in/a.pdf"])
    // Joana's bytes hold the address as a part of hers: they stay, and people are told.
    #expect(plan.isPartOfAnother)
    #expect(try world.eraser.apply(plan, by: "dana").proof?.remains == [])
    #expect(try world.files(holding: ill).isEmpty)
    #expect(try world.files(holding: "she is well").count == 1)
  }

  @Test func whoErasesMayBearAnAddressThatHoldsIt() throws {
    let world = try World()
    for _ in 1...2 {
      let plan = try world.eraser.plan(World.person("ana@example.net"))
      let receipt = try world.eraser.apply(plan, by: "joana@example.net")
      #expect(receipt.proof?.remains == [] && receipt.proof?.leftOutCount == 1)
    }
  }
}
