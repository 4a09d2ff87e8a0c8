/// Where contacts belong. All numbers are positions in the array of contacts or of cases.
struct Placements: Equatable {
  /// A case as it was opened.
  struct Opening: Equatable {
    /// The complaint that opened it.
    let first: Int32
    /// The first of its complaints whose person is known; negative where none is.
    var named: Int32 = -1
    /// Its complaints, duplicates left out.
    var contactCount = 0
  }

  /// In the order of their first complaints.
  var cases: [Opening] = []
  /// The case of each contact; negative for what is no complaint.
  private(set) var caseOf: [Int32]
  /// The complaint that each contact says again; negative for those that say something new.
  private(set) var originalOf: [Int32]

  /// Nothing placed yet.
  init(count: Int) {
    caseOf = Array(repeating: -1, count: count)
    originalOf = caseOf
  }

  /// Puts a complaint into a case, as a contact or as a duplicate.
  mutating func put(_ contact: Int, into place: Int32, original: Int32?) {
    caseOf[contact] = place
    cases[Int(place)].contactCount += 1
    if let original { mark(contact, duplicateOf: original) }
  }

  /// Makes a complaint that was placed already a duplicate of another one of its case.
  mutating func mark(_ contact: Int, duplicateOf original: Int32) {
    originalOf[contact] = original
    cases[Int(caseOf[contact])].contactCount -= 1
  }
}
