import ArgumentParser
import Classify
import Complaints
import Foundation
import Pipeline
import Privacy
import Store

/// Options that every command takes.
struct SharedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Settings file; without it ./forestall.yml where there is one.", valueName: "file"))
  var settings: String?

  @Option(
    help: ArgumentHelp(
      "The moment to take as now, such as 2026-11-17T08:00:00Z.", valueName: "moment"))
  var now: String?

  @Option(
    help: ArgumentHelp(
      "Folder of rules; without it the settings' or the ones beside the program.",
      valueName: "folder"))
  var rules: String?

  @Option(
    help: ArgumentHelp("How many items to work on at once.", valueName: "n"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    if let now, Timestamp(now) == nil {
      throw ValidationError("'\(now)' is no moment; write 2026-11-17T08:00:00Z")
    }
    if !(1...256).contains(jobs) { throw ValidationError("--jobs is 1 to 256") }
  }

  /// The moment of `--now`, else the clock's; the only place that reads the clock for data.
  var moment: Timestamp {
    now.flatMap { Timestamp($0) } ?? Timestamp(seconds: Int(Date().timeIntervalSince1970))
  }

  /// The settings; a usage error with every mistake where they are wrong.
  func readSettings() throws -> Settings {
    let usual = "forestall.yml"
    guard let path = settings ?? (FileManager.default.fileExists(atPath: usual) ? usual : nil)
    else { return Settings() }
    let (settings, diagnostics) = Settings.read(path: path)
    try stop(on: diagnostics, saying: "the settings have mistakes; nothing was done")
    return settings
  }

  /// The compiled rules; an error where they have mistakes or fail an example of their own.
  ///
  /// - Parameter mustPass: false for commands that help to mend rules, for which failing examples
  ///   are no obstacle.
  func readRules(_ settings: Settings, mustPass: Bool = true) throws -> RuleSet {
    try readRules(in: try rulesFolder(settings), settings, mustPass: mustPass)
  }

  /// The compiled rules of a folder, as `readRules(_:mustPass:)`.
  func readRules(in folder: String, _ settings: Settings, mustPass: Bool) throws -> RuleSet {
    do throws(RuleRefusal) {
      return try RuleSet.accepted(
        folder: folder, organisation: settings.organisation, isTested: mustPass)
    } catch {
      for mistake in error.mistakes { Console.complain(mistake.description) }
      for failure in error.failures { Console.complain(failure.description) }
      Console.complain(RulesView.refusal(error) + "; nothing was done")
      throw ExitCode.failure
    }
  }

  /// A tag as rule files name it; a bare name is a failure type's. A usage error for unknown ones.
  func tagName(_ name: String, _ taxonomy: Taxonomy) throws -> String {
    let known = taxonomy.tagNames
    if known.contains(name) { return name }
    if known.contains("failure:" + name) { return "failure:" + name }
    let types = known + taxonomy.failures.map(\.id)
    throw ValidationError("unknown tag '\(name)'\(hint(for: name, among: types))")
  }

  /// The types of the rules; nil where there are none that can be read.
  func taxonomy(_ settings: Settings) -> Taxonomy? {
    foundRulesFolder(settings).flatMap(Taxonomy.init)
  }

  /// What types are called; ids where there are no rules.
  func catalogue(_ settings: Settings) -> Catalogue {
    foundRulesFolder(settings).map(Taxonomy.catalogue) ?? Catalogue()
  }

  /// The folder of rules: the option's, the settings', `./Rules`, or the one beside the program.
  func rulesFolder(_ settings: Settings) throws -> String {
    if let folder = foundRulesFolder(settings) { return folder }
    Console.complain("no rules found; name their folder with --rules or 'rules:' in the settings")
    throw ExitCode(69)
  }

  /// The folder of rules that a run would read; nil where none is found.
  func foundRulesFolder(_ settings: Settings) -> String? {
    if let folder = rules ?? settings.rules { return folder }
    if FileManager.default.fileExists(atPath: "Rules/taxonomy.yml") { return "Rules" }
    var folder = URL(fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0])
      .resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/" {
      for name in ["Rules", "share/forestall/Rules"] {
        let candidate = folder.appendingPathComponent(name).path
        if FileManager.default.fileExists(atPath: candidate + "/taxonomy.yml") { return candidate }
      }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }

  /// The store of the settings, made where it is missing.
  func openStore(_ settings: Settings) throws -> ComplaintStore {
    guard let folder = settings.state else {
      Console.complain("no store: name its folder with 'state:' in forestall.yml (--settings FILE)")
      throw ExitCode(64)
    }
    return try ComplaintStore(folder: folder)
  }

  /// The store of the settings for readers, who make none.
  func existingStore(_ settings: Settings) throws -> ComplaintStore {
    if let folder = settings.state,
      !FileManager.default.fileExists(atPath: folder + "/forestall.sqlite")
    {
      Console.complain("\(folder): no store there yet; 'forestall run' makes it")
      throw ExitCode.failure
    }
    return try openStore(settings)
  }

  /// The store of the settings where there is one.
  func storeIfAny(_ settings: Settings) throws -> ComplaintStore? {
    guard let folder = settings.state,
      FileManager.default.fileExists(atPath: folder + "/forestall.sqlite")
    else { return nil }
    return try ComplaintStore(folder: folder)
  }

  private func stop(on diagnostics: [Diagnostic], saying last: String) throws {
    guard !diagnostics.isEmpty else { return }
    for diagnostic in diagnostics { Console.complain(diagnostic.description) }
    Console.complain(last)
    throw ExitCode(64)
  }
}
