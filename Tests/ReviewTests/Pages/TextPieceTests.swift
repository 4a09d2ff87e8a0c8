import Complaints
import Support
import Testing

@testable import Review

struct TextPieceTests {
  private static let letters = [
    "a", " ", "\n", "\r\n", "é", "’", "語", "🚲", "👩🏽‍🔧", "ل", "<", "&", "\u{0}",
  ]

  @Test(arguments: 1...200)
  func piecesJoinToTheTextAndCarryExactlyTheirMarks(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = (0..<Int.random(in: 0...60, using: &random))
      .compactMap { _ in TextPieceTests.letters.randomElement(using: &random) }.joined()
    let bytes = Array(text.utf8)
    // Whole letters of a random stretch, as evidence always is.
    func range() -> Range<Int> {
      let bounds =
        text.unicodeScalars.indices.map {
          text.utf8.distance(from: text.startIndex, to: $0)
        } + [bytes.count]
      let one = bounds.randomElement(using: &random) ?? 0
      let other = bounds.randomElement(using: &random) ?? 0
      return min(one, other)..<max(one, other)
    }
    let marks = (0..<Int.random(in: 0...6, using: &random)).map {
      TextPiece.Mark(number: $0 % 4 + 1, range: range())
    }
    let middle = range()
    let passages = [
      Passage(kind: .body, range: 0..<middle.lowerBound, role: .customer),
      Passage(kind: .quoted, range: middle, role: .customer),
    ]
    let pieces = TextPiece.pieces(of: text, passages: passages, marks: marks)
    #expect(pieces.map(\.text).joined() == text)
    for piece in pieces {
      #expect(Array(piece.text.utf8) == Array(bytes[piece.range]))
      for offset in piece.range {
        let covering = Set(marks.filter { $0.range.contains(offset) }.map(\.number))
        #expect(Set(piece.numbers) == covering)
        #expect((piece.kind == .quoted) == middle.contains(offset))
      }
    }
    for mark in marks where !mark.range.isEmpty {
      let ends = pieces.filter { $0.range.upperBound == mark.range.upperBound }
      #expect(ends.allSatisfy { $0.endingNumbers.contains(mark.number) } && !ends.isEmpty)
    }
  }

  @Test func offsetsStandOnEveryRunAndNumbersStandOutside() {
    let text = "Kein Teil für mich"
    let marks = [
      TextPiece.Mark(number: 1, range: 5..<14), TextPiece.Mark(number: 2, range: 10..<19),
    ]
    let html = TextPiece.html(
      TextPiece.pieces(of: text, passages: [], marks: marks), rejected: [2])
    #expect(
      html == """
        <span data-at="0">Kein </span><mark data-at="5" data-tags="1">Teil </mark>\
        <mark data-at="10" data-tags="1 2">für</mark>\
        <sup><a href="#tag-1"><span class="hidden">tag </span>1</a></sup>\
        <mark class="rejected" data-at="14" data-tags="2"> mich</mark>\
        <sup><a href="#tag-2"><span class="hidden">tag </span>2</a></sup>
        """)
  }

  @Test func rangesOutsideTheTextAreClamped() {
    let marks = [
      TextPiece.Mark(number: 1, range: 2..<99), TextPiece.Mark(number: 2, range: 50..<60),
      TextPiece.Mark(number: 3, range: 1..<2),
    ]
    let pieces = TextPiece.pieces(of: "é!", passages: [], marks: marks)
    #expect(pieces.map(\.numbers) == [[3], [1]])
    #expect(TextPiece.pieces(of: "", passages: [], marks: marks).isEmpty)
  }

  @Test func aZeroByteStandsAlone() {
    let pieces = TextPiece.pieces(of: "a\u{0}b", passages: [], marks: [])
    #expect(pieces.map(\.range) == [0..<1, 1..<2, 2..<3])
  }

  @Test func tagsAreNumberedWithTheComplaintLast() {
    let model = SampleDesk.caseModel()
    let tags = CaseTag.tags(
      of: model.verdict, decisions: model.decisions, text: model.verbatim.text)
    #expect(tags.map(\.number) == Array(1...11))
    #expect(tags.last?.tag == .complaint)
    #expect(tags.first { $0.tag.type == "access" }?.isRejected == true)
    let added = tags.first { $0.tag.type == "communication" }
    #expect(added?.score == nil && added?.evidence.first?.text == "سألتُ مرتين ولم يُجبني أحد.")
  }
}
