public import Complaints

extension RuleSet {
  /// Reads and compiles the rules of a folder.
  ///
  /// - Parameters:
  ///   - isReviewed: warns of patterns that can do nothing too, which takes longer than loading.
  ///   - replacements: texts to read instead of files, by their name in the folder; a name that
  ///     is not there adds a file.
  /// - Returns: no rule set when there are errors; all diagnostics, in file order, at once.
  public static func load(
    folder path: String, organisation: Organisation = Organisation(), isReviewed: Bool = false,
    replacing replacements: [String: String] = [:]
  ) -> (ruleSet: RuleSet?, diagnostics: [Diagnostic]) {
    compiled(
      RuleFolder(path: path, replacing: replacements), organisation: organisation,
      isReviewed: isReviewed)
  }

  /// The rule files of a folder, as paths relative to it, in order.
  public static func fileNames(in folder: String) -> [String] { RuleFolder.fileNames(in: folder) }

  /// Compiles the rules of a folder and gathers what is wrong with them.
  static func compiled(
    _ folder: RuleFolder, organisation: Organisation = Organisation(), isReviewed: Bool = false
  ) -> (ruleSet: RuleSet?, diagnostics: [Diagnostic]) {
    var diagnostics = folder.diagnostics
    let ruleSet = RuleSet(
      folder, organisation: organisation, isReviewed: isReviewed, diagnostics: &diagnostics)
    diagnostics.sort {
      ($0.file, $0.line, $0.column, $0.code) < ($1.file, $1.line, $1.column, $1.code)
    }
    let hasErrors = diagnostics.contains { $0.severity == .error }
    return (hasErrors ? nil : ruleSet, diagnostics)
  }
}
