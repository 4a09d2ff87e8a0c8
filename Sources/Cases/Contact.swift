import Complaints

/// What cases are built from: a verbatim's facts, without its words.
struct Contact {
  /// The verbatim's row in the store.
  let row: Int64
  /// The verbatim's own fingerprint, which breaks ties in time.
  let fingerprint: Fingerprint
  /// Seconds since 1970; nil without a date.
  let received: Int?
  /// The day on which it happened, as the text says, in days since 1970.
  let happened: Int?
  /// Names the person among those that are counted together; 0 where nobody is known.
  let person: Int
  /// Names the folded own words; 0 where they are too few to be told from others.
  let words: Int64
  /// The least row of its thread.
  let thread: Int64
  /// Whether it is a complaint, as it counts.
  let isComplaint: Bool
  /// The numbers of the problems that it counts for.
  var problems: [Int64] = []
  /// Where it stands now.
  var standing: Standing
  /// Where it stood when it was counted last.
  let known: Standing

  /// What is derived of a contact.
  struct Standing: Equatable {
    /// The row of the complaint that opened its case.
    var caseID: Int64?
    /// The row of the complaint that it says again.
    var original: Int64?
    /// How far the rules were from deciding otherwise; see the column of the same name.
    var margin: Double?
    /// Whether any decision of a person holds for it.
    var isReviewed = false
  }

  /// Whether it comes first in time; what has no date comes last.
  func precedes(_ other: Contact) -> Bool {
    let (left, right) = (received ?? .max, other.received ?? .max)
    return left == right ? fingerprint < other.fingerprint : left < right
  }
}
