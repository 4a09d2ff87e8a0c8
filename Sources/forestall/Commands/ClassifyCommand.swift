import ArgumentParser
import Classify
import Complaints
import Lines
import Pipeline
import Text

/// Verbatims to verdicts.
struct ClassifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify",
    abstract: "Print what the rules say of each author's words, with the words that prove it.",
    discussion: """
      Reads files and folders, or with - the verbatim lines that 'extract' prints. On a terminal \
      a tree is printed, elsewhere JSON lines (schema 1), one a verbatim, complaint or not.

      Examples:
        forestall classify Corpora/mail --format tree
        forestall extract Corpora | forestall classify - --through > lines.jsonl
      """)

  @OptionGroup var options: SharedOptions

  @Argument(
    help: "Files or folders, or - for verbatim lines; without them the settings' sources.")
  var paths: [String] = []

  @Option(help: "tree, text or jsonl.")
  var format: OutputFormat = .usual

  @OptionGroup var footers: FooterOption

  @Flag(help: "Print each verbatim line before its verdict line.")
  var through = false

  @Flag(help: "Print complaints only.")
  var complaints = false

  func validate() throws { try Inputs.check(paths) }

  func run() throws {
    let settings = try options.readSettings()
    let ruleSet = try options.readRules(settings)
    let workforce = Workforce(
      Worker.Stages(
        organisation: settings.organisation, pseudonyms: nil, ruleSet: ruleSet,
        footers: try footers.read()),
      jobs: options.jobs)
    var inputs = Inputs()
    var writer = LineWriter()
    func show(_ verbatim: Verbatim, _ verdict: Verdict) {
      if complaints, verdict.isComplaint != true { return }
      switch format {
      case .jsonl:
        if through { Console.write(writer.line(verbatim)) }
        Console.write(writer.line(verdict))
      case .tree: Console.print(VerdictView.tree(verbatim, verdict))
      case .text: Console.print(VerdictView.text(verbatim, verdict))
      }
    }
    let lineFiles = paths.filter { $0 == "-" || InputLines.areVerbatims(path: $0) }
    for path in lineFiles { try classifyLines(path, workforce, &inputs, show) }
    let others = paths.filter { !lineFiles.contains($0) }
    if !others.isEmpty || paths.isEmpty {
      try inputs.read(others, settings: settings, workforce: workforce) { outcome in
        for (verbatim, verdict) in zip(outcome.verbatims, outcome.verdicts) {
          show(verbatim, verdict)
        }
      }
    }
    try inputs.finish()
  }

  private func classifyLines(
    _ path: String, _ workforce: Workforce, _ inputs: inout Inputs,
    _ show: (Verbatim, Verdict) -> Void
  ) throws {
    enum Result: Sendable {
      case judged(Verbatim, Verdict)
      case passed
      case refused(String)
    }
    let name = path == "-" ? "standard input" : path
    var lines = try InputLines(path: path)
    var number = 0
    while case let batch = try lines.next(512), !batch.isEmpty {
      let results = workforce.map(batch) { worker, bytes -> Result in
        if bytes.isEmpty { return .passed }
        do throws(LineError) {
          guard case .verbatim(let verbatim) = try LineReader.line(bytes) else { return .passed }
          return worker.verdict(on: verbatim).map { .judged(verbatim, $0) } ?? .passed
        } catch {
          return .refused(error.description)
        }
      }
      for result in results {
        number += 1
        switch result {
        case .judged(let verbatim, let verdict): show(verbatim, verdict)
        case .passed: break
        case .refused(let reason):
          inputs.reject(reason, at: "\(name) line \(number)", in: name)
        }
      }
    }
  }
}
