import Complaints
import Support
import Testing

@testable import Voices

struct LearnedFootersTests {
  private static let footer = """
    Swift Parcels - to your door by noon.
    Ask for our winter rates, and visit www.swiftparcels.example.

    Swift Parcels Ltd, 4 Dock Road, Harwick
    """
  private static let words = "The gate was shut at ten.\n\nPlease say when it opens."

  private func mail(
    _ text: String, from author: String = "jo@swiftparcels.example",
    documentClass: DocumentClass = .human, footers: [Footer] = []
  ) throws -> Verbatim {
    var document = SampleVoice.document([.text(text)], author: author)
    document.documentClass = documentClass
    let reader = VoiceReader(organisation: SampleVoice.organisation, footers: footers)
    return try #require(reader.verbatims(of: document).first)
  }

  /// The footer of `paragraphCount` paragraphs that a mail ends with.
  private func footers(
    of text: String, _ paragraphCount: Int, domain: String? = "swiftparcels.example"
  ) throws -> [Footer] {
    let ending = try #require(try mail(text).ending)
    let block = ending.blocks[paragraphCount - 1]
    return [
      Footer(domain: domain, fingerprint: block.fingerprint, mailCount: 9, personCount: 5)
    ]
  }

  @Test func aFooterInForceIsFurniture() throws {
    let footers = try footers(of: "Other words.\n\n" + Self.footer, 2)
    let text = Self.words + "\n\n" + Self.footer
    let before = try mail(text)
    #expect(before.words(.body) == text)
    let mail = try mail(text, footers: footers)
    #expect(mail.words(.body) == Self.words)
    #expect(mail.words(.boilerplate) == Self.footer)
    #expect(mail.text == text)
    #expect(mail.id == before.id)
    #expect(mail.ending == before.ending)
  }

  @Test func wrappingAndCaseOfAFooterDoNotMatter() throws {
    let footers = try footers(of: "Other words.\n\n" + Self.footer, 2)
    let wrapped = Self.footer.replacing("noon.\n", with: "NOON. ").replacing("Ask ", with: "Ask\n")
    let mail = try mail(Self.words + "\n \n" + wrapped, footers: footers)
    #expect(mail.words(.body) == Self.words)
  }

  @Test func itsFirstPartAloneIsFurnitureOnlyAtTheEnd() throws {
    let text = "Other words.\n\n" + Self.footer
    let footers = try footers(of: text, 1)
    #expect(try mail(text, footers: footers).words(.boilerplate).hasPrefix("Swift Parcels Ltd"))
    let more = text + "\n\nThe van is blue."
    #expect(try mail(more, footers: footers).words(.boilerplate).isEmpty)
  }

  @Test func aFooterOfOneCompanyIsNoOtherCompanys() throws {
    let footers = try footers(of: "Other words.\n\n" + Self.footer, 2)
    let text = Self.words + "\n\n" + Self.footer
    for author in ["jo@other.example", "jo@depot.swiftparcels.example", "jo@gmail.com"] {
      #expect(try mail(text, from: author, footers: footers).words(.body) == text)
    }
  }

  @Test func theOrganisationsFooterIsFurnitureUnderAnsweredMailsToo() throws {
    let footers = try footers(of: "Other words.\n\n" + Self.footer, 2, domain: nil)
    let text = Self.words + "\n\n" + Self.footer
    for author in ["care@shop.example", "jo@gmail.com", "jo@other.example"] {
      #expect(try mail(text, from: author, footers: footers).words(.body) == Self.words)
    }
  }

  @Test func aMailThatWouldHaveNoWordsLeftKeepsAll() throws {
    let footers = try footers(of: "Other words.\n\n" + Self.footer, 2)
    #expect(try mail(Self.footer, footers: footers).words(.body) == Self.footer)
  }

  @Test func signaturesAndQuotesBetweenDoNotCount() throws {
    let footers = try footers(of: "Other words.\n\n" + Self.footer, 2)
    let text = """
      \(Self.words)

      Kind regards,
      Jo Dyer

      \(Self.footer)

      On Mon, Jan 1, 2024 at 10:00 AM Shop Care <care@shop.example> wrote:
      > We open at nine.
      """
    let mail = try mail(text, footers: footers)
    #expect(mail.words(.body) == Self.words)
    #expect(mail.words(.signature) == "Kind regards,\nJo Dyer")
    #expect(mail.words(.boilerplate) == Self.footer)
    #expect(mail.words(.quoted).hasSuffix("> We open at nine."))
  }

  @Test func paragraphsThatSpeakOfTheirWriterAreNeverPartOfAFooter() throws {
    let text = "The gate was shut.\n\nI want my money back by Friday at the latest, please."
    #expect(try #require(try mail(text).ending).blocks.count == 1)
    let longer = text + "\n\n" + Self.footer
    #expect(try #require(try mail(longer).ending).blocks.count == 3)
  }

  @Test(arguments: [
    "jo@gmail.com", "jo@yahoo.co.uk", "jo@web.de", "jo@btinternet.com", "jo@mail.gmx.net", "jo",
  ])
  func nothingIsLearnedFromMailboxesOfAnybody(author: String) throws {
    #expect(try mail(Self.words, from: author).ending == nil)
  }

  @Test func nothingIsLearnedFromMachinesAndForwards() throws {
    #expect(try mail(Self.words, documentClass: .bulk).ending == nil)
    let forward = """
      ---------- Forwarded message ---------
      From: Ana <ana@b.example>
      Subject: Gate

      \(Self.words)
      """
    #expect(try mail(forward).ending == nil)
  }

  @Test func theOrganisationsOwnPeopleShareOneEnding() throws {
    let ending = try #require(try mail(Self.words, from: "care@shop.example").ending)
    #expect(ending.domain == nil)
  }

  @Test func labellingMovesNoByteAndForgetsNoWord() throws {
    var generator = SeededGenerator(seed: 11)
    let paragraphs = [
      Self.words, Self.footer, "> quoted", "Regards,\nJo", "I am cross.", " \u{A0}", "-- \nJo\nCo",
      "Über den Wölken\r\nwas it late", "Sent from my iPhone", "a\n\nb", "The van is blue.",
    ]
    for _ in 0..<400 {
      let count = Int.random(in: 1...7, using: &generator)
      let text = (0..<count).compactMap { _ in paragraphs.randomElement(using: &generator) }
        .joined(separator: "\n\n")
      let before = try mail(text)
      let blocks = before.ending?.blocks ?? []
      let learned = blocks.dropLast().filter { _ in Bool.random(using: &generator) }.map {
        Footer(
          domain: "swiftparcels.example", fingerprint: $0.fingerprint, mailCount: 8,
          personCount: 4)
      }
      let after = try mail(text, footers: learned)
      #expect(after.ending == before.ending)
      let bytes = Array(text.utf8)
      let shown = { (mail: Verbatim) in
        mail.passages.flatMap { bytes[$0.range] }.filter { !" \r\n\u{A0}".utf8.contains($0) }
      }
      #expect(shown(after) == shown(before))
      #expect(
        zip(after.passages, after.passages.dropFirst()).allSatisfy {
          $0.range.upperBound <= $1.range.lowerBound
        })
      #expect(after.passages.allSatisfy { !$0.range.isEmpty })
      // Where the author had words, some are left.
      #expect(after.words(.body).isEmpty == before.words(.body).isEmpty)
      let moved = after.words(.body) != before.words(.body)
      #expect(moved == !learned.isEmpty)
    }
  }
}
