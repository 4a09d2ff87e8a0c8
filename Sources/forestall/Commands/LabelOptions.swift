import ArgumentParser
import Authoring
import Classify
import Complaints

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
      for diagnostic in file.diagnostics { Console.note(diagnostic.description) }
      hasErrors = hasErrors || file.hasErrors
      for text in file.texts {
        if let other = fileOfID.updateValue(path, forKey: text.id) {
          Console.note("\(path): error[L004] id '\(text.id)' is already in \(other)")
          hasErrors = true
        }
      }
      texts += file.texts
    }
    if hasErrors {
      Console.complain("the labels have mistakes; nothing was measured")
      throw ExitCode.failure
    }
    return try chosen(texts, paths)
  }

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
