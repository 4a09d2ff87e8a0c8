public import Classify
public import Complaints
import Privacy

/// Counts what every rule that is not retired finds in texts, one text after another.
public struct FrequencyTally {
  private let ruleSet: RuleSet
  private var probe: RuleProbe
  private var frequencies: [RuleFrequency]
  private var matched: [Set<Int>]
  private var overlaps: [RulePair: Int] = [:]
  private var textCount = 0
  private var unreadCount = 0
  private var labelledCount = 0
  private let quoteLimit: Int
  private let kept: [String]

  private struct RulePair: Hashable {
    var first: Int
    var second: Int
  }

  /// A tally of no texts, which keeps the words of up to `quoteLimit` hits of each rule, without
  /// what identifies people; names of `organisations` stay.
  public init(ruleSet: RuleSet, quoteLimit: Int = 0, organisations: [String] = []) {
    self.ruleSet = ruleSet
    self.quoteLimit = quoteLimit
    kept = organisations
    probe = RuleProbe(ruleSet: ruleSet)
    frequencies = ruleSet.rules.map(RuleFrequency.init)
    matched = Array(repeating: [], count: ruleSet.rules.count)
  }

  /// Counts a text.
  public mutating func add(_ verbatim: Verbatim) { add(verbatim, labelled: nil) }

  /// Counts a labelled text, and how often rules are right about it.
  public mutating func add(_ text: LabelledText) { add(text.verbatim, labelled: text) }

  private mutating func add(_ verbatim: Verbatim, labelled label: LabelledText?) {
    guard let reading = probe.reading(of: verbatim) else {
      unreadCount += 1
      return
    }
    textCount += 1
    if label != nil { labelledCount += 1 }
    for (rule, patterns) in reading.patterns { matched[rule].formUnion(patterns) }
    var liveRules: [Rule.Tag: Set<Int>] = [:]
    var found: Set<Int> = []
    for find in reading.finds {
      if let reason = find.reason {
        frequencies[find.rule].stoppedCounts[reason, default: 0] += 1
        continue
      }
      frequencies[find.rule].hitCount += 1
      found.insert(find.rule)
      let rule = ruleSet.rules[find.rule]
      if rule.status == .live { liveRules[rule.tag, default: []].insert(find.rule) }
    }
    for rule in found {
      let tag = ruleSet.rules[rule].tag
      frequencies[rule].textCount += 1
      if liveRules[tag, default: []].subtracting([rule]).isEmpty {
        frequencies[rule].uniqueTextCount += 1
      }
      guard let isRight = label?.holds(tag) else { continue }
      frequencies[rule].labelledCount += 1
      if isRight { frequencies[rule].rightCount += 1 }
    }
    addOverlaps(reading.finds.filter { $0.reason == nil })
    addQuotes(reading.finds.filter { $0.reason == nil }, of: verbatim)
  }

  /// The first hit of each rule in a text, as long as there is room.
  private mutating func addQuotes(_ finds: [RuleProbe.Find], of verbatim: Verbatim) {
    let wanted = finds.filter { frequencies[$0.rule].quotes.count < quoteLimit }
    guard !wanted.isEmpty else { return }
    let quotes = Quotes(verbatim, redactor: Redactor(of: verbatim, keeping: kept))
    var quoted: Set<Int> = []
    for find in wanted where quoted.insert(find.rule).inserted {
      frequencies[find.rule].quotes.append(
        RuleFrequency.Example(
          source: verbatim.source.description, quote: quotes.quote(find.range)))
    }
  }

  /// Each pair of rules of one tag once a text.
  private mutating func addOverlaps(_ finds: [RuleProbe.Find]) {
    var pairs: Set<RulePair> = []
    var open: [RuleProbe.Find] = []
    for find in finds.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      open.removeAll { $0.range.upperBound <= find.range.lowerBound }
      let tag = ruleSet.rules[find.rule].tag
      for other in open where other.rule != find.rule && ruleSet.rules[other.rule].tag == tag {
        pairs.insert(
          RulePair(first: min(other.rule, find.rule), second: max(other.rule, find.rule)))
      }
      open.append(find)
    }
    for pair in pairs { overlaps[pair, default: 0] += 1 }
  }

  /// What was counted; retired rules are left out.
  public var report: FrequencyReport {
    var rules: [RuleFrequency] = []
    for (index, rule) in ruleSet.rules.enumerated() where rule.status != .retired {
      var frequency = frequencies[index]
      frequency.silentPatterns = rule.patterns.indices.filter { !matched[index].contains($0) }
        .map { rule.patterns[$0] }
      rules.append(frequency)
    }
    let pairs = overlaps.map { pair, count in
      RuleOverlap(
        rules: (ruleSet.rules[pair.first].id, ruleSet.rules[pair.second].id), textCount: count,
        smallerTextCount: min(
          frequencies[pair.first].textCount, frequencies[pair.second].textCount))
    }
    return FrequencyReport(
      ruleSet: ruleSet.fingerprint, textCount: textCount, unreadCount: unreadCount,
      labelledCount: labelledCount, rules: rules,
      overlaps: pairs.sorted {
        ($1.textCount, $1.share, $0.rules.first, $0.rules.second)
          < ($0.textCount, $0.share, $1.rules.first, $1.rules.second)
      })
  }
}

extension LabelledText {
  /// Whether the label has what a rule tags; nil for tags that labels do not know.
  func holds(_ tag: Rule.Tag) -> Bool? {
    switch tag {
    case .failure(let type): failures[type] != nil
    case .cause(let type): causes[type] != nil
    case .effect(let type): effects[type] != nil
    case .praise: praise
    case .complaint: isComplaint
    case .notComplaint: !isComplaint
    case .touchpoint, .promise, .sarcasm: nil
    }
  }
}
