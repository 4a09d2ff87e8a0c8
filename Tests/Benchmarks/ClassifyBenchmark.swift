import Classify
import Complaints
import Foundation
import Lines
import Text

/// How fast rules load and judge in process, on one core: `Scripts/benchmark classify` runs it.
///
///     Benchmarks RULES LINES.jsonl [ROUNDS]
///
/// Prints `name<TAB>value` lines: milliseconds of loading and of the rules' own tests, bytes of
/// text, and megabytes of text a CPU second of every round.
@main
enum ClassifyBenchmark {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { end("usage: Benchmarks RULES LINES.jsonl [ROUNDS]") }
    let rounds = arguments.count > 3 ? Int(arguments[3]) ?? 5 : 5
    let ruleSet = measureLoading(arguments[1], rounds: min(rounds, 5))
    let verbatims = verbatims(path: arguments[2])
    let byteCount = verbatims.reduce(0) { $0 + $1.text.utf8.count }
    show("rules", ruleSet.rules.count { $0.status == .live })
    show("verbatims", verbatims.count)
    show("bytes", byteCount)
    var classifier = Classifier(ruleSet: ruleSet)
    for _ in 0..<rounds {
      var tagCount = 0
      let seconds = cpuSeconds {
        let verbatims = verbatims.span
        for index in verbatims.indices {
          tagCount += classifier.verdict(for: verbatims[index]).failures.count
        }
      }
      show("failures", tagCount)
      show("MB/s", Double(byteCount) / 1e6 / seconds)
    }
  }

  /// Loads the rules and runs their tests several times, as a start of the program does.
  private static func measureLoading(_ folder: String, rounds: Int) -> RuleSet {
    var loaded: RuleSet?
    for _ in 0..<rounds {
      let loading = cpuSeconds { loaded = RuleSet.load(folder: folder).ruleSet }
      guard let ruleSet = loaded else { end("\(folder): rules with mistakes") }
      var report: RuleTester.Report?
      let testing = cpuSeconds {
        var tester = RuleTester(ruleSet: ruleSet)
        report = tester.run()
      }
      show("load ms", loading * 1000)
      show("self-test ms", testing * 1000)
      show("tests", report?.testCount ?? 0)
      show("failed tests", report?.failures.count ?? 0)
    }
    guard let loaded else { end("no rounds") }
    return loaded
  }

  private static func verbatims(path: String) -> [Verbatim] {
    guard let data = FileManager.default.contents(atPath: path) else {
      end("\(path): cannot be read")
    }
    let bytes = Array(data)
    return ByteLines(bytes).compactMap { line in
      guard case .verbatim(let verbatim)? = try? LineReader.line(Array(bytes[line.range])) else {
        return nil
      }
      return verbatim
    }
  }

  /// Seconds of the processor that some work takes in this process of one thread.
  private static func cpuSeconds(_ work: () -> Void) -> Double {
    let start = clock()
    work()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }

  private static func show(_ name: String, _ value: some CustomStringConvertible) {
    FileHandle.standardOutput.write(Data("\(name)\t\(value)\n".utf8))
  }

  private static func end(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(64)
  }
}
