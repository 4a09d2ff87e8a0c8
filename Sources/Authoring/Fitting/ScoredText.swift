import Classify

/// A labelled text with the scores of its tags, before thresholds.
struct ScoredText: Sendable {
  var isComplaint: Bool
  var passesGate: Bool
  /// Every slot that has a score or a label.
  var tags: [Tag]

  struct Tag: Sendable {
    var slot: Int
    /// 0 without evidence.
    var score: Double
    var isLabelled: Bool
  }

  init(_ text: FitText, _ probabilities: [Double]) {
    isComplaint = text.isComplaint
    passesGate = text.passesGate
    tags = text.evidence.map { slot, found in
      Tag(
        slot: slot, score: found.score { probabilities[$0] },
        isLabelled: text.labels.contains(slot))
    }
    for slot in text.labels.subtracting(tags.map(\.slot)).sorted() {
      tags.append(Tag(slot: slot, score: 0, isLabelled: true))
    }
  }

  /// What a reader with these thresholds, by slot, makes of the text.
  func outcome(_ thresholds: [Double], _ slots: TagSlots) -> Outcome {
    var marks: [Outcome.Mark] = []
    for tag in tags {
      let isOpen = passesGate || !slots.failures.contains(tag.slot)
      let isTagged = isOpen && tag.score > 0 && tag.score >= thresholds[tag.slot] - 1e-9
      if isTagged || tag.isLabelled {
        marks.append(
          Outcome.Mark(
            slot: tag.slot, isGiven: isTagged, isLabelled: tag.isLabelled, isOverlapping: nil))
      }
    }
    return Outcome(
      isLabelledComplaint: isComplaint, isGivenComplaint: passesGate, marks: marks, slots)
  }
}
