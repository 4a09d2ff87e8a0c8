import Statistics

extension EvaluationReport {
  /// The report for people: lines of at most 100 letters, with a line feed at the end.
  public var table: String {
    var lines = [
      "\(all.textCount) labelled texts, \(all.complaintCount) of them complaints",
      "rule set \(ruleSet)",
    ]
    if all.unscoredCount > 0 {
      lines.append("\(all.unscoredCount) texts were not scored and count as given no tag")
    }
    lines.append("")
    lines += headline
    for (title, types) in [
      ("failure", all.failures), ("cause", all.causes), ("effect", all.effects),
    ] {
      lines.append("")
      lines += EvaluationReport.types(title, types)
    }
    var other = EvaluationReport.typeTable("other")
    other.add(EvaluationReport.row("praise", all.praise))
    other.add(EvaluationReport.row("is a complaint", all.complaint))
    lines.append("")
    lines += other.lines
    if !neighbours.isEmpty { lines.append("") }
    lines += Neighbours.lines(neighbours)
    if let key {
      lines.append("")
      lines += groupRows(key)
    }
    if let comparison {
      lines.append("")
      lines += comparison.lines
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var headline: [String] {
    var table = TextTable([("", 42), ("value", 5), ("95 % interval", 13), ("of", 6)])
    var lines = table.lines
    for measure in Measure.allCases {
      guard let estimate = all.estimates[measure] else { continue }
      table.add([
        measure.title, TextTable.decimal(estimate.value),
        EvaluationReport.ends(estimate.interval), String(estimate.count),
      ])
      if let line = table.lines.last { lines.append(line + " " + measure.unit) }
    }
    return lines
  }

  private static func typeTable(_ title: String) -> TextTable {
    TextTable([
      (title, 18), ("labelled", 8), ("right", 5), ("false", 5), ("missed", 6), ("precision", 9),
      ("recall", 6), ("F1", 5), ("evidence", 8),
    ])
  }

  private static func row(_ title: String, _ counts: TagCounts) -> [String] {
    [
      title, String(counts.support), String(counts.truePositives), String(counts.falsePositives),
      String(counts.falseNegatives), TextTable.decimal(counts.precision),
      TextTable.decimal(counts.recall), TextTable.decimal(counts.f1),
      TextTable.decimal(counts.evidenceOverlap),
    ]
  }

  private static func types(_ title: String, _ types: [TypeCounts]) -> [String] {
    var table = typeTable(title)
    for type in types { table.add(row(type.type, type.counts)) }
    table.add(row("all", types.reduce(into: TagCounts()) { $0 += $1.counts }))
    return table.lines
  }

  private func groupRows(_ key: Evaluation.Key) -> [String] {
    var table = TextTable([
      (key.rawValue, 18), ("texts", 5), ("complaint", 9), ("precision", 9), ("recall", 6),
      ("micro-F1", 8), ("95 % interval", 13), ("macro-F1", 8), ("evidence", 8),
    ])
    for group in groups {
      let estimates = group.figures.estimates
      func value(_ measure: Measure) -> String { TextTable.decimal(estimates[measure]?.value) }
      table.add([
        group.name ?? "(none)", String(group.figures.textCount), value(.isComplaintAccuracy),
        value(.failurePrecision), value(.failureRecall), value(.failureMicroF1),
        estimates[.failureMicroF1].map { EvaluationReport.ends($0.interval) } ?? "–",
        value(.failureMacroF1), value(.evidenceOverlap),
      ])
    }
    return table.lines
  }

  private static func ends(_ interval: Interval) -> String {
    TextTable.decimal(interval.low) + " – " + TextTable.decimal(interval.high)
  }
}

extension Measure {
  /// What the figure says, for people.
  var title: String {
    switch self {
    case .isComplaintAccuracy: "complaint or not: right"
    case .falseAlarmShare: "no complaint, yet given a failure tag"
    case .failurePrecision: "failures: precision"
    case .failureRecall: "failures: recall"
    case .failureMicroF1: "failures: micro-F1"
    case .failureMacroF1: "failures: macro-F1"
    case .evidenceOverlap: "failures: evidence overlaps the label's"
    case .causeMicroF1: "causes: micro-F1"
    case .effectMicroF1: "effects: micro-F1"
    case .praiseF1: "praise: F1"
    case .touchpointAccuracy: "failures: touchpoint right"
    case .promiseF1: "promises: F1"
    case .promiseOutcomeAccuracy: "promises: outcome right"
    case .happenedAccuracy: "when it happened, or never said: right"
    }
  }

  /// What the count counts.
  fileprivate var unit: String {
    switch self {
    case .isComplaintAccuracy: "texts"
    case .falseAlarmShare: "texts without complaint"
    case .failurePrecision: "tags given"
    case .failureRecall, .failureMicroF1, .causeMicroF1, .effectMicroF1: "tags labelled"
    case .failureMacroF1: "types with \(Evaluation.smallestSupport) cases or more"
    case .evidenceOverlap: "right tags"
    case .praiseF1: "texts with praise"
    case .touchpointAccuracy: "right tags with a place"
    case .promiseF1: "promises labelled"
    case .promiseOutcomeAccuracy: "right promises"
    case .happenedAccuracy: "complaints with this label"
    }
  }
}
