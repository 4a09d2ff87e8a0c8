public import Complaints

/// What an organisation changes so that a problem does not come again. It exists once a person
/// opens it, and is the sum of its events.
public struct PreventionItem: Sendable, Equatable {
  /// Counts up from 1; printed as "PB-12".
  public let number: Int
  /// What is to be, in a few words.
  public internal(set) var title: String
  /// Whether it stems, mends or prevents.
  public internal(set) var kind: ItemKind
  /// The problems it is to remove; at least one.
  public internal(set) var problems: [Problem]
  /// The change, in a sentence or two.
  public internal(set) var change: String?
  /// What lies behind the problem, and how that is known.
  public internal(set) var rootCause: RootCause?
  /// The one person inside the organisation who answers for it; nil is a vacancy.
  public internal(set) var owner: String?
  /// Where it stands.
  public internal(set) var state: ItemState
  /// Since when it stands there.
  public internal(set) var stateSince: Timestamp
  /// When it was opened.
  public let openedAt: Timestamp
  /// The weeks whose cases led to the item; they are no part of any baseline.
  public internal(set) var triggerWeeks: [Week]
  /// By when the change is to be made.
  public internal(set) var dueDay: Day?
  /// The day on which the change takes effect; nil before it is marked done.
  public internal(set) var effectiveDay: Day?
  /// How its effect is to be judged: fixed when it is marked done.
  public internal(set) var plan: TrialPlan?
  /// The weeks of the plan's baseline; none before it is marked done.
  public internal(set) var baselineWeeks: [Week] = []
  /// How its effect was judged; nil before.
  public internal(set) var result: TrialResult?
  /// Why the problem is lived with, and until when; only in the state `accepted`.
  public internal(set) var acceptance: Acceptance?
  /// Everything that happened to it, oldest first.
  public internal(set) var events: [ItemEvent]
  /// When it was marked done: names the trial that the counts decide.
  var doneAt: Timestamp?
  /// The week from which the level holds that a baseline is to show: the beginning of the rise that
  /// led to the item, or of the change before; nil where neither is known.
  var levelSince: Week?

  /// "PB-12".
  public var label: String { "PB-\(number)" }
  /// Whether somebody still has to do something: open, planned, ineffective, inconclusive or
  /// regressed.
  public var needsAction: Bool { state.needsAction }

  /// Whether the problem is accepted, and the day has come to look at that again.
  public func isReviewDue(on day: Day) -> Bool {
    guard state == .accepted, let review = acceptance.flatMap({ Day($0.reviewDay) }) else {
      return false
    }
    return review <= day
  }
}

/// The kinds of action; repairs of single cases are none of them.
public enum ItemKind: String, Sendable, CaseIterable, Codable {
  /// Keeps the harm small until the cause is gone.
  case containment
  /// Removes the cause of what happened.
  case corrective
  /// Removes the cause before it happens (again or elsewhere).
  case preventive
}

/// Where a prevention item stands.
public enum ItemState: String, Sendable, CaseIterable, Codable {
  case open, planned, done, watching, verified, ineffective, inconclusive, regressed, accepted

  /// Whether somebody still has to do something.
  public var needsAction: Bool {
    switch self {
    case .open, .planned, .ineffective, .inconclusive, .regressed: true
    case .done, .watching, .verified, .accepted: false
    }
  }
}

/// What lies behind a problem.
public struct RootCause: Sendable, Equatable, Codable {
  /// In a sentence or two.
  public var text: String
  /// How it is known: "told by two mechanics", "counted in the booking data".
  public var knownBy: String

  /// A root cause and how it is known.
  public init(text: String, knownBy: String) {
    self.text = text
    self.knownBy = knownBy
  }
}

/// Why a problem is lived with.
public struct Acceptance: Sendable, Equatable, Codable {
  /// In a sentence or two.
  public var reason: String
  /// The day on which that is looked at again, "2026-11-17".
  public var reviewDay: String

  /// An acceptance.
  public init(reason: String, reviewDay: String) {
    self.reason = reason
    self.reviewDay = reviewDay
  }
}
