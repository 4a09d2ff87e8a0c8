public import Complaints

/// What every rule finds in some texts.
public struct FrequencyReport: Sendable {
  /// The rules.
  public var ruleSet: Fingerprint
  /// Texts read.
  public var textCount: Int
  /// Texts that are not read for failures: another language, staff, bulk mail.
  public var unreadCount: Int
  /// Texts read that are labelled.
  public var labelledCount: Int
  /// In the order of their ids.
  public var rules: [RuleFrequency]
  /// Pairs of rules of one tag whose evidence overlaps, the most frequent first.
  public var overlaps: [RuleOverlap]

  /// What a list of rules can be sorted by.
  public enum Order: String, Sendable, CaseIterable {
    /// Most texts first.
    case texts
    /// Most texts that no other rule finds first.
    case unique
    /// Least precise first; those without labelled texts last.
    case precision
    /// Most often cancelled by a guard first.
    case guarded
    case rule
  }

  /// Keeps the rules, and the pairs with one of them, whose id or tag contains some words.
  public mutating func keep(only selection: String) {
    rules.removeAll { !$0.rule.contains(selection) && !"\($0.tag)".contains(selection) }
    let kept = Set(rules.map(\.rule))
    overlaps.removeAll { !kept.contains($0.rules.first) && !kept.contains($0.rules.second) }
  }

  /// Sorts the rules; equal ones by their texts, then by their ids.
  public mutating func sort(by order: Order) {
    func key(_ rule: RuleFrequency) -> Double {
      switch order {
      case .texts: -Double(rule.textCount)
      case .unique: -Double(rule.uniqueTextCount)
      case .precision: rule.precision ?? 2
      case .guarded: -(rule.guardedShare ?? -1)
      case .rule: 0
      }
    }
    rules.sort { left, right in
      let (one, other) = (key(left), key(right))
      if one != other { return one < other }
      if order != .rule, left.textCount != right.textCount {
        return left.textCount > right.textCount
      }
      return left.rule < right.rule
    }
  }
}
