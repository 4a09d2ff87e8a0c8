import Foundation
import Testing

/// Labelled texts as commands take them.
struct LabelCommandTests {
  /// Lines of labelled texts; each tag without evidence.
  private static func lines(_ ids: Range<Int>, complaint: String = "true") -> String {
    ids.map {
      #"{"id":"\#($0)","text":"Sold out.","complaint":\#(complaint),"praise":false,"#
        + #""failures":{"stock":[]},"causes":{},"effects":{}}"# + "\n"
    }.joined()
  }

  private func withLabels<Result>(
    _ texts: [String], _ body: ([String]) throws -> Result
  ) throws -> Result {
    try Program.withFolder { folder in
      let paths = try texts.enumerated().map { index, text in
        let path = "\(folder)/\(index).jsonl"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
      }
      return try body(paths)
    }
  }

  @Test func severalFilesAreMeasuredAsOne() throws {
    try withLabels([Self.lines(0..<2), Self.lines(2..<5)]) { paths in
      let eval = try Program.run(["eval"] + paths + ["--json"])
      #expect(eval.status == 0)
      #expect(eval.output.contains(#""texts":5"#))
      let freq = try Program.run(
        ["rules", "freq", "--json"] + paths.flatMap { ["--labels", $0] })
      #expect(freq.status == 0)
      #expect(freq.output.contains(#""labelled":5"#))
    }
  }

  @Test func whatIsWrongManyTimesIsToldTenTimes() throws {
    try withLabels([Self.lines(0..<25), Self.lines(30..<45, complaint: "1")]) { paths in
      let warned = try Program.run(["eval", paths[0]])
      #expect(warned.status == 0)
      let lines = warned.errors.split(separator: "\n")
      #expect(lines.count == 11)
      #expect(lines.last == "\(paths[0]): and 15 more warnings")
      let refused = try Program.run(["eval", paths[1]])
      #expect(refused.status == 1)
      #expect(
        refused.errors.split(separator: "\n").suffix(3) == [
          "\(paths[1]): and 5 more mistakes", "\(paths[1]): and 5 more warnings",
          "forestall: the labels have mistakes; nothing was measured",
        ])
      let twice = try Program.run(["eval", paths[0], paths[0]])
      #expect(twice.errors.contains("\(paths[0]): and 15 more mistakes"))
    }
  }

  @Test func anotherFileIsRefusedInTwoLines() throws {
    let (status, _, errors) = try Program.run(["eval", "Corpora/labels/tickets.jsonl"])
    #expect(status == 1)
    #expect(errors.split(separator: "\n").count == 2)
    #expect(errors.contains("this is not a file of labelled texts"))
  }

  @Test func aSelectionOfNothingIsSaid() throws {
    let none = try Program.run(["rules", "freq", "Corpora/letters", "--only", "nosuch"])
    #expect(none.status == 1)
    #expect(none.errors == "forestall: no rule is named 'nosuch'\n")
    try withLabels([Self.lines(0..<1)]) { paths in
      let freq = ["rules", "freq", "--labels", paths[0], "--only", "stock", "--show", "1"]
      let both = try Program.run(freq + ["--silent"])
      #expect(both.output.contains("[Sold out]"))
      #expect(both.output.contains("\n  "))
    }
  }
}
