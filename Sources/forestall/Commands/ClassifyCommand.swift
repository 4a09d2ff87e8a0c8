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
    let printing = Printing(format: format, through: through, complaints: complaints)
    let lineFiles = paths.filter { $0 == "-" || InputLines.areVerbatims(path: $0) }
    for path in lineFiles { try classifyLines(path, workforce, &inputs, printing) }
    let others = paths.filter { !lineFiles.contains($0) }
    if !others.isEmpty || paths.isEmpty {
      try inputs.read(others, settings: settings, workforce: workforce) { outcome in
        for (verbatim, verdict) in zip(outcome.verbatims, outcome.verdicts) {
          Console.write(printing.bytes(verbatim, verdict))
        }
      }
    }
    try inputs.finish()
  }

  private func classifyLines(
    _ path: String, _ workforce: Workforce, _ inputs: inout Inputs, _ printing: Printing
  ) throws {
    enum Result: Sendable {
      case told([UInt8])
      case refused(String)
    }
    let name = path == "-" ? "standard input" : path
    var number = 0
    try workforce.stream { put in
      var lines = try InputLines(path: path)
      while case let batch = try lines.next(64), !batch.isEmpty {
        try put(batch, batch.reduce(0) { $0 + $1.count })
      }
    } work: { worker, batch -> [Result] in
      batch.map { bytes in
        if bytes.isEmpty { return .told([]) }
        do throws(LineError) {
          guard case .verbatim(let verbatim) = try LineReader.line(bytes),
            let verdict = worker.verdict(on: verbatim)
          else { return .told([]) }
          return .told(printing.bytes(verbatim, verdict))
        } catch {
          return .refused(error.description)
        }
      }
    } take: { results in
      var bytes: [UInt8] = []
      for result in results {
        number += 1
        switch result {
        case .told(let line): bytes += line
        case .refused(let reason):
          inputs.reject(reason, at: "\(name) line \(number)", in: name)
        }
      }
      Console.write(bytes)
    }
  }

  /// What is printed of a verdict.
  private struct Printing {
    let format: OutputFormat
    let through: Bool
    let complaints: Bool

    func bytes(_ verbatim: Verbatim, _ verdict: Verdict) -> [UInt8] {
      if complaints, verdict.isComplaint != true { return [] }
      switch format {
      case .jsonl:
        var writer = LineWriter()
        return (through ? writer.line(verbatim) : []) + writer.line(verdict)
      case .tree: return Array((VerdictView.tree(verbatim, verdict) + "\n").utf8)
      case .text: return Array((VerdictView.text(verbatim, verdict) + "\n").utf8)
      }
    }
  }
}
