import Complaints

extension RuleCompiler {
  /// Word lists that no pattern uses: false where a rule that uses one could not be read.
  var advice: [Diagnostic] {
    unusedLexicons().map { name, lexicon in
      Diagnostic(
        file: lexicon.file, line: lexicon.place.line, column: lexicon.place.column,
        severity: .warning, code: "R018", message: "no pattern uses word list '\(name)'")
    }
  }
}

extension RuleFolder {
  /// Failure types that no live rule gives: false where one could not be read.
  var advice: [Diagnostic] {
    let given = Set(rules.filter { $0.status == .live }.map(\.tag))
    return taxonomy.failures.filter { !given.contains(.failure($0.id)) }.map {
      Diagnostic(
        file: path + "/taxonomy.yml", line: 0, column: 0, severity: .warning, code: "R025",
        message: "no live rule gives failure type '\($0.id)'")
    }
  }
}
