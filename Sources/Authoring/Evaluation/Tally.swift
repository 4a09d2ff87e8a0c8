/// Outcomes added up.
struct Tally: Sendable {
  /// By slot.
  private(set) var tags: [TagCounts]
  /// Is it a complaint at all.
  private(set) var complaint = TagCounts()
  private(set) var textCount = 0
  private(set) var unscoredCount = 0
  /// Texts that are labelled complaints exactly when they are given as ones.
  private(set) var agreedCount = 0
  /// Texts labelled no complaint.
  private(set) var peacefulCount = 0
  /// Those of them with a failure tag.
  private(set) var falseAlarmCount = 0
  private(set) var placeCount = 0
  private(set) var rightPlaceCount = 0
  /// Promises given and labelled.
  private(set) var promises = TagCounts()
  private(set) var rightOutcomeCount = 0
  private(set) var timeCount = 0
  private(set) var rightTimeCount = 0

  init(slotCount: Int) {
    tags = Array(repeating: TagCounts(), count: slotCount)
  }

  mutating func add(_ outcome: Outcome) {
    textCount += 1
    let isGiven = outcome.isGivenComplaint ?? false
    if outcome.isGivenComplaint == nil { unscoredCount += 1 }
    switch (isGiven, outcome.isLabelledComplaint) {
    case (true, true): complaint.truePositives += 1
    case (true, false): complaint.falsePositives += 1
    case (false, true): complaint.falseNegatives += 1
    case (false, false): break
    }
    if isGiven == outcome.isLabelledComplaint { agreedCount += 1 }
    if !outcome.isLabelledComplaint {
      peacefulCount += 1
      if outcome.isFailureGiven { falseAlarmCount += 1 }
    }
    for mark in outcome.marks {
      if mark.isGiven, mark.isLabelled {
        tags[mark.slot].truePositives += 1
        if let isOverlapping = mark.isOverlapping {
          tags[mark.slot].evidenced += 1
          if isOverlapping { tags[mark.slot].overlapping += 1 }
        }
      } else if mark.isGiven {
        tags[mark.slot].falsePositives += 1
      } else {
        tags[mark.slot].falseNegatives += 1
      }
    }
    placeCount += outcome.placeCount
    rightPlaceCount += outcome.rightPlaceCount
    promises += outcome.promises
    rightOutcomeCount += outcome.rightOutcomeCount
    if let isTimeRight = outcome.isTimeRight {
      timeCount += 1
      if isTimeRight { rightTimeCount += 1 }
    }
  }

  /// The counts of several slots together.
  func sum(_ slots: Range<Int>) -> TagCounts {
    tags[slots].reduce(into: TagCounts()) { $0 += $1 }
  }
}
