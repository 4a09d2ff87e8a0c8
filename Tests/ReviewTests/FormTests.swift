import Complaints
import Testing

@testable import Review

struct FormTests {
  @Test func fieldsAreDecodedAndTrimmed() throws {
    let form = try Form("text=+Wait%0D%0Afor+it%21++&empty=&none&%C3%A9=%E2%82%AC")
    #expect(form["text"] == "Wait\nfor it!")
    #expect(form["empty"] == nil)
    #expect(form["none"] == nil)
    #expect(form["é"] == "€")
  }

  @Test(arguments: [
    ("/queue", true), ("/case/7f?from=order%3Dnewest", true), ("//evil.example", false),
    ("/\\evil.example", false), ("https://evil.example", false), ("queue", false),
    ("/queue\r\nSet-Cookie: x", false), ("/q%20ueue", true), ("/q ueue", false),
  ])
  func formsLeadOnlyBackToTheDesk(next: String, isOwn: Bool) throws {
    let form = try Form(QueueQuery.encoded([("next", next)]))
    #expect(form.path("next") == (isOwn ? next : nil))
  }

  @Test func controlCharactersAndLongTextsAreRefused() throws {
    let form = try Form("bell=a%07b&long=\(String(repeating: "x", count: 21))&lines=a%0Ab%09c")
    #expect(throws: DeskError.self) { try form.text("bell", "The text") }
    #expect(throws: DeskError.self) { try form.text("long", "The text", limit: 20) }
    #expect(try form.text("lines", "The text") == "a\nb\tc")
    #expect(throws: DeskError.self) { try form.required("missing", "The text") }
  }

  @Test(arguments: [
    ("", Decision.Draw.queue), ("from=", .queue), ("from=order%3Dnewest", .newest),
    ("from=order%3Dproblem%26type%3Dstock", .problem), ("from=search%3Dbike", .search),
  ])
  func theQueueSaysHowAVerbatimWasDrawn(fields: String, draw: Decision.Draw) throws {
    #expect(try Form(fields).draw() == draw)
  }
}
