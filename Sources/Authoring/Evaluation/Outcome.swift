import Complaints

/// What the rules got right and wrong on one text, small enough to be added up 1,000 times.
struct Outcome: Sendable {
  /// A tag that was given or labelled.
  struct Mark: Sendable {
    var slot: Int
    var isGiven: Bool
    var isLabelled: Bool
    /// Whether given and labelled evidence overlap; nil without either.
    var isOverlapping: Bool?
  }

  var isLabelledComplaint: Bool
  /// Nil when the text was not scored.
  var isGivenComplaint: Bool?
  var isFailureGiven: Bool
  var marks: [Mark] = []
  /// Failures given and labelled whose place is labelled.
  var placeCount = 0
  /// Those of them given at the labelled place.
  var rightPlaceCount = 0
  /// Promises given and labelled, where promises are labelled.
  var promises = TagCounts()
  /// Right promises with the labelled outcome.
  var rightOutcomeCount = 0
  /// Whether the words that say when it happened are the labelled ones; nil without that label.
  var isTimeRight: Bool?

  /// An outcome without evidence and places.
  init(
    isLabelledComplaint: Bool, isGivenComplaint: Bool, marks: [Mark], _ slots: TagSlots
  ) {
    self.isLabelledComplaint = isLabelledComplaint
    self.isGivenComplaint = isGivenComplaint
    isFailureGiven = marks.contains { $0.isGiven && slots.failures.contains($0.slot) }
    self.marks = marks
  }

  init(
    _ verdict: Verdict, on text: LabelledText, places: LabelledPlaces?, slots: TagSlots
  ) {
    isLabelledComplaint = text.isComplaint
    isGivenComplaint = verdict.isComplaint
    isFailureGiven = !verdict.failures.isEmpty
    let labelled = slots.labelled(text)
    let given = slots.given(verdict)
    for slot in Set(labelled.keys).union(given.keys).sorted() {
      var mark = Mark(slot: slot, isGiven: given[slot] != nil, isLabelled: labelled[slot] != nil)
      if let evidence = given[slot], let quotes = labelled[slot], !quotes.isEmpty {
        let ranges = quotes.flatMap { occurrences(of: $0, in: text.text) }
        mark.isOverlapping = evidence.contains { item in
          ranges.contains { $0.overlaps(item.range) }
        }
      }
      marks.append(mark)
    }
    if let places { judge(verdict, on: text, places) }
  }

  private mutating func judge(
    _ verdict: Verdict, on text: LabelledText, _ places: LabelledPlaces
  ) {
    for failure in verdict.failures where text.failures[failure.type] != nil {
      guard let place = places.touchpoints[failure.type] else { continue }
      placeCount += 1
      if place == failure.touchpoint { rightPlaceCount += 1 }
    }
    if let labelled = places.promises { judge(verdict.promises, against: labelled, in: text.text) }
    if let happened = places.happened, text.isComplaint, verdict.isComplaint == true {
      isTimeRight = happened.agrees(with: verdict.happened?.words)
    }
  }

  /// Each labelled promise is met by the first given one on its words that met no other.
  private mutating func judge(
    _ given: [Promise], against labelled: [LabelledPlaces.Promise], in text: String
  ) {
    var free = given
    for promise in labelled {
      let ranges = occurrences(of: promise.evidence, in: text)
      let place = free.firstIndex { promise in
        promise.evidence.contains { item in ranges.contains { $0.overlaps(item.range) } }
      }
      guard let place else {
        promises.falseNegatives += 1
        continue
      }
      promises.truePositives += 1
      if free[place].outcome == promise.outcome { rightOutcomeCount += 1 }
      free.remove(at: place)
    }
    promises.falsePositives += free.count
  }
}
