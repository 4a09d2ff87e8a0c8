import Complaints
import Foundation
import Ingest
import Support
import Testing
import Text

@testable import Voices

struct SavedPageVoicesTests {
  private func verbatims(_ text: String, title: String? = nil) -> [Verbatim] {
    let document = Document(
      identity: Fingerprint(fields: ["page", "x"]),
      source: SourceReference(name: "x", range: 0..<1),
      channel: .web, title: title, contents: [.text(text)])
    return VoiceReader(organisation: Organisation(names: ["Acme"])).verbatims(of: document)
  }

  private func words(_ verbatim: Verbatim, _ kind: PassageKind) -> [String] {
    verbatim.passages.filter { $0.kind == kind }.map {
      String(decoding: Array(verbatim.text.utf8)[$0.range], as: UTF8.self)
    }
  }

  static let page = """
    Acme and the missing oven

    I ordered an oven from Acme in May and it has not arrived, although they promised a date twice.

    kitchen oven shop

    Nobody calls back when they say they will, and that is what annoys me most about all of this.

    The following two tabs change content below.
    Ana writes about kitchens.

    Latest posts by Ana (see all)

    3 thoughts on “Acme and the missing oven”

      • They did the same to me. I waited for weeks.

        In the end I went elsewhere.

      • Mine was fine.

      • Thanks all

    Leave a Reply

    Fill in your details below or click an icon to log in:
    """

