import Statistics

/// Notices sources that fall silent, dry up, or bring what cannot be read, by their own last weeks.
///
/// Limits are from simulation (`SourceWatchTests`): a false warning in at most one of 20 source
/// years, holidays of three days on end included; a mailbox of 10 texts a day that stops is told
/// within 3 to 5 days, one a day within 2 weeks.
public struct SourceWatch: Sendable {
  /// Days that expectations rest on at most, and at least.
  static let (baseline, fewestDays) = (56, 28)
  /// The chance that is no longer taken for chance.
  static let alpha = 1e-4
  /// How few of the expected texts are "much less".
  static let lowShare = 0.35

  private let history: SourceHistory
  private let today: Int

  /// A watch over a source at the end of a day, in days since 1970.
  public init(_ history: SourceHistory, on day: Int) {
    self.history = history
    today = day
  }

  /// What is unusual; none for a source that is not known for four weeks.
  public var warnings: [SourceWarning] {
    let quiet = silence ?? drop
    return [quiet, rise].compactMap(\.self)
  }

  /// New texts of the days before a day, the oldest first, without the first day of the source.
  private func texts(before day: Int) -> [Int] {
    guard let first = history.firstDay else { return [] }
    let start = max(first + 1, day - SourceWatch.baseline)
    guard start < day else { return [] }
    return (start..<day).map { history.texts[$0] ?? 0 }
  }

  /// No text for longer than ever, by two days, and by chance once in 10,000 times.
  private var silence: SourceWarning? {
    guard let last = history.texts.keys.filter({ $0 <= today }).max() else { return nil }
    let dayCount = today - last
    let before = texts(before: last + 1)
    guard dayCount >= 3, before.count >= SourceWatch.fewestDays,
      before.count(where: { $0 > 0 }) >= 4, dayCount > SourceWatch.longestGap(in: before) + 2
    else { return nil }
    let counts = SourceWatch.levelled(before)
    let mean = Double(counts.reduce(0, +)) / Double(counts.count)
    let expected = CountDistribution(
      mean: mean * Double(dayCount), dispersion: Dispersion.index(of: counts))
    guard expected.cumulative(0) <= SourceWatch.alpha else { return nil }
    return SourceWarning(
      source: history.name, kind: .silent, dayCount: dayCount, count: 0,
      expectedCount: SourceWatch.tenths(expected.mean), baselineDayCount: before.count)
  }

  /// A third of what seven days bring, for sources that bring something on most days.
  private var drop: SourceWarning? {
    let before = texts(before: today - 6)
    guard before.count >= SourceWatch.fewestDays,
      before.count(where: { $0 > 0 }) * 7 >= before.count * 4
    else { return nil }
    let count = (today - 6...today).reduce(0) { $0 + (history.texts[$1] ?? 0) }
    let weeks = SourceWatch.sevens(SourceWatch.levelled(before))
    let expected = CountDistribution(
      mean: SourceWatch.median(weeks), dispersion: Dispersion.index(of: weeks))
    guard Double(count) <= expected.mean * SourceWatch.lowShare,
      expected.cumulative(count) <= SourceWatch.alpha
    else { return nil }
    return SourceWarning(
      source: history.name, kind: .low, dayCount: 7, count: count,
      expectedCount: SourceWatch.tenths(expected.mean), baselineDayCount: before.count)
  }

  /// Five rejections or more in seven days, and more than the weeks before and the texts explain.
  private var rise: SourceWarning? {
    let before = texts(before: today - 6)
    guard before.count >= SourceWatch.fewestDays else { return nil }
    let days = today - 6 - before.count..<today - 6
    let rejected = days.map { history.rejections[$0] ?? 0 }
    let week = today - 6...today
    let count = week.reduce(0) { $0 + (history.rejections[$1] ?? 0) }
    let texts = week.reduce(0) { $0 + (history.texts[$1] ?? 0) }
    let usual = SourceWatch.median(SourceWatch.sevens(before))
    let weeks = SourceWatch.sevens(rejected)
    let mean = max(0.5, Double(weeks.reduce(0, +)) / Double(weeks.count))
    let expected = CountDistribution(
      mean: mean * max(1, Double(texts) / max(1, usual)), dispersion: Dispersion.index(of: weeks))
    guard count >= 5, expected.tail(from: count) <= SourceWatch.alpha else { return nil }
    return SourceWarning(
      source: history.name, kind: .rejected, dayCount: 7, count: count,
      expectedCount: SourceWatch.tenths(expected.mean), baselineDayCount: before.count)
  }
}
