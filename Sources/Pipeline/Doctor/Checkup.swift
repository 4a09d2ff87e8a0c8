public import Complaints

/// Looks at everything that a nightly run needs and says what is wrong and what to do.
///
/// Changes nothing and makes nothing: a store that is not there yet stays away.
public struct Checkup: Sendable {
  /// What was looked at.
  public enum Area: String, Sendable, CaseIterable {
    /// The settings file.
    case settings
    /// The rules and the examples inside them.
    case rules
    /// The state folder, its rights and the room on its disk.
    case state
    /// The database.
    case store
    /// The nights that were.
    case runs
    /// What is to be read.
    case sources
    /// The review desk.
    case review
  }

  /// How bad it is.
  public enum Level: String, Sendable, Comparable {
    /// As it should be.
    case fine
    /// The night works, but somebody should look.
    case warning
    /// The night cannot work.
    case error

    /// From fine to error.
    public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

    private var rank: Int { self == .fine ? 0 : self == .warning ? 1 : 2 }
  }

  /// One thing that was looked at.
  public struct Finding: Sendable, Equatable {
    /// What was looked at.
    public var area: Area
    /// How bad it is.
    public var level: Level
    /// What is so.
    public var message: String
    /// What to do about it; empty where all is fine.
    public var remedy: String
  }

  let settings: Settings
  let now: Timestamp
  private(set) var findings: [Finding] = []

  /// Looks at everything, in the order of the areas.
  ///
  /// - Parameters:
  ///   - settings: as the settings file says; its mistakes are told before.
  ///   - rulesFolder: the folder the run would read; nil where none was found.
  public static func findings(
    settings: Settings, rulesFolder: String?, now: Timestamp
  ) -> [Finding] {
    var checkup = Checkup(settings: settings, now: now)
    checkup.lookAtSettings()
    checkup.lookAtRules(in: rulesFolder)
    if checkup.lookAtState() { checkup.lookAtStore() }
    checkup.lookAtSources()
    checkup.lookAtReview()
    return checkup.findings
  }

  private init(settings: Settings, now: Timestamp) {
    self.settings = settings
    self.now = now
  }

  mutating func enter(
    _ area: Area, _ level: Level, _ message: String, remedy: String = ""
  ) {
    findings.append(Finding(area: area, level: level, message: message, remedy: remedy))
  }

  private mutating func lookAtSettings() {
    let organisation = settings.organisation
    if organisation.names.isEmpty, organisation.domains.isEmpty {
      enter(
        .settings, .warning,
        "no organisation is named: mails of your own staff count as customers'",
        remedy: "name it: 'organisation: {names: […], domains: […]}'")
    } else if organisation.domains.isEmpty {
      enter(
        .settings, .warning, "no domain is named: mails of your own staff count as customers'",
        remedy: "name it: 'organisation: {domains: […]}'")
    } else {
      enter(
        .settings, .fine,
        "organisation \((organisation.names + organisation.domains).joined(separator: ", "))")
    }
    if settings.timeZone == "UTC" {
      enter(
        .settings, .warning, "weeks begin at midnight in UTC",
        remedy: "name your own: 'timeZone: Europe/London'")
    } else {
      enter(.settings, .fine, "weeks begin on Mondays in \(settings.timeZone)")
    }
  }

  private mutating func lookAtReview() {
    let review = settings.review
    guard !review.users.isEmpty else {
      return enter(
        .review, .warning, "nobody reviews: precision stays unknown, mistakes of the rules stay",
        remedy: "name people: 'review: {users: [ana, ben]}', then 'forestall review'")
    }
    enter(
      .review, .fine,
      "\(review.users.count) reviewer\(review.users.count == 1 ? "" : "s"), "
        + "\(review.address):\(review.port)")
    let isLocal = ["127.0.0.1", "::1", "localhost"].contains(review.address)
    if !isLocal, !review.isBehindHTTPS {
      enter(
        .review, .error, "the desk listens on \(review.address) without TLS",
        remedy: "listen on 127.0.0.1 behind a reverse proxy with TLS, and say 'https: true'")
    }
  }
}
