import Classify
import Complaints

/// With which types one type is confused, by the words that were taken for evidence.
public struct Neighbours: Sendable, Equatable {
  /// What stood in another's place, and how often.
  public struct Count: Sendable, Equatable {
    /// A type's id.
    public var type: String
    /// Texts.
    public var count: Int
  }

  /// The type.
  public var type: String
  /// Texts in which it was wrongly given.
  public var falseCount: Int
  /// What is labelled on words that its wrong evidence overlaps, the most frequent first.
  public var labelledInstead: [Count]
  /// Wrongly given texts in which no label stands on those words.
  public var unlabelledCount: Int
  /// Wrongly given texts that are labelled no complaint.
  public var peacefulCount: Int
  /// Texts in which it is labelled and was missed.
  public var missedCount: Int
  /// What was given on the labelled words instead, the most frequent first.
  public var givenInstead: [Count]
  /// Missed texts in which nothing was given on those words.
  public var silentCount: Int
}

/// Gathers the neighbours of the failure types, text by text.
struct NeighbourCount {
  private let types: [String]
  private var labelled: [String: [String: Int]] = [:]
  private var given: [String: [String: Int]] = [:]
  private var found: [String: Neighbours] = [:]

  init(_ taxonomy: Taxonomy) {
    types = taxonomy.failures.map(\.id)
    for type in types {
      found[type] = Neighbours(
        type: type, falseCount: 0, labelledInstead: [], unlabelledCount: 0, peacefulCount: 0,
        missedCount: 0, givenInstead: [], silentCount: 0)
    }
  }

  mutating func add(_ verdict: Verdict, on text: LabelledText) {
    let labels = text.failures.mapValues { $0.flatMap { occurrences(of: $0, in: text.text) } }
    let evidence = Dictionary(
      verdict.failures.map { ($0.type, $0.evidence.map(\.range)) }, uniquingKeysWith: +)
    for (type, ranges) in evidence where labels[type] == nil {
      let others = NeighbourCount.types(of: labels, touching: ranges)
      found[type]?.falseCount += 1
      if !text.isComplaint {
        found[type]?.peacefulCount += 1
      } else if others.isEmpty {
        found[type]?.unlabelledCount += 1
      }
      for other in others { labelled[type, default: [:]][other, default: 0] += 1 }
    }
    for (type, ranges) in labels where evidence[type] == nil {
      let others = NeighbourCount.types(of: evidence, touching: ranges)
      found[type]?.missedCount += 1
      if others.isEmpty { found[type]?.silentCount += 1 }
      for other in others { given[type, default: [:]][other, default: 0] += 1 }
    }
  }

  /// Of every type that was confused, in the order of the taxonomy.
  var neighbours: [Neighbours] {
    types.compactMap { type in
      guard var own = found[type], own.falseCount + own.missedCount > 0 else { return nil }
      own.labelledInstead = NeighbourCount.sorted(labelled[type] ?? [:])
      own.givenInstead = NeighbourCount.sorted(given[type] ?? [:])
      return own
    }
  }

  private static func types(
    of ranges: [String: [Range<Int>]], touching wanted: [Range<Int>]
  ) -> [String] {
    ranges.compactMap { type, own in
      own.contains { range in wanted.contains { $0.overlaps(range) } } ? type : nil
    }
  }

  private static func sorted(_ counts: [String: Int]) -> [Neighbours.Count] {
    counts.map { Neighbours.Count(type: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.type) < ($0.count, $1.type) }
  }
}
