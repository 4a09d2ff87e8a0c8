import Complaints

extension RuleFolder {
  /// Reports what names something that is not there, and what is defined twice.
  mutating func checkReferences() {
    var seen: [String: Int] = [:]
    for (index, rule) in rules.enumerated() {
      if let other = seen.updateValue(index, forKey: rule.id).map({ rules[$0] }) {
        diagnostics.append(
          Diagnostic(
            file: rule.file, line: rule.place.line, column: rule.place.column, code: "R006",
            message: "rule '\(rule.id)' is already defined in \(other.file):\(other.line)"))
      }
    }
    let names = Set(rules.map(\.id)).union(taxonomy.tagNames)
    let guardNames = Set(guards.map(\.name.rawValue))
    for rule in rules {
      for name in (rule.needs?.all ?? []) + (rule.needs?.any ?? []) where !names.contains(name) {
        let hint = nearest(to: name, among: names.sorted()).map { "; did you mean '\($0)'?" } ?? ""
        report(
          "R014", "rule '\(rule.id)' needs '\(name)', which is no rule and no tag\(hint)",
          rule.file, rule.needs?.place ?? rule.place)
      }
      for name in rule.guards ?? [] where !guardNames.contains(name) {
        let hint =
          nearest(to: name, among: guardNames.sorted()).map { "; did you mean '\($0)'?" } ?? ""
        report(
          "R013", "unknown guard '\(name)' in rule '\(rule.id)'\(hint)", rule.file,
          rule.guardsPlace ?? rule.place)
      }
    }
    for name in weights.probabilities.keys.sorted() where seen[name] == nil {
      report(
        "R014", "weight of '\(name)', which is no rule", weights.file, weights.places[name],
        severity: .warning)
    }
    checkThresholds()
  }

  private mutating func checkThresholds() {
    let tags = taxonomy.tagNames
    for name in weights.thresholds.keys.sorted() where name != Weights.failures {
      let message: String
      var mend: String?
      if let tag = taxonomy.tag(name) {
        if tag.hasThreshold { continue }
        message = "'\(name)' has no threshold: it is given wherever there is evidence"
        mend = "remove this line"
      } else {
        let near =
          tags.contains("failure:" + name) ? "failure:" + name : nearest(to: name, among: tags)
        let hint = near.map { "; did you mean '\($0)'?" } ?? ""
        message = "threshold of unknown tag '\(name)'\(hint)"
      }
      report("R005", message, weights.file, weights.places[name], mend: mend)
    }
  }

  private mutating func report(
    _ code: String, _ message: String, _ file: String, _ place: YAMLValue.Place?,
    severity: Diagnostic.Severity = .error, mend: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        file: file, line: place?.line ?? 0, column: place?.column ?? 0, severity: severity,
        code: code, message: message, mend: mend))
  }
}
