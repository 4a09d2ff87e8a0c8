import Complaints
import Testing
import Text

@testable import Ingest

struct ChatExportTests {
  private func document(_ text: String) throws -> Document {
    #expect(Sniffer.kind(of: Array(text.utf8), name: "chat.txt") == .single(.cues))
    return try #require(try CueReader().read(SampleTranscript.item(text)).first)
  }

  @Test func linesWithDateAndDashGoOnOverBlankLines() throws {
    let chat = try document(
      """
      12/03/24, 10:01 - Messages and calls are end-to-end encrypted. Tap to learn more.
      12/03/24, 10:02 - Ana: Where is my order?
      It was due on Monday.

      - two parcels
      12/03/24, 10:03 - +44 7700 900123: One moment
      12/03/24, 10:04 - Ana added Tom
      12/03/24, 10:07 - Ana: Still there? See https://shop.example/a
      """)
    #expect(chat.channel == .chat)
    #expect(chat.received == Timestamp("2024-03-12T10:02:00Z"))
    #expect(chat.turns.map(\.speaker) == ["Ana", "+44 7700 900123", "Ana"])
    #expect(
      chat.turns[0].text
        == "Where is my order?\nIt was due on Monday.\n\n- two parcels")
    #expect(chat.turns[2].text == "Still there? See https://shop.example/a")
    #expect(chat.turns.map(\.from) == [0, 60, 300])
    #expect(chat.warnings.isEmpty)
  }

  @Test func directionMarksAndNarrowSpacesAreNoWords() throws {
    let chat = try document(
      """
      \u{200E}[3/12/24, 9:58:03\u{202F}PM] Shop: \u{200E}Messages are end-to-end encrypted.
      [3/14/24, 10:02:33\u{202F}PM] Ana Ruiz: Hello?
      \u{200E}[3/14/24, 10:03:03\u{202F}PM] Shop: \u{200E}image omitted
      [3/14/24, 10:04:03\u{202F}PM] \u{202A}Shop\u{202C}: Sorry!\r
      [3/15/24, 12:00:00\u{202F}AM] Ana Ruiz: \u{200E}<attached: 00000012-PHOTO.jpg>
      """)
    #expect(chat.turns.map(\.speaker) == ["Ana Ruiz", "Shop"])
    #expect(chat.turns.map(\.text) == ["Hello?", "Sorry!"])
    // The 14th cannot be a month: every date of the file has the month first.
    #expect(chat.received == Timestamp("2024-03-14T22:02:33Z"))
    #expect(chat.warnings == ["not read: image omitted", "not read: 00000012-PHOTO.jpg"])
  }

  @Test func filesAreToldAndTheirCaptionsKept() throws {
    let chat = try document(
      """
      12.03.24, 10:02 - Ana: IMG-2024.jpg (Datei angehängt)
      So sieht das Rad aus
      12.03.24, 10:03 - Laden: <Medien ausgeschlossen>
      12.03.24, 10:04 - Ana: Und jetzt?
      12.03.24, 10:05 - Laden: Moment
      """)
    #expect(
      chat.turns.map(\.text) == ["So sieht das Rad aus", "Und jetzt?", "Moment"])
    #expect(chat.warnings == ["not read: IMG-2024.jpg", "not read: Medien ausgeschlossen"])
  }

  @Test(arguments: ["10:02 %@", "[10:02] %@", "10:02:33 AM %@"])
  func nameOnTheLineOfTheTimeHeadsTheWordsBelow(_ form: String) throws {
    func head(_ name: String) -> String { form.replacing("%@", with: name) }
    let chat = try document(
      "\(head("Agent"))\nHow can I help?\n\n\(head("Ana Ruiz"))\nIt is late.\nAgain.\n\(head("Agent"))\nSorry!\n"
    )
    #expect(chat.turns.map(\.speaker) == ["Agent", "Ana Ruiz", "Agent"])
    #expect(chat.turns[1].text == "It is late.\nAgain.")
    #expect(chat.warnings == ["date: the file's own"])
  }

  @Test func timesInBracketsWithoutNamesAreTurns() throws {
    let chat = try document(
      "[10:02] Hi, is anyone there?\n[10:03] Yes!\n[10:05] My bike, please.\n")
    #expect(
      chat.turns.map(\.text) == [
        "Hi, is anyone there?", "Yes!", "My bike, please.",
      ])
    #expect(chat.turns.map(\.from) == [0, 60, 180])
    #expect(chat.turns.allSatisfy { $0.speaker == nil })
  }

  @Test(arguments: [
    "10:02 Called the shop\n10:15 Waited on hold\n10:40 Nobody answered\n",
    "12/03/24 - I bought it.\n14/03/24 - It broke.\n15/03/24 - They laughed.\n",
    "Dear Sir,\n\n12/03/24, 10:02 - Ana: x\n12/03/24, 10:03 - Tom: y\n12/03/24, 10:04 - Ana: z\n",
    "1.5 hours\n2:30 lost\n", "[1] first\n[2] second\n[3] third\n", "",
  ])
  func diariesAndListsAreNoChats(_ text: String) {
    #expect(!CueReader.looksLikeCues(Array(text.utf8)))
  }

  @Test func noiseNeverCrashesNorTakesLong() {
    var state: UInt32 = 7
    let parts = [
      "[", "]", "12/03/24", ", ", "10:02", "\u{200E}", "\u{202F}", "PM", " - ", "Ana", ": ", "\n",
      "<",
      ">", "omitted", "(", ")", "a.jpg", "é", "\r\n",
    ]
    for _ in 0..<300 {
      var text = "[10:02] a\n[10:03] b\n[10:04] c\n"
      for _ in 0..<60 {
        state = state &* 1_664_525 &+ 1_013_904_223
        text += parts[Int(state >> 16) % parts.count]
      }
      _ = ChatExport(text)
    }
    let long = String(
      repeating: "[10:02] " + String(repeating: "x", count: 500) + "\n", count: 4_000)
    #expect(ChatExport(long)?.turns.count == 4_000)
  }
}
