/// Puts complaints into cases, one after the other in time.
///
/// A duplicate joins its original's case, else a complaint joins its thread's, else the person's
/// first one that is not over, else it opens one.
struct CaseBuilder {
  /// A case takes in what its person writes up to this long after its first complaint.
  static let windowSeconds = 28 * 86_400

  private struct Saying: Hashable {
    let words: Int64
    let person: Int
  }

  private let contacts: [Contact]
  private var placements: Placements
  private var caseOfThread: [Int64: Int32] = [:]
  private var casesOfPerson: [Int: [Int32]] = [:]
  private var originals: [Saying: Int32] = [:]
  /// What was said within the window, by anybody and by somebody unknown, the earliest first.
  private var recent: [Int64: ArraySlice<Int32>] = [:]
  private var recentUnknown: [Int64: ArraySlice<Int32>] = [:]

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
      let saying = Saying(words: contact.words, person: contact.person)
      if originals[saying] == nil { originals[saying] = Int32(index) }
      recent[contact.words, default: []].append(Int32(index))
      if contact.person == 0 { recentUnknown[contact.words, default: []].append(Int32(index)) }
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

  /// The earliest complaint in the same words by the same person; or, dated and within the
  /// window, where one of them is unknown and no other person has spoken in that case.
  private mutating func original(of contact: Contact) -> Int32? {
    guard contact.words != 0 else { return nil }
    let own =
      contact.person == 0
      ? nil : originals[Saying(words: contact.words, person: contact.person)]
    guard let received = contact.received else { return own }
    forget(contact.words, before: received)
    guard contact.person != 0 else { return recent[contact.words]?.first }
    let unknown = recentUnknown[contact.words]?.first { other in
      let named = placements.cases[Int(placements.caseOf[Int(other)])].named
      return named < 0 || contacts[Int(named)].person == contact.person
    }
    return [own, unknown].compactMap(\.self)
      .min { contacts[Int($0)].precedes(contacts[Int($1)]) }
  }

  /// Drops what is too long ago for a moment, and so for all later ones.
  private mutating func forget(_ words: Int64, before received: Int) {
    for path in [\Self.recent, \Self.recentUnknown] {
      while let first = self[keyPath: path][words]?.first,
        let said = contacts[Int(first)].received, received - said > Self.windowSeconds
      {
        self[keyPath: path][words]?.removeFirst()
      }
    }
  }
}
