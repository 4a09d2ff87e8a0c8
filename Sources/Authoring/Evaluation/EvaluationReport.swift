public import Complaints
public import Statistics

/// How well the rules agree with labelled texts.
public struct EvaluationReport: Sendable, Equatable {
  /// A measured value with what chance alone may change.
  public struct Estimate: Sendable, Equatable {
    /// 0...1.
    public var value: Double
    /// 95 %, by drawing the texts again.
    public var interval: Interval
    /// What the value is a share of: texts, tags given or tags labelled; types for a macro value.
    public var count: Int
  }

  /// The counts of one type.
  public struct TypeCounts: Sendable, Equatable {
    /// The type's id in the taxonomy.
    public var type: String
    /// How often it was given and labelled.
    public var counts: TagCounts
  }

  /// All that is known of a set of texts.
  public struct Figures: Sendable, Equatable {
    /// Texts.
    public var textCount: Int
    /// Texts labelled complaints.
    public var complaintCount: Int
    /// Texts that were not scored; they count as given no tag.
    public var unscoredCount: Int
    /// Complaint or not.
    public var complaint: TagCounts
    /// By failure type, in the order of the taxonomy.
    public var failures: [TypeCounts]
    /// By cause, in the order of the taxonomy.
    public var causes: [TypeCounts]
    /// By effect, in the order of the taxonomy.
    public var effects: [TypeCounts]
    /// Credit for good service; labels carry no evidence for it.
    public var praise: TagCounts
    /// The headline figures; without those that would be a share of nothing.
    public var estimates: [Measure: Estimate]
  }

  /// The texts that share a value of the key.
  public struct Group: Sendable, Equatable {
    /// The value; nil for texts without one.
    public var name: String?
    /// The figures of these texts alone.
    public var figures: Figures
  }

  /// The rules that were judged.
  public var ruleSet: Fingerprint
  /// The figures of all texts.
  public var all: Figures
  /// With which types failure types were confused; those that never were are left out.
  public var neighbours: [Neighbours]
  /// What `groups` are grouped by.
  public var key: Evaluation.Key?
  /// By name, the texts without one last; empty without a key.
  public var groups: [Group]
  /// How other rules do on the same texts.
  public var comparison: Comparison?
}