  @Test func everyVoiceHasItsOwnVerbatim() throws {
    let voices = verbatims(Self.page, title: "Acme and the missing oven")
    #expect(voices.map(\.part) == [.post, .comment, .comment, .comment])
    #expect(
      voices.dropFirst().map(\.text) == [
        "They did the same to me. I waited for weeks.\n\nIn the end I went elsewhere.",
        "Mine was fine.", "Thanks all",
      ])
    #expect(Set(voices.map(\.id)).count == 4)
    let post = voices[0]
    #expect(words(post, .heading) == ["Acme and the missing oven"])
    #expect(words(post, .body).count == 2)
    let furniture = words(post, .boilerplate).joined(separator: "\n")
    for line in [
      "kitchen oven shop", "The following two tabs", "Ana writes about", "Latest posts by",
      "3 thoughts on", "Leave a Reply", "Fill in your details",
    ] {
      #expect(furniture.contains(line), "\(line)")
    }
  }

  @Test func idsDoNotDependOnTheOrder() {
    let swapped = Self.page.replacingOccurrences(
      of: "  • Mine was fine.\n\n  • Thanks all", with: "  • Thanks all\n\n  • Mine was fine.")
    #expect(Set(verbatims(Self.page).map(\.id)) == Set(verbatims(swapped).map(\.id)))
  }

  @Test func commentHeadsGiveAuthorsAndDates() throws {
    let voices = verbatims(
      """
      A title

      It was late and nobody said anything to me about it for the whole week, which is too long.

      2 Comments

      Ana says:
      March 4, 2010 at 9:12 am
      Same here.

      And again.
      Reply

      Acme Support says:
      March 5, 2010 at 9:12 am
      We are sorry.
      """)
    #expect(voices.count == 3)
    #expect(voices[1].author?.name == "Ana")
    #expect(voices[1].received == Timestamp("2010-03-04T09:12:00Z"))
    #expect(words(voices[1], .body) == ["Same here.\n\nAnd again."])
    #expect(words(voices[1], .boilerplate) == ["Reply"])
    #expect(voices[2].role == .staff)
    #expect(voices[1].role == .customer)
  }

  @Test func toldDialogueBecomesTurns() throws {
    let post = try #require(
      verbatims(
        """
        At the dealer

        We drove there in the morning and this is what was said.

        Customer: “How long?”
        Staff Member:  “An hour.”
        (He shrugs.)
        Fellow Customer (waiting): “Ha.”

        So we left, and nobody ever called.
        """
      ).first)
    let turns = post.passages.filter { $0.kind == .turn }
    #expect(turns.map(\.role) == [.customer, .staff, .customer])
    #expect(words(post, .turn) == ["“How long?”", "“An hour.”", "“Ha.”"])
    #expect(words(post, .body).contains { $0.contains("(He shrugs.)") })
  }

  @Test func articlesInOneFileAreTold() throws {
    let body = String(
      repeating: "The parcel was late and nobody told me anything at all. ", count: 7)
    let text = """
      The late parcel

      \(body)

      Return to: Other Services

      Training for everybody

      \(body)

      Book Review – “Parcels”

      \(body)

      New ways of service

      New ways of service

      \(body)
      """
    let voices = verbatims(text, title: "The late parcel")
    #expect(
      voices.map(\.title) == [
        "The late parcel", "Training for everybody", "Book Review – “Parcels”",
        "New ways of service",
      ])
    #expect(Set(voices.map(\.id)).count == 4)
  }

  private struct Expectation: Decodable {
    struct Complaint: Decodable {
      var anchor: String
      var isComplaint: Bool
      var evidence: [String: String]?
    }
    var file: String
    var complaints: [Complaint]
    var furniture: [String]?
  }

  @Test(.enabled(if: Folders.shared != nil, "needs ../shared"))
  func voicesOfTheSeedsAreTold() throws {
    let folder = try #require(Folders.shared).appendingPathComponent("corpora/seeds")
    let data = try Data(contentsOf: folder.appendingPathComponent("expected.json"))
    for page in try JSONDecoder().decode([Expectation].self, from: data) {
      let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(page.file)))
      let kind = Sniffer.kind(of: bytes, name: page.file)
      #expect(kind == .single(.text))
      let item = Item(
        source: SourceReference(name: page.file, range: 0..<bytes.count), form: .text, bytes: bytes,
        outerDate: nil)
      let reader = VoiceReader(organisation: Organisation())
      let voices = try ItemReader(columns: ColumnMap()).documents(of: item)
        .flatMap { reader.verbatims(of: $0) }
      var used: Set<Fingerprint> = []
      for complaint in page.complaints {
        let voice = try #require(
          voices.first { $0.text.contains(complaint.anchor) }, "\(complaint.anchor)")
        #expect(used.insert(voice.id).inserted, "\(complaint.anchor)")
        for evidence in (complaint.evidence ?? [:]).values {
          #expect(kinds(of: evidence, in: voice).isSubset(of: [.body, .turn]), "\(evidence)")
          #expect(voice.text.contains(evidence))
        }
        #expect(kinds(of: complaint.anchor, in: voice).isSubset(of: [.body, .turn]))
        #expect(voice.language == "en")
      }
      for furniture in page.furniture ?? [] {
        for voice in voices where voice.text.contains(furniture) {
          let kinds = kinds(of: furniture, in: voice)
          #expect(
            !kinds.isEmpty
              && kinds.isSubset(of: [.boilerplate, .heading, .signature, .disclaimer]),
            "\(furniture)")
        }
      }
    }
  }

  /// The kinds of the passages that touch some words.
  private func kinds(of words: String, in verbatim: Verbatim) -> Set<PassageKind> {
    let text = Array(verbatim.text.utf8)
    let sought = Array(words.utf8)
    guard let start = text.indices.first(where: { text[$0...].starts(with: sought) }) else {
      return []
    }
    let range = start..<start + sought.count
    return Set(verbatim.passages.filter { $0.range.overlaps(range) }.map(\.kind))
  }

  @Test func noiseNeverCrashesAndKeepsOrder() {
    var random = SeededGenerator(seed: 9)
    let parts = [
      "Title Here\n", "\n", "\n\n", "• ", "Customer: “hi”\n", "3 comments\n", "Leave a Reply\n",
      "Ana says:\n", "March 4, 2010 at 9:12 am\n", "About us\n", "text ", "é\n", "[x_y]\n", "  ",
      "Book Review – x\n", "The following two tabs change content below.\n",
      "word word word word. ",
      "Dear Sir,\n", "Yours,\n", "\t", ":", "“",
    ]
    for round in 0..<600 {
      let text = (0..<60).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      var document = Document(
        identity: Fingerprint(fields: ["x"]), source: SourceReference(name: "x", range: 0..<1),
        channel: round % 2 == 0 ? .web : .letter, contents: [.text(text)])
      document.title = "Title Here"
      let voices = VoiceReader(organisation: Organisation()).verbatims(of: document)
      #expect(Set(voices.map(\.id)).count == voices.count)
      for voice in voices {
        var position = 0
        for passage in voice.passages {
          #expect(passage.range.lowerBound >= position && !passage.range.isEmpty)
          position = passage.range.upperBound
        }
        #expect(position <= voice.text.utf8.count)
      }
    }
  }
}
