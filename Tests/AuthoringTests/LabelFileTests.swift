import Authoring
import Classify
import Complaints
import Foundation
import Support
import Testing

struct LabelFileTests {
  private let taxonomy: Taxonomy

  init() throws {
    taxonomy = try SmallRules.load().taxonomy
  }

  private func read(_ text: String) -> LabelFile {
    LabelFile(Array(text.utf8), name: "dev.jsonl", taxonomy: taxonomy)
  }

  /// A line with one thing changed.
  private func line(
    id: String = "\"1\"", text: String = "\"It came late.\"", complaint: String = "true",
    failures: String = #"{"delay":["came late"]}"#, more: String = ""
  ) -> String {
    #"{"id":\#(id),"text":\#(text),"complaint":\#(complaint),"praise":false,"#
      + #""failures":\#(failures),"causes":{},"effects":{}\#(more)}"#
  }

  @Test func aFullLineIsRead() {
    let file = read(
      #"{"id": "a1", "source": "shop", "industry": "retail", "text": "It came late, never again. José was so kind.","#
        + #" "complaint": true, "praise": true, "failures": {"delay": ["came late"]}, "causes": {},"#
        + #" "effects": {"churn": ["never again"]}, "annotator": {"name": "b"}}"#)
    #expect(file.diagnostics.isEmpty)
    #expect(
      file.texts == [
        LabelledText(
          id: "a1", text: "It came late, never again. José was so kind.", source: "shop",
          industry: "retail", isComplaint: true, praise: true, failures: ["delay": ["came late"]],
          effects: ["churn": ["never again"]])
      ])
  }

  @Test func blankLinesCountAndCarriageReturnsDoNot() {
    let file = read("\n  \n" + line() + "\r\n\n" + line(id: "\"2\"", failures: "[]"))
    #expect(file.texts.map(\.id) == ["1"])
    #expect(file.diagnostics.map(\.line) == [5])
  }

