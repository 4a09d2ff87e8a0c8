import Complaints
import Support
import Testing
import Text

@testable import Ingest

/// What a mailbox is cut into does not depend on the windows that it is read in.
@Suite struct MboxWindowTests {
  @Test(arguments: 0..<120)
  func anyMailboxIsCutAlikeInAnyWindow(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var text = ""
    while text.utf8.count < 90_000 { text += message(&generator) }
    try expectAlike(text)
  }

  @Test func aPartThatIsClosedLongBeforeTheWindowsEndIsClosed() throws {
    let opening = """
      From a@b.example Mon Jan  1 10:00:00 2024
      Subject: x
      Content-Type: multipart/mixed; boundary="b"

      --b


      """
    for count in stride(from: 11_000, to: 17_000, by: 50) {
      let part = String(repeating: "x", count: count) + "\n--b--\n"
      let text =
        opening + part + "a footer of a list that has a few words\n\n"
        + "From b@c.example Mon Jan  1 11:00:00 2024\n\nno header here\n\n"
        + String(repeating: "y\n", count: 20_000)
      #expect(try BoxReading(text).items.count == 2)
      try expectAlike(text)
    }
  }

  @Test func aSeparatorAcrossTheEndOfAWindowIsSeen() throws {
    let head = "From a@b.example Mon Jan  1 10:00:00 2024\nSubject: x\n\n"
    for place in 16_384 - 12...16_384 + 4 {
      let words = String(repeating: "x", count: place - head.utf8.count - 2)
      let text = head + words + "\n\n" + head + String(repeating: "y\n", count: 20_000)
      #expect(try BoxReading(text).items.count == 2)
      try expectAlike(text)
    }
  }

  @Test func asMuchIsLookedAtBehindALineWhereverItStands() throws {
    let head = "From a@b.example Mon Jan  1 10:00:00 2024\nSubject: x\n\n"
    let sender = String(repeating: "a", count: 800) + "@b.example"
    let junk = String(repeating: "q", count: 3_600)
    for count in stride(from: 6_000, to: 16_000, by: 250) {
      try expectAlike(
        head + String(repeating: "x", count: count)
          + "\n\nFrom \(sender) Mon Jan  1 11:00:00 2024\n"
          + "\(junk)\nSubject: y\n\n" + String(repeating: "y\n", count: 20_000))
    }
  }

  @Test func aHeaderEndsAtTheNextSeparator() throws {
    let message = "From a@b.example Mon Jan  1 10:00:00 2024\nSubject: x\n"
    let long = "Content-Length: 30000\n\n" + String(repeating: "words\n", count: 5_000)
    let text = String(repeating: message, count: 2_000) + long
    #expect(try BoxReading(text).items.count == 2_000)
    try expectAlike(text)
  }

  @Test func aLengthBehindALongHeaderIsBelieved() throws {
    for count in [300, 1_500] {
      let head = String(repeating: "X-Trace: \(String(repeating: "t", count: 60))\n", count: count)
      let body = "one\n\nFrom b@c.example Mon Jan  1 11:00:00 2024\nSubject: quoted\n\ntwo\n"
      let text =
        "From a@b.example Mon Jan  1 10:00:00 2024\n\(head)Content-Length: \(body.utf8.count)\n\n"
        + body + "\nFrom c@d.example Mon Jan  1 12:00:00 2024\nSubject: z\n\nthree\n"
      try expectAlike(text)
      #expect(try BoxReading(text).items.count == 2)
    }
  }

  private func expectAlike(_ text: String) throws {
    let large = try BoxReading(text)
    for size in [1, 20_000, 50_001] {
      let small = try BoxReading(text, splitter: MboxSplitter(name: "box", windowByteCount: size))
      #expect(small.pieces.map(\.range) == large.pieces.map(\.range))
      #expect(small.messages == large.messages)
      #expect(small.items.map(\.outerDate) == large.items.map(\.outerDate))
    }
  }

  /// A message of odd shape.
  private func message(_ generator: inout SeededGenerator) -> String {
    let senders = ["a@b.example", "-", "\(String(repeating: "a", count: 800))@b.example", "now on"]
    let date = " Mon Jan  1 10:00:00 2024"
    let dates = [date, date, date, "", " Mon Jan  1"]
    var text = "From \(generator.pick(senders))\(generator.pick(dates))\n"
    if generator.next(0..<3) == 0 { return text + "\nwords without a header\n\n" }
    if generator.next(0..<4) == 0 {
      text += String(repeating: "q", count: generator.next(0..<4_100)) + "\n"
    }
    if generator.next(0..<2) > 0 { text += "Subject: x\n" }
    if generator.next(0..<2) == 0 { text += "Content-Type: multipart/mixed; boundary=b\n" }
    let traces = generator.next(0..<3) == 0 ? generator.next(0..<700) : generator.next(0..<20)
    for _ in 0..<traces {
      text += "X-Trace: \(String(repeating: "t", count: generator.next(1..<70)))\n"
    }
    let words = String(repeating: "some words\n", count: generator.next(0..<400))
    let other = "\nFrom b@c.example Mon Jan  1 11:00:00 2024\n\nno field\n\n"
    let body = generator.next(0..<2) == 0 ? words + other + words : words
    if generator.next(0..<2) == 0 { text += "Content-Length: \(body.utf8.count)\n" }
    if generator.next(0..<8) > 0 { text += "\n" }
    text += body
    if generator.next(0..<2) == 0 {
      text += "--b--\n" + String(repeating: "a footer\n", count: generator.next(0..<150))
    }
    return text + generator.pick(["\n", "", "\r\n"])
  }
}

extension SeededGenerator {
  fileprivate mutating func next(_ range: Range<Int>) -> Int { Int.random(in: range, using: &self) }

  fileprivate mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[next(0..<elements.count)]
  }
}
