import Complaints
import Testing
import Text

@testable import Voices

struct LetterVoicesTests {
  private func verbatim(_ text: String) throws -> Verbatim {
    let document = Document(
      identity: Fingerprint(fields: ["x"]), source: SourceReference(name: "x", range: 0..<1),
      channel: .letter, contents: [.text(text)])
    return try #require(VoiceReader(organisation: Organisation()).verbatims(of: document).first)
  }

  private func words(_ verbatim: Verbatim, _ kind: PassageKind) -> [String] {
    verbatim.passages.filter { $0.kind == kind }.map {
      String(decoding: Array(verbatim.text.utf8)[$0.range], as: UTF8.self)
    }
  }

  @Test func letterIsZonedAndKept() throws {
    let text = """
      Ana Ruiz
      12 Mill Lane

      14 March 2026

      Re: Broken oven

      Dear Sir or Madam,

      My oven broke after a week.

      Regards to your fitter who was kind, but nobody came back.

      Yours faithfully,

      Ana Ruiz
      ana@home.example

      PS: The receipt is enclosed and I expect an answer this time.
      """
    let letter = try verbatim(text)
    #expect(letter.text == text)
    #expect(letter.part == .letter)
    #expect(letter.role == .customer)
    #expect(
      words(letter, .boilerplate) == [
        "Ana Ruiz\n12 Mill Lane\n\n14 March 2026", "Dear Sir or Madam,",
      ])
    #expect(words(letter, .heading) == ["Re: Broken oven"])
    #expect(words(letter, .signature) == ["Yours faithfully,\n\nAna Ruiz\nana@home.example"])
    #expect(
      words(letter, .body) == [
        "My oven broke after a week.\n\nRegards to your fitter who was kind, but nobody came back.",
        "PS: The receipt is enclosed and I expect an answer this time.",
      ])
    #expect(letter.id == Fingerprint(fields: ["verbatim", letter.document.description, "letter"]))
  }

  @Test func noteWithoutAnyFormIsBody() throws {
    let note = try verbatim("My oven broke.\nNobody came.")
    #expect(words(note, .body) == ["My oven broke.\nNobody came."])
  }

  @Test func passagesAreInOrderWithoutOverlap() throws {
    let letter = try verbatim("\n\n  Title\n\nHello Ana,\n\n\nBody here.\n\nThanks\nMe\n\n\n")
    var position = 0
    for passage in letter.passages {
      #expect(passage.range.lowerBound >= position)
      position = passage.range.upperBound
    }
    #expect(position <= letter.text.utf8.count)
  }
}

struct RowVoicesTests {
  @Test func rowIsOneVoiceAsItStands() throws {
    var row = Document(
      identity: Fingerprint(fields: ["row", "7", "Late!\n"]),
      source: SourceReference(name: "t.csv", ordinal: 7, range: 0..<1), channel: .table,
      contents: [.text("Late!\n")])
    row.row = "7"
    row.score = 2
    row.authors = [Party(name: nil, address: "help@acme.example")]
    let organisation = Organisation(domains: ["acme.example"])
    let verbatim = try #require(VoiceReader(organisation: organisation).verbatims(of: row).first)
    #expect(verbatim.text == "Late!\n")
    #expect(verbatim.row == "7")
    #expect(verbatim.score == 2)
    #expect(verbatim.role == .staff)
    #expect(verbatim.id == Fingerprint(fields: ["verbatim", "row", "7", "Late!\n"]))
    row.authors = []
    row.contents = [.text("")]
    let empty = try #require(VoiceReader(organisation: organisation).verbatims(of: row).first)
    #expect(empty.passages.isEmpty)
    #expect(empty.role == .customer)
  }
}
