/// From which score a tag is given, by slot.
enum Thresholds {
  /// Where nothing is fitted.
  static let usual = 0.5
  private static let candidates = (2...18).map { Double($0) / 20 }

  /// The thresholds with the best F1 of each slot.
  ///
  /// Each is chosen as though `priorTags` more labelled texts scored 0.5 and as many unlabelled
  /// ones a hair less, so that few cases do not move it.
  static func best(for texts: [ScoredText], _ slots: TagSlots, priorTags: Int) -> [Double] {
    var tags = [[ScoredText.Tag]](repeating: [], count: slots.names.count)
    for text in texts {
      for var tag in text.tags {
        if !text.passesGate, slots.failures.contains(tag.slot) { tag.score = 0 }
        tags[tag.slot].append(tag)
      }
    }
    return tags.map { tags in
      tags.isEmpty ? usual : best { f1(tags, $0, priorTags) }
    }
  }

  private static func f1(_ tags: [ScoredText.Tag], _ threshold: Double, _ prior: Int) -> Double {
    var counts = TagCounts()
    for tag in tags {
      switch (tag.score >= threshold - 1e-9, tag.isLabelled) {
      case (true, true): counts.truePositives += 1
      case (true, false): counts.falsePositives += 1
      case (false, true): counts.falseNegatives += 1
      case (false, false): break
      }
    }
    if threshold <= usual { counts.truePositives += prior } else { counts.falseNegatives += prior }
    if threshold < usual { counts.falsePositives += prior }
    return counts.f1 ?? 0
  }

  /// The best candidate; among equals the one nearest to 0.5.
  private static func best(_ value: (Double) -> Double) -> Double {
    let order = candidates.sorted { (abs($0 - usual), $0) < (abs($1 - usual), $1) }
    var best = (threshold: usual, value: value(usual))
    for threshold in order {
      let found = value(threshold)
      if found > best.value + 1e-12 { best = (threshold, found) }
    }
    return best.threshold
  }
}
