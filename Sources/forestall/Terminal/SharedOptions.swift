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

  /// The compiled rules; an error with every mistake where they are wrong.
  func readRules(_ settings: Settings) throws -> RuleSet {
    let folder = try rulesFolder(settings)
    let (ruleSet, diagnostics) = RuleSet.load(folder: folder, organisation: settings.organisation)
    try stop(
      on: diagnostics.filter { $0.severity == .error },
      saying: "the rules have mistakes; nothing was done")
    guard let ruleSet else { throw ExitCode.failure }
    return ruleSet
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

  private func foundRulesFolder(_ settings: Settings) -> String? {
    if let folder = rules ?? settings.rules { return folder }
    if FileManager.default.fileExists(atPath: "Rules/taxonomy.yml") { return "Rules" }
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("Rules/taxonomy.yml")
      if FileManager.default.fileExists(atPath: candidate.path) {
        return candidate.deletingLastPathComponent().path
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

  private func stop(on diagnostics: [Diagnostic], saying last: String) throws {
    guard !diagnostics.isEmpty else { return }
    for diagnostic in diagnostics { Console.complain(diagnostic.description) }
    Console.complain(last)
    throw ExitCode(64)
  }
}
