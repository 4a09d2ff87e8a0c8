import Complaints

/// What exactly happened to an item: an event's kind with its detail, as stored.
enum ItemChange: Sendable, Equatable {
  case opened(Opening)
  case assigned(Assignment)
  case planned(Planning)
  case done(Completion)
  case watching(Start)
  case verified(Judgement)
  case ineffective(Judgement)
  case inconclusive(Judgement)
  case regressed(Recurrence)
  case accepted(Acceptance)
  case reopened(Reopening)
  case rootCause(RootCause)
  case noted(Note)

  /// The first event of an item.
  struct Opening: Codable, Sendable, Equatable {
    var title: String
    var kind: ItemKind
    var problems: [String]
    var change: String?
    var owner: String?
    var trigger: Trigger
  }

  /// Another owner, or none.
  struct Assignment: Codable, Sendable, Equatable {
    var owner: String?
  }

  /// What is to be changed, and by when.
  struct Planning: Codable, Sendable, Equatable {
    var change: String
    var due: String
  }

  /// The change is made, and how it will be judged.
  struct Completion: Codable, Sendable, Equatable {
    var effective: String
    var baseline: [String]
    var plan: TrialPlan
  }

  /// The change takes effect. `trial` is the moment of the `done` that it belongs to, in seconds.
  struct Start: Codable, Sendable, Equatable {
    var trial: Int
    var firstWeek: String
  }

  /// The counts have decided.
  struct Judgement: Codable, Sendable, Equatable {
    var trial: Int
    var result: TrialResult
  }

  /// A signal after the verification.
  struct Recurrence: Codable, Sendable, Equatable {
    var trial: Int
    var problem: String
    var since: String
    var week: String
    var cases: Int
    var expected: Double
    var baselineWeeks: Int
  }

  /// Open again, and why.
  struct Reopening: Codable, Sendable, Equatable {
    var reason: String
    var trigger: Trigger
  }

  /// Something to know.
  struct Note: Codable, Sendable, Equatable {
    var text: String
  }

  /// The event's kind.
  var kind: ItemEvent.Kind {
    switch self {
    case .opened: .opened
    case .assigned: .assigned
    case .planned: .planned
    case .done: .done
    case .watching: .watching
    case .verified: .verified
    case .ineffective: .ineffective
    case .inconclusive: .inconclusive
    case .regressed: .regressed
    case .accepted: .accepted
    case .reopened: .reopened
    case .rootCause: .rootCause
    case .noted: .noted
    }
  }
}
