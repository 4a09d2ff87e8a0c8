import Complaints

/// Where a complaint belongs.
struct CaseFiling: Equatable {
  /// The case's fingerprint; nil where the complaint is in none.
  var caseID: Fingerprint?
  /// Complaints in the case, duplicates left out.
  var contactCount: Int?
  /// The id of the complaint that says the same in the same words before.
  var duplicateOf: Fingerprint?
}
