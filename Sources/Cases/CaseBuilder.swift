/// Puts complaints into cases, one after the other in time.
///
/// A duplicate joins its original's case, else a complaint joins its thread's, else the person's
/// first one that is not over, else it opens one.
struct CaseBuilder {
  /// A case takes in what its person writes up to this long after its first complaint.
  static let windowSeconds = 28 * 86_400

  private struct Saying: Hashable {
    let words: Int64
    /// 0 for somebody unknown; nil for anybody.
    let person: UInt64?
  }

  private let contacts: [Contact]
  private var placements: Placements
  private var caseOfThread: [Int64: Int32] = [:]
  private var casesOfPerson: [UInt64: [Int32]] = [:]
  private var originals: [Saying: Int32] = [:]

  /// The cases of the complaints among some contacts, whatever the order they come in.
  static func placements(of contacts: [Contact]) -> Placements {
    var builder = CaseBuilder(contacts: contacts)
    let order = contacts.indices.filter { contacts[$0].isComplaint }
      .sorted { contacts[$0].precedes(contacts[$1]) }
    for index in order { builder.place(index) }
    return builder.placements
  }

  private init(contacts: [Contact]) {
    self.contacts = contacts
    placements = Placements(count: contacts.count)
  }

  private mutating func place(_ index: Int) {
    let contact = contacts[index]
    let original = original(of: contact)
    let place =
      original.map { placements.caseOf[Int($0)] } ?? caseOfThread[contact.thread]
      ?? openCase(of: contact) ?? open(with: index)
    placements.put(index, into: place, original: original)
    if caseOfThread[contact.thread] == nil { caseOfThread[contact.thread] = place }
    if contact.person != 0, placements.cases[Int(place)].named < 0 {
      placements.cases[Int(place)].named = Int32(index)
      casesOfPerson[contact.person, default: []].append(place)
    }
    if original == nil, contact.words != 0 {
      for person in [contact.person, nil] {
        let saying = Saying(words: contact.words, person: person)
        if originals[saying] == nil { originals[saying] = Int32(index) }
      }
    }
  }

  private mutating func open(with index: Int) -> Int32 {
    placements.cases.append(Placements.Opening(first: Int32(index)))
    return Int32(placements.cases.count - 1)
  }

  /// The first case of the person that still takes in what they write.
  private mutating func openCase(of contact: Contact) -> Int32? {
    guard let received = contact.received, let known = casesOfPerson[contact.person] else {
      return nil
    }
    // What is over now is over for all later complaints.
    let open = known.filter { place in
      let first = contacts[Int(placements.cases[Int(place)].first)].received
      return first.map { received - $0 <= Self.windowSeconds } ?? false
    }
    casesOfPerson[contact.person] = open
    return open.min()
  }

  /// The earliest complaint in the same words by the same person, or where one of them is unknown.
  private func original(of contact: Contact) -> Int32? {
    guard contact.words != 0 else { return nil }
    let persons: [UInt64?] = contact.person == 0 ? [nil] : [contact.person, 0]
    return persons.compactMap { originals[Saying(words: contact.words, person: $0)] }
      .min { contacts[Int($0)].precedes(contacts[Int($1)]) }
  }
}
