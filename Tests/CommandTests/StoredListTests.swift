import Foundation
import Support
import Testing

/// `list` and `show` over a small store of hand-made lines.
struct StoredListTests {
  /// A verbatim line and its verdict line; failures are "type/touchpoint/about".
  private static func lines(
    _ number: Int, _ received: String, _ failures: [String], text: String = "Late."
  ) -> String {
    let id = String(repeating: "0", count: 31) + String(number, radix: 16)
    let facts =
      #""schema":1,"id":"a\#(id.dropFirst())","document":"\#(id)","source":"m.mbox#\#(number)""#
    let list = failures.map { failure in
      let parts = failure.split(separator: "/")
      return """
        {"type":"\(parts[0])","score":0.9,"touchpoint":"\(parts[1])","about":"\(parts[2])",\
        "evidence":[{"rule":"r","start":0,"end":4,"text":"Late"}]}
        """
    }
    return """
      {\(facts),"line":"verbatim","channel":"mail","class":"human","part":"mail",\
      "received":"\(received)","references":[],"language":"en","role":"customer","text":"\(text)",\
      "passages":[{"kind":"body","start":0,"end":5,"role":"customer","confidence":1}],"warnings":[]}
      {\(facts),"line":"verdict","scored":true,"isComplaint":true,\
      "failures":[\(list.joined(separator: ","))],"causes":[],"effects":[],"praise":[],\
      "promises":[],"ruleSet":"\(String(repeating: "0", count: 31))1","engine":"1"}

      """
  }

  /// Runs `body` beside a store in the zone of Berlin: Monday begins there at 23:00 or 22:00 UTC.
  private func withStore(_ body: (_ list: ([String]) throws -> String) throws -> Void) throws {
    let lines =
      Self.lines(1, "2026-11-15T22:59:59Z", ["stock/online/us", "delay/repair/us"])
      + Self.lines(2, "2026-11-15T23:00:00Z", ["stock/repair/unknown", "billing/online/other"])
      + Self.lines(3, "2026-06-14T22:00:00Z", ["billing/repair/other"])
    try Program.withStore(of: lines, settings: "timeZone: Europe/Berlin\n") { _, run in
      try body { arguments in
        let (status, output, errors) = try run(["list"] + arguments)
        return "\(status) " + (status == 0 ? output.replacing("\r\n", with: " ") : errors)
      }
    }
  }

  /// What `list … --csv` prints below its header.
  private func expect(_ arguments: [String], _ answer: String) throws {
    try withStore { list in
      let told = try list(arguments + ["--csv"])
      #expect(told == "0 name,count " + answer)
    }
  }

  @Test(
    arguments: [
      (["--type", "stock", "--touchpoint", "repair", "--by", "channel"], "mail,1 "),
      (["--type", "delay", "--touchpoint", "online", "--by", "channel"], ""),
    ] as [([String], String)])
  func typeAndTouchpointMeanTheSameFailure(arguments: [String], answer: String) throws {
    try expect(arguments, answer)
  }

  @Test(
    arguments: [
      (["--by", "touchpoint", "--type", "stock"], "online,1 repair,1 "),
      (["--by", "problem", "--touchpoint", "repair"], "v1/delay/repair,1 v1/stock/repair,1 "),
    ] as [([String], String)])
  func onlyTheFailuresAskedForAreCounted(arguments: [String], answer: String) throws {
    try expect(arguments, answer)
  }

  @Test func failuresOfOthersAreListedButNotCounted() throws {
    try expect(["--by", "type"], "stock,2 delay,1 ")
    try expect(["--type", "billing", "--by", "channel"], "")
    try withStore { list in
      let everything = try list([])
      #expect(everything.contains("billing"))
    }
  }

  /// What was counted once and is counted no more hides nothing of its group.
  @Test(arguments: [(1, "repair"), (2, "online")])
  func aPlaceThatNobodyComplainsOfAnyMoreHidesNoOther(changed: Int, place: String) throws {
    let moment = "2026-11-15T10:00:00Z"
    let lines =
      Self.lines(1, moment, ["stock/online/us"]) + Self.lines(2, moment, ["stock/repair/us"])
      + Self.lines(changed, moment, ["delay/repair/us"], text: "Late?")
    try Program.withStore(of: lines) { folder, run in
      let more = try Program.run(
        ["load", "-", "--settings", folder + "/forestall.yml"], input: Self.lines(3, moment, []))
      #expect(more.status == 0)
      let counts = try ["type", "problem"].map {
        try run(["list", "--by", $0, "--csv"]).output.replacing("\r\n", with: " ")
      }
      #expect(
        counts == [
          "name,count delay,1 stock,1 ", "name,count v1/delay/repair,1 v1/stock/\(place),1 ",
        ])
    }
  }

  @Test func weeksAreThoseOfTheTimeZone() throws {
    try withStore { list in
      let weeks = try list(["--by", "week", "--csv"])
      #expect(weeks.hasPrefix("0 name,count 2026-W25,1 2026-W26,0 "))
      #expect(weeks.hasSuffix(" 2026-W46,1 2026-W47,1 "))
    }
  }

  @Test(
    arguments: [
      (["--week", "2026-W47"], 1), (["--week", "2026-W25"], 1), (["--since", "2026-11-16"], 1),
      (["--until", "2026-11-15"], 2), (["--since", "2026-06-15", "--until", "2026-11-15"], 2),
    ] as [([String], Int)])
  func daysAreThoseOfTheTimeZone(arguments: [String], count: Int) throws {
    try expect(arguments + ["--by", "channel"], "mail,\(count) ")
  }

  @Test(
    arguments: [
      (["--type", "stok"], "64 forestall: unknown failure type 'stok'; did you mean 'stock'?\n"),
      (
        ["--touchpoint", "repare"],
        "64 forestall: unknown touchpoint 'repare'; did you mean 'repair'?\n"
      ),
      (
        ["--effect", "churm", "--by", "week"],
        "64 forestall: unknown effect 'churm'; did you mean 'churn'?\n"
      ),
      (["--type", "safety"], "0 "),
    ] as [([String], String)])
  func aMistypedNameIsAMistake(arguments: [String], answer: String) throws {
    try withStore { list in
      let told = try list(arguments)
      #expect(told == answer)
    }
  }

  @Test(arguments: [["list"], ["show", "a000"], ["explain", "a000"]])
  func readersMakeNoStore(command: [String]) throws {
    try Program.withFolder { folder in
      try Data("state: stat\n".utf8).write(to: URL(fileURLWithPath: folder + "/s.yml"))
      let (status, _, errors) = try Program.run(command + ["--settings", folder + "/s.yml"])
      #expect(status == 1)
      #expect(errors.contains("/stat: no store there yet; 'forestall run' makes it"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/stat"))
    }
  }

  @Test(arguments: ["a000", "A0000", String("a" + String(repeating: "0", count: 30) + "2")])
  func showFindsBeginningsOfIDs(name: String) throws {
    try Program.withStore(of: Self.lines(2, "2026-11-15T23:00:00Z", [])) { _, run in
      let found = try run(["show", name])
      #expect(found.output.contains("m.mbox#2"))
      #expect(try run(["show", "a001"]).status == 1)
    }
  }
}
