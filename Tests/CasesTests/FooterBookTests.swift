import Cases
import Complaints
import Store
import Testing

struct FooterBookTests {
  private static let footer = "Parcels to your door by noon, at winter rates."

  /// Mails of one domain, a week apart, each of another thread.
  private func world(
    domain: String? = "swift.example", footer: String = Self.footer, mails: Int = 10
  ) throws -> CaseWorld {
    let world = try CaseWorld()
    var batch = StoreBatch()
    for number in 0..<mails {
      let above = "Words number \(number)."
      var sample = Sample(day: Double(number * 7), person: "hmac:\(number % 5)")
      sample.words = above + "\n\n" + footer
      sample.messageID = "m\(number)"
      var entry = sample.entry(number: Int64(number + 1))
      let end = sample.words.utf8.count
      entry.verbatim.ending = MailEnding(
        domain: domain,
        blocks: [
          MailEnding.Block(
            paragraph: above.utf8.count + 2..<end, fingerprint: Fingerprint(high: 9, low: 1)),
          MailEnding.Block(
            paragraph: 0..<above.utf8.count,
            fingerprint: Fingerprint(high: 9, low: UInt64(number + 10))),
        ])
      batch.entries.append(entry)
    }
    _ = try world.store.insert(batch, generation: world.generation)
    _ = try world.book.refresh()
    return world
  }

  @Test(arguments: ["swift.example", nil])
  func whatManyMailsEndWithIsLearned(domain: String?) throws {
    let world = try world(domain: domain)
    var seen: [String] = []
    let footers = try FooterBook(store: world.store).footers { above, words in
      #expect(words == Self.footer)
      seen.append(above)
      return false
    }
    #expect(
      footers == [
        Footer(
          domain: domain, fingerprint: Fingerprint(high: 9, low: 1), mailCount: 10, personCount: 5)
      ])
    #expect(seen == (0..<8).map { "Words number \($0)." })
  }

  @Test(arguments: [10, 17, 18, 19, 20, 40])
  func onlyTheLastMailsAreLookedAt(mails: Int) throws {
    let world = try world(mails: mails)
    var seen: [String] = []
    let nine = try FooterBook(store: world.store, mostMails: 9).footers { above, _ in
      seen.append(above)
      return false
    }
    #expect(nine.map(\.mailCount) == [9])
    #expect(seen == (mails - 9..<mails - 1).map { "Words number \($0)." })
    for mostMails in [1, 3, 7] {
      let few = try FooterBook(store: world.store, mostMails: mostMails).footers { _, _ in false }
      #expect(few.isEmpty)
    }
  }

  @Test func whatSaysSomethingInOneMailIsNot() throws {
    let world = try world()
    let footers = try FooterBook(store: world.store).footers { above, _ in above.contains("7") }
    #expect(footers.isEmpty)
  }

  @Test func fewWordsAreNoFooter() throws {
    let world = try world(footer: "Swift Parcels, 4 Dock Road, Harwick.")
    #expect(try FooterBook(store: world.store).footers { _, _ in false }.isEmpty)
  }

  @Test func anEmptyStoreTeachesNothing() throws {
    let world = try CaseWorld()
    #expect(try FooterBook(store: world.store).footers { _, _ in false }.isEmpty)
  }
}
