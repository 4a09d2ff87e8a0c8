import ArgumentParser
import Classify
import Complaints
import Pipeline

extension ListCommand {
  /// What the options ask for, in the days of the settings' time zone.
  func filter(_ days: LocalDays) -> StoredFilter {
    let week = week.flatMap(Week.init)
    let first = week?.start ?? since.flatMap { Day($0) }
    let last = week.map { Day(number: $0.start.number + 6) } ?? until.flatMap { Day($0) }
    return StoredFilter(
      failure: type, cause: cause, effect: effect, touchpoint: touchpoint, channel: channel,
      source: source, person: person, from: first.map(days.start),
      before: last.map { days.start(of: Day(number: $0.number + 1)) },
      complaintsOnly: complaints, search: search, limit: limit)
  }

  /// Where nothing matches, a name that the rules do not know is a mistake.
  func check(_ settings: Settings) throws {
    guard let taxonomy = options.taxonomy(settings) else { return }
    for (what, name, known) in [
      ("failure type", type, taxonomy.failures.flatMap { [$0.id] + $0.formerly }),
      ("cause", cause, taxonomy.causes.map(\.id)),
      ("effect", effect, taxonomy.effects.map(\.id)),
      ("touchpoint", touchpoint, taxonomy.touchpoints.map(\.id)),
    ] {
      guard let name, !known.contains(name) else { continue }
      throw ValidationError("unknown \(what) '\(name)'\(hint(for: name, among: known))")
    }
  }
}
