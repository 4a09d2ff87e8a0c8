import Complaints
import Privacy

extension ComplaintRecord {
  /// The columns of the CSV export.
  static let header = [
    "id", "row", "received", "happened", "source", "channel", "part", "person", "language",
    "score", "case", "contacts", "duplicateOf", "reviewed", "failures", "causes", "effects",
    "praise", "evidence", "redactions", "title", "text",
  ]

  /// The cells of `header`; failures of other companies stand in brackets.
  var cells: [String] {
    let failures = verdict.failures.map { failure in
      let problem = "\(failure.type)/\(failure.touchpoint)"
      return failure.about == .other ? "(\(problem))" : problem
    }
    let evidence = verdict.failures.flatMap { failure in
      failure.evidence.map { "\(failure.type): \($0.text)" }
    }
    return [
      verbatim.id.description, verbatim.row ?? "", verbatim.received?.description ?? "",
      verdict.happened?.day?.description ?? "", source, verbatim.channel.rawValue,
      verbatim.part.rawValue, verbatim.person ?? "", verbatim.language,
      verbatim.score.map { "\($0)" } ?? "", filing?.caseID?.description ?? "",
      filing?.contactCount.map(String.init) ?? "", filing?.duplicateOf?.description ?? "",
      isReviewed ? "true" : "false", failures.joined(separator: " "),
      verdict.causes.map(\.type).joined(separator: " "),
      verdict.effects.map(\.type).joined(separator: " "),
      verdict.praise.isEmpty ? "false" : "true",
      evidence.joined(separator: "\n"),
      (redactions ?? []).map { "\($0.kind.rawValue) \($0.count)" }.joined(separator: "; "),
      verbatim.title ?? "", verbatim.text,
    ]
  }
}
