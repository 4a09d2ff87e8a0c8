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

  init(
    _ verdict: Verdict, on text: LabelledText, places: [String: String], slots: TagSlots
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
    for failure in verdict.failures where text.failures[failure.type] != nil {
      guard let place = places[failure.type] else { continue }
      placeCount += 1
      if place == failure.touchpoint { rightPlaceCount += 1 }
    }
  }
}