  @Test func earlierIDsStandForThePresentOne() {
    let file = read(line(failures: #"{"late":["came late"],"delay":["late"]}"#))
    #expect(file.diagnostics.isEmpty)
    #expect(file.texts.first?.failures == ["delay": ["late", "came late"]])
  }

  @Test func everyMistakeIsToldWithItsLine() {
    let lines = [
      (line(id: "\"0\""), ""),
      ("{", "error[L002] not a JSON object"),
      ("[1]", "error[L002] not a JSON object"),
      (line(id: "7"), "error[L003] 'id' is missing or no text"),
      (line(text: "null"), "error[L003] 'text' is missing or no text"),
      (line(complaint: "1"), "error[L003] 'complaint' is missing or neither true nor false"),
      (line(failures: "[]"), "error[L003] 'failures' is missing or no object"),
      (
        line(id: "\"b\"", failures: #"{"delay":"late"}"#),
        "error[L003] 'failures.delay' is no list of texts"
      ),
      (
        line(id: "\"c\"", failures: #"{"delay":["late",1]}"#),
        "error[L003] 'failures.delay' is no list of texts"
      ),
      (line(id: "\"0\""), "error[L004] id '0' is already on line 1"),
      (
        line(id: "\"d\"", failures: #"{"dealy":["late"]}"#),
        "error[L005] unknown type 'dealy' in 'failures'; did you mean 'delay'?"
      ),
      (
        line(id: "\"e\"", failures: #"{"zebra crossing":["late"]}"#),
        "error[L005] unknown type 'zebra crossing' in 'failures'"
      ),
      (
        line(id: "\"f\"", failures: #"{"delay":["late","Came late"]}"#),
        "error[L006] evidence 2 of 'failures.delay' does not occur in the text"
      ),
      (
        line(id: "\"g\"", complaint: "false"),
        "error[L007] 'failures' of a text that is no complaint; remove them, or set 'complaint'"
      ),
      (
        line(id: "\"h\"", failures: #"{"delay":[""]}"#),
        "error[L008] evidence 1 of 'failures.delay' is empty"
      ),
      (
        line(id: "\"i\"", failures: #"{"delay":[]}"#),
        "warning[L008] 'failures.delay' has no evidence"
      ),
    ]
    let file = read(lines.map(\.0).joined(separator: "\n"))
    let expected = lines.enumerated().compactMap { index, line in
      line.1.isEmpty ? nil : "dev.jsonl:\(index + 1): \(line.1)"
    }
    #expect(
      file.diagnostics.filter { $0.line != 10 || $0.code == "L004" }.map(\.description) == expected)
    #expect(file.hasErrors)
    #expect(file.texts.map(\.id) == ["0", "i"])
  }

  @Test(arguments: [
    "{\"row\":1,\"problem\":\"v1/stock/repair\"}\n{\"row\":2}\n", "id,text\n1,late\n",
    "{\"id\":\"1\",\"touchpoints\":{}}",
  ])
  func aFileOfSomethingElseIsToldInOneLine(_ text: String) {
    #expect(
      read(text).diagnostics.map(\.description) == [
        "dev.jsonl: error[L010] this is not a file of labelled texts "
          + "(id, text, complaint, praise, failures, causes, effects)"
      ])
  }

  @Test func evidenceMatchesBytesNotLettersThatLookAlike() {
    let composed = line(
      text: "\"Caf\u{E9} came late\"", failures: #"{"delay":["Cafe\#u{301} came"]}"#)
    #expect(read(composed).diagnostics.map(\.code) == ["L006"])
  }

  @Test func messagesNeverQuoteTheText() {
    let file = read(line(text: "\"My name is Ana.\"", failures: #"{"delay":["Call Ana"]}"#))
    #expect(file.diagnostics.allSatisfy { !$0.description.contains("Ana") })
    #expect(!file.diagnostics.isEmpty)
  }

  @Test func aMissingFileIsOneDiagnostic() {
    let file = LabelFile.read(path: "/nonexistent/dev.jsonl", taxonomy: taxonomy)
    #expect(file.hasErrors && file.texts.isEmpty)
    #expect(
      file.diagnostics.map(\.description) == [
        "/nonexistent/dev.jsonl: error[L001] cannot be read: No such file or directory"
      ])
  }

  @Test func touchpointsAreReadByTypeAndText() {
    let text = """
      {"id":"1","touchpoints":{"delay":"delivery","stock":"unspecified"},"promises":[]}
      {"id":"2","touchpoints":{"late":"delivery"}}
      {"id":"2","touchpoints":{}}
      {"id":"3","touchpoints":{"delay":"delivry"}}
      {"id":"4","touchpoints":{"dela":"delivery"}}
      {"id":"5"}
      """
    let file = TouchpointFile(Array(text.utf8), name: "places.jsonl", taxonomy: taxonomy)
    #expect(
      file.places == [
        "1": LabelledPlaces(
          touchpoints: ["delay": "delivery", "stock": "unspecified"], promises: []),
        "2": LabelledPlaces(touchpoints: ["delay": "delivery"]),
      ])
    #expect(
      file.diagnostics.map(\.description) == [
        "places.jsonl:3: error[L004] id '2' is already in the file",
        "places.jsonl:4: error[L009] unknown touchpoint 'delivry' of 'delay'; did you mean 'delivery'?",
        "places.jsonl:5: error[L005] unknown type 'dela' in 'touchpoints'; did you mean 'delay'?",
        "places.jsonl:6: error[L003] 'touchpoints' is missing or no object",
      ])
  }

  @Test(.enabled(if: Folders.shared != nil, "needs ../shared"))
  func theDevelopmentLabelsHaveNoMistakes() throws {
    let shared = try #require(Folders.shared).appendingPathComponent("labels")
    let taxonomy = try #require(RuleSet.load(folder: Folders.rules.path).ruleSet).taxonomy
    let labels = LabelFile.read(
      path: shared.appendingPathComponent("dev.jsonl").path, taxonomy: taxonomy)
    #expect(labels.diagnostics.isEmpty)
    #expect(labels.texts.count == 854)
    let touchpoints = TouchpointFile.read(
      path: shared.appendingPathComponent("touchpoints.jsonl").path, taxonomy: taxonomy)
    #expect(touchpoints.diagnostics.isEmpty)
    #expect(touchpoints.places.count == 150)
  }
}
