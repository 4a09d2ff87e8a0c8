extension DigestFacts {
  /// Where a customer's words stand in the store.
  struct Quotation: Codable, Sendable, Equatable {
    /// The verbatim's fingerprint.
    var verbatim: String
    /// Half-open UTF-8 byte ranges into its text: pairs of start and end.
    var ranges: [[Int]]
    /// The fingerprint of those bytes: other words there are not what was quoted.
    var words: String
    /// Whether words were left out before and after.
    var isCutBefore: Bool
    var isCutAfter: Bool
    var channel: String
    /// The day received, "2026-11-15".
    var day: String
    /// The fingerprint of its case; nil for what is no complaint.
    var caseID: String?
    /// Keys of the problems it reports.
    var problems: [String]
  }

  /// A customer to ring.
  struct Call: Codable, Sendable, Equatable {
    /// Whether it is one of the newest; else it was drawn.
    var isNewest: Bool
    /// The fingerprint of the case: that of its first complaint.
    var caseID: String
    var channel: String
    var day: String
    var problems: [String]
    /// Contacts of the case.
    var contacts: Int
    /// Whether the store knows who it is.
    var hasPerson: Bool
  }

  /// Praise of the week.
  struct Thanks: Codable, Sendable, Equatable {
    /// Verbatims that credit somebody with good service.
    var count = 0
    /// The newest of them.
    var quotations: [Quotation] = []
  }

  /// What could not be read or judged in the week, counted by reason.
  struct Unread: Codable, Sendable, Equatable {
    var unscored: [String: Int] = [:]
    var quarantined: [String: Int] = [:]
  }

  /// How the week was counted.
  struct Method: Codable, Sendable, Equatable {
    /// Cases opened in the week.
    var cases = 0
    /// Complaints received in the week, duplicates left out.
    var contacts = 0
    /// Cases of the week to call from: those whose sender is known, or all where they are few.
    var callable = 0
    /// Weeks counted up to this one.
    var weeks = 0
    /// The first of them.
    var firstWeek = ""
    var timeZone = ""
    /// Series watched for signals.
    var watched = 0
    /// Cases counted up to this week, once for each of their problems.
    var reports = 0
    /// The share of them whose texts say when it happened, 0...1, to two decimals.
    var statedShare = 0.0
    /// Nine in ten of those came within so many days.
    var lagDays: Int?
    /// The fingerprint of the rules.
    var ruleSet = ""
    /// Cases that no complaint gives a date.
    var undated = 0
    /// Decisions of people on tags that are in force.
    var decisions = 0
  }
}
