import ArgumentParser
import Authoring
import Classify
import Complaints
import Text

/// Which labelled texts a command takes.
struct LabelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only texts of these industries: A,B.", valueName: "names"))
  var industry: String?

  @Option(
    help: ArgumentHelp("Only texts of other industries than these: A,B.", valueName: "names"))
  var exceptIndustry: String?

  func validate() throws {
    if industry != nil, exceptIndustry != nil {
      throw ValidationError("--industry and --except-industry exclude each other")
    }
  }

  /// The texts of some files that are chosen; an error with every mistake where there are some.
  func texts(of paths: [String], taxonomy: Taxonomy) throws -> [LabelledText] {
    var texts: [LabelledText] = []
    var fileOfID: [String: String] = [:]
    var hasErrors = false
    for path in paths {
      let file = LabelFile.read(path: path, taxonomy: taxonomy)
      var diagnostics = file.diagnostics
      for text in file.texts {
        guard let other = fileOfID.updateValue(path, forKey: text.id) else { continue }
        diagnostics.append(
          Diagnostic(
            file: path, line: 0, column: 0, code: "L004",
            message: "id '\(text.id)' is already in \(other)"))
      }
      LabelOptions.tell(diagnostics, of: path)
      hasErrors = hasErrors || diagnostics.contains { $0.severity == .error }
      texts += file.texts
    }
    if hasErrors {
      Console.complain("the labels have mistakes; nothing was measured")
      throw ExitCode.failure
    }
    return try chosen(texts, paths)
  }

  /// Tells what is wrong with a file of labels: its first mistakes and its first warnings, and how
  /// many more there are.
  static func tell(_ diagnostics: [Diagnostic], of path: String) {
    var counts: [Diagnostic.Severity: Int] = [:]
    for diagnostic in diagnostics {
      counts[diagnostic.severity, default: 0] += 1
      if counts[diagnostic.severity, default: 0] <= toldCount {
        Console.note(diagnostic.description)
      }
    }
    for (severity, what) in [(Diagnostic.Severity.error, "mistake"), (.warning, "warning")] {
      let more = counts[severity, default: 0] - toldCount
      if more > 0 { Console.note("\(path): and \(counted(more, "more " + what))") }
    }
  }

  /// Mistakes, and warnings, of one file that are told.
  private static let toldCount = 10

  private func chosen(_ texts: [LabelledText], _ paths: [String]) throws -> [LabelledText] {
    let names = (industry ?? exceptIndustry).map {
      $0.split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }.map(String.init)
    }
    let known = Set(texts.compactMap(\.industry)).sorted()
    for name in names ?? [] where !known.contains(name) {
      Console.complain("no text is of industry '\(name)'\(hint(for: name, among: known))")
      throw ExitCode(64)
    }
    let kept = texts.filter { text in
      guard let names else { return true }
      return names.contains(text.industry ?? "") == (industry != nil)
    }
    if kept.isEmpty {
      Console.complain(
        "no labelled texts in \(paths.joined(separator: ", ")); nothing was measured")
      throw ExitCode.failure
    }
    return kept
  }
}
