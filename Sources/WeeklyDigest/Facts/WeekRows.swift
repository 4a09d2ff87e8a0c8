import Complaints

/// What the store says of one week, read in one transaction and only as far as a letter needs it.
struct WeekRows {
  /// A complaint.
  struct Voice {
    var rowID: Int64
    /// That of its case's first complaint.
    var caseID: Fingerprint?
    /// Keys of the problems it reports.
    var problems: [String]
  }

  /// A case that was opened in the week.
  struct Opened {
    var fingerprint: Fingerprint
    var rowID: Int64
    var hasPerson: Bool
  }

  /// A case that was chosen for a call: its first complaint, and what it had come to.
  struct Chosen {
    var channel: String
    var received: Timestamp
    var problems: [String]
    var contacts: Int
  }

  var newest: [Voice] = []
  var praise: [Int64] = []
  var opened: [Opened] = []
  var contacts = 0
  var undated = 0
  var decisions = 0
  var ruleSet = ""
  var unread = DigestFacts.Unread()
}
