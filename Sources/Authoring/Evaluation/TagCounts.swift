/// How often a tag was given and labelled.
public struct TagCounts: Sendable, Equatable {
  /// Given and labelled.
  public var truePositives = 0
  /// Given and not labelled.
  public var falsePositives = 0
  /// Labelled and not given.
  public var falseNegatives = 0
  /// True positives whose label has evidence.
  public var evidenced = 0
  /// True positives of which a piece of evidence overlaps labelled evidence.
  public var overlapping = 0

  /// No tags.
  public init() {}

  /// Labelled.
  public var support: Int { truePositives + falseNegatives }

  /// The share of given tags that are labelled; nil when none was given.
  public var precision: Double? { share(truePositives, of: truePositives + falsePositives) }

  /// The share of labelled tags that were given; nil when none is labelled.
  public var recall: Double? { share(truePositives, of: support) }

  /// The harmonic mean of precision and recall; nil when none was given and none is labelled.
  public var f1: Double? {
    share(2 * truePositives, of: 2 * truePositives + falsePositives + falseNegatives)
  }

  /// The share of true positives that point at the words a person pointed at.
  public var evidenceOverlap: Double? { share(overlapping, of: evidenced) }

  /// Adds all counts.
  static func += (left: inout TagCounts, right: TagCounts) {
    left.truePositives += right.truePositives
    left.falsePositives += right.falsePositives
    left.falseNegatives += right.falseNegatives
    left.evidenced += right.evidenced
    left.overlapping += right.overlapping
  }
}

/// A part of a whole; nil when there is no whole.
func share(_ part: Int, of whole: Int) -> Double? {
  whole > 0 ? Double(part) / Double(whole) : nil
}
