import Statistics

/// Notices sources that fall silent, dry up, or bring what cannot be read, by their own last weeks.
///
/// Limits are from simulations of 200 years of a source each, in bunches (variance 1.7 times the
/// mean), with weekends and holidays of one to three days: a warning in at most 4 of 100 years in
/// which nothing happened; a mailbox that stops is told within 4 to 6 days at 10 texts a day and
/// more, within 8 at 3, within 3 weeks at 1 (nine in ten).
public struct SourceWatch: Sendable {
  /// Days that expectations rest on at most, and at least.
  static let (baseline, fewestDays) = (56, 28)
  /// The chance that is no longer taken for chance.
  static let alpha = 3e-5
  /// How few of the expected texts are "much less".
  static let lowShare = 0.25

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

  /// No text for longer than ever, by three days, and by chance once in 33,000 times.
  private var silence: SourceWarning? {
    guard let last = history.texts.keys.filter({ $0 <= today }).max() else { return nil }
    let dayCount = today - last
    let before = texts(before: last + 1)
    guard dayCount >= 4, before.count >= SourceWatch.fewestDays,
      before.count(where: { $0 > 0 }) >= 4, dayCount > SourceWatch.longestGap(in: before) + 3
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

  /// A quarter of what seven days bring, or less, for sources that bring something on most days.
  private var drop: SourceWarning? {
    let before = texts(before: today - 6)
    guard before.count >= SourceWatch.fewestDays,
      before.count(where: { $0 > 0 }) * 7 >= before.count * 4
    else { return nil }
    let count = (today - 6...today).reduce(0) { $0 + (history.texts[$1] ?? 0) }
    let counts = SourceWatch.levelled(before)
    let weeks = SourceWatch.sevens(counts)
    // Eight weeks tell little of how much weeks differ; days that differ more are believed.
    let expected = CountDistribution(
      mean: SourceWatch.median(weeks),
      dispersion: max(Dispersion.index(of: weeks), Dispersion.index(of: counts)))
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
