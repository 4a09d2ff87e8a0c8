import ArgumentParser
import Classify
import Complaints
import Pipeline
import Store

/// Which stored verbatims a command is about.
struct FilterOptions: ParsableArguments {
  @Option(help: "Only this failure type, such as stock.")
  var type: String?
  @Option(help: "Only this stated cause, such as supplier.")
  var cause: String?
  @Option(help: "Only this effect, such as churn.")
  var effect: String?
  @Option(help: "Only failures at this touchpoint, such as repair.")
  var touchpoint: String?
  @Option(help: "mail, web, call, chat, table or letter.")
  var channel: String?
  @Option(help: "Only sources whose name contains this.")
  var source: String?
  @Option(help: "Only this person (hmac:…).")
  var person: String?
  @Option(help: "Received on or after this day.")
  var since: String?
  @Option(help: "Received on or before this day.")
  var until: String?
  @Option(help: "Received in this ISO week, such as 2026-W46.")
  var week: String?
  @Option(help: "Only customers' own words that contain all these words.")
  var search: String?

  func validate() throws {
    for (name, text) in [("--since", since), ("--until", until)] {
      if let text, Day(text) == nil { throw ValidationError("\(name) takes a day: 2026-11-17") }
    }
    if let week, Week(week) == nil { throw ValidationError("--week takes an ISO week: 2026-W46") }
    if week != nil, since != nil || until != nil {
      throw ValidationError("--week excludes --since and --until")
    }
    if let search, search.allSatisfy(\.isWhitespace) {
      throw ValidationError("--search takes words")
    }
    if let channel, Channel(rawValue: channel) == nil {
      throw ValidationError(
        "--channel is one of \(Channel.allCases.map(\.rawValue).joined(separator: ", "))")
    }
  }

  /// What the options ask for, in the days of the settings' time zone; at most `limit`, 0 for all.
  func filter(_ days: LocalDays, limit: Int) -> StoredFilter {
    let week = week.flatMap(Week.init)
    let first = week?.start ?? since.flatMap { Day($0) }
    let last = week.map { Day(number: $0.start.number + 6) } ?? until.flatMap { Day($0) }
    var filter = StoredFilter()
    (filter.failure, filter.cause, filter.effect) = (type, cause, effect)
    (filter.touchpoint, filter.channel, filter.source) = (touchpoint, channel, source)
    (filter.person, filter.search, filter.limit) = (person, search, limit)
    filter.from = first.map(days.start)
    filter.before = last.map { days.start(of: Day(number: $0.number + 1)) }
    return filter
  }

  /// Where nothing matches, a name that the rules do not know is a mistake.
  func check(_ settings: Settings, _ options: SharedOptions) throws {
    guard [type, cause, effect, touchpoint].contains(where: { $0 != nil }),
      let taxonomy = options.taxonomy(settings)
    else { return }
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
