package import Complaints

/// Takes values out of YAML and collects every mistake instead of stopping at the first.
package struct YAMLReader {
  /// The file's path as given.
  package let file: String
  /// What was wrong so far.
  package var diagnostics: [Diagnostic] = []

  /// A reader for one file.
  package init(file: String) {
    self.file = file
  }

  /// Enters a mistake.
  package mutating func report(
    _ code: String, _ message: String, at place: YAMLValue.Place, offset: Int = 0,
    severity: Diagnostic.Severity = .error
  ) {
    let quote = place.isQuoted && offset > 0 ? 1 : 0
    diagnostics.append(
      Diagnostic(
        file: file, line: place.line, column: place.column + quote + offset, severity: severity,
        code: code, message: message))
  }

  /// The entries of a mapping; a mistake and no entries for anything else.
  package mutating func entries(
    _ value: YAMLValue, of what: String, allowed: [String]?
  ) -> [String: YAMLValue] {
    guard case .map(let entries, _) = value else {
      report("R004", "\(what) must be a mapping", at: value.place)
      return [:]
    }
    var result: [String: YAMLValue] = [:]
    for entry in entries {
      if let allowed, !allowed.contains(entry.key) {
        let hint =
          nearest(to: entry.key, among: allowed).map { "; did you mean '\($0)'?" }
          ?? "; known keys: \(allowed.joined(separator: ", "))"
        report("R002", "unknown key '\(entry.key)' in \(what)\(hint)", at: entry.place)
      } else {
        result[entry.key] = entry.value
      }
    }
    return result
  }

  /// The text of a scalar; a mistake and nil for anything else.
  package mutating func text(
    _ value: YAMLValue, of what: @autoclosure () -> String
  ) -> String? {
    if case .text(let text, _) = value { return text }
    report("R004", "\(what()) must be text", at: value.place)
    return nil
  }

  /// The items of a list; a single scalar counts as a list of one.
  package mutating func list(
    _ value: YAMLValue?, of what: @autoclosure () -> String
  ) -> [YAMLValue] {
    switch value {
    case nil: return []
    case .list(let items, _): return items
    case .text: return value.map { [$0] } ?? []
    case .map(_, let place):
      report("R004", "\(what()) must be a list", at: place)
      return []
    }
  }

  /// The texts of a list of scalars.
  package mutating func texts(_ value: YAMLValue?, of what: String) -> [String] {
    list(value, of: what).compactMap { text($0, of: what) }
  }

  /// One of some words; a mistake with the nearest right one for anything else.
  package mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: YAMLValue?, of what: String, as type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let value, let text = text(value, of: what) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    reportUnknown(what, text, among: names, at: value.place)
    return nil
  }

  /// Enters a value that is none of the known ones, with the nearest of them or else all.
  mutating func reportUnknown(
    _ what: String, _ text: String, among known: [String], at place: YAMLValue.Place
  ) {
    let all = known.isEmpty ? "" : "; one of \(known.joined(separator: ", "))"
    let hint = nearest(to: text, among: known).map { "; did you mean '\($0)'?" } ?? all
    report("R012", "unknown \(what) '\(text)'\(hint)", at: place)
  }
}
