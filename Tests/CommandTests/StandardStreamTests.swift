import Foundation
import Support
import Testing

/// Standard input, output and error, as a shell hands them over.
struct StandardStreamTests {
  @Test func aReaderThatGoesAwayEndsTheProgramQuietly() throws {
    let (status, output, errors) = try Program.shell(
      #""$forestall" extract Corpora/mail | head -n 1 | wc -l; exit "${PIPESTATUS[0]}""#)
    #expect(status == 0)
    #expect(output.trimmingCharacters(in: .whitespacesAndNewlines) == "1")
    #expect(errors.isEmpty)
  }

  @Test(arguments: [">/dev/full", ">&-"])
  func outputThatCannotBeWrittenIsToldInOneLine(redirection: String) throws {
    let (status, _, errors) = try Program.shell(
      #""$forestall" extract Corpora/letters \#(redirection)"#)
    #expect(status == 1)
    #expect(errors.hasPrefix("forestall: cannot write: "))
    #expect(errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: ["2>/dev/full", "2>&-"])
  func aStandardErrorThatIsFullOrClosedIsNoFailure(redirection: String) throws {
    let (status, output, _) = try Program.shell(
      #""$forestall" extract /nowhere.mbox Corpora/letters \#(redirection)"#)
    #expect(status == 2)
    #expect(output.split(separator: "\n").count == 10)
  }

  @Test func standardInputIsReadWithoutADateAndLeavesNothingBehind() throws {
    try Program.withFolder { folder in
      let letter = "Dear Marlow,\n\nnobody rang me back about the saddle.\n\nYours, Ann\n"
      try Data(letter.utf8).write(to: URL(fileURLWithPath: folder + "/letter.txt"))
      try FileManager.default.createDirectory(
        atPath: folder + "/tmp", withIntermediateDirectories: false)
      let (status, output, errors) = try Program.shell(
        #"export TMPDIR="\#(folder)/tmp"; cat "\#(folder)/letter.txt" | "$forestall" extract -"#)
      #expect(status == 0 && errors.isEmpty)
      #expect(output.contains(#""source":"stdin""#) && output.contains("nobody rang me back"))
      #expect(output.contains(#""received":null"#))
      let left = try FileManager.default.contentsOfDirectory(atPath: folder + "/tmp")
      #expect(left.isEmpty)
    }
  }

  @Test func aClosedStandardInputIsToldInOneLine() throws {
    let (status, _, errors) = try Program.shell(#""$forestall" extract - <&-"#)
    #expect(status == 1)
    #expect(errors.hasPrefix("forestall: standard input: cannot be read: "))
  }

  @Test func dashStandsAlone() throws {
    let (status, _, errors) = try Program.run(["classify", "-", "Corpora/mail"])
    #expect(status == 64)
    #expect(errors.contains("'-' stands alone"))
  }

  @Test func errorLinesCannotSteerTheTerminal() throws {
    let name = "a\u{1B}[2J\u{202E}\u{2028}\u{61C}\u{FEFF}\nb"
    let (status, _, errors) = try Program.run(["extract", name])
    #expect(status == 2)
    #expect(errors.split(separator: "\n").count == 2)
    #expect(errors.contains("rejected a�[2J�����b: unreadable"))
  }

  @Test func badRowsAreToldTwentyTimesAndThenCounted() throws {
    try Program.withFolder { folder in
      let rows = (0..<50).map { $0.isMultiple(of: 2) ? #"{"id":"\#($0)","text":"Late."}"# : "{" }
      try Data(rows.joined(separator: "\n").utf8).write(
        to: URL(fileURLWithPath: folder + "/rows.jsonl"))
      let (status, _, errors) = try Program.run(["extract", folder + "/rows.jsonl"])
      let lines = errors.split(separator: "\n")
      #expect(status == 2)
      try #require(lines.count == 22, "\(errors)")
      #expect(lines[20] == "forestall: rejected rows.jsonl: … and 5 more")
      #expect(lines[21] == "forestall: 25 inputs rejected")
    }
  }

  @Test func whatIsWrongInsideACommandIsToldWithoutItsUsage() throws {
    let (status, _, errors) = try Program.run(["classify"])
    #expect(status == 64)
    #expect(errors == "forestall: name files or folders, or sources in the settings\n")
  }

  @Test func aNameThatIsNoFileIsSaidFirst() throws {
    let (status, _, errors) = try Program.run(["explain", "nofile.txt"])
    #expect(status == 1)
    #expect(errors.hasPrefix("forestall: 'nofile.txt': no such file"))
  }
}
