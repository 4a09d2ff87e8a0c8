import GRDB
import Store

/// Some rows with all the complaints whose cases they or some ties can change, near and far.
struct Component {
  /// Everything found so far; each one's ties are followed in turn.
  private(set) var contacts: [Contact] = []
  private var reader: ContactReader
  private var entered: Set<Int64> = []
  private var innocent: Set<Int64> = []
  private var cases: Set<Int64> = []
  private var threads: Set<Int64> = []
  private var persons: Set<Int> = []
  private var words: Set<Int64> = []
  private var namelessWords: Set<Int64> = []
  private let ofCase: BulkStatement
  private let ofThread: BulkStatement
  private let ofWords: BulkStatement
  private let ofNamelessWords: BulkStatement
  private let ofPerson: BulkStatement

  /// What depends on some rows and ties, in the order of the rows.
  static func contacts(
    dependingOn rows: [Int64], _ ties: Ties, _ database: Database, _ generation: Int64?
  ) throws -> [Contact] {
    var component = try Component(database, generation)
    for row in rows { try component.enter(row, complaintsOnly: false) }
    for caseID in ties.members { try component.followCase(caseID) }
    for person in ties.persons { try component.followPerson(person) }
    for words in ties.words { try component.followWords(words, namelessOnly: false) }
    var next = 0
    while next < component.contacts.count {
      try component.followTies(of: component.contacts[next])
      next += 1
    }
    return component.contacts.sorted { $0.row < $1.row }
  }

  private init(_ database: Database, _ generation: Int64?) throws {
    reader = try ContactReader(database, generation)
    func rows(_ condition: String, by index: String) throws -> BulkStatement {
      try BulkStatement(
        "SELECT verbatimID FROM contact INDEXED BY \(index) WHERE \(condition)", database)
    }
    ofCase = try rows("caseID = ?", by: "contactByCase")
    ofThread = try rows("thread = ?", by: "contactByThread")
    ofWords = try rows("words = ? AND words <> 0", by: "contactByWords")
    ofNamelessWords = try rows(
      "words = ? AND words <> 0 AND isNameless", by: "contactByNamelessWords")
    ofPerson = try BulkStatement("SELECT id FROM verbatim WHERE person = ?", database)
  }

  private mutating func followTies(of contact: Contact) throws {
    if let caseID = contact.known.caseID { try followCase(caseID) }
    if threads.insert(contact.thread).inserted {
      ofThread.bind(contact.thread)
      while try ofThread.next() { try enter(ofThread.integer(0), complaintsOnly: true) }
    }
    if persons.insert(contact.person).inserted, let person = reader.persons[contact.person] {
      try followPerson(person)
    }
    guard contact.words != 0 else { return }
    try followWords(contact.words, namelessOnly: contact.person != 0)
  }

  private mutating func followCase(_ caseID: Int64) throws {
    guard cases.insert(caseID).inserted else { return }
    ofCase.bind(caseID)
    while try ofCase.next() { try enter(ofCase.integer(0), complaintsOnly: false) }
  }

  private mutating func followPerson(_ person: String) throws {
    ofPerson.bind(person)
    while try ofPerson.next() { try enter(ofPerson.integer(0), complaintsOnly: true) }
  }

  /// By anybody, or by somebody unknown.
  private mutating func followWords(_ name: Int64, namelessOnly: Bool) throws {
    guard !words.contains(name) else { return }
    if namelessOnly {
      guard namelessWords.insert(name).inserted else { return }
    } else {
      words.insert(name)
    }
    let rows = namelessOnly ? ofNamelessWords : ofWords
    rows.bind(name)
    while try rows.next() { try enter(rows.integer(0), complaintsOnly: true) }
  }

  private mutating func enter(_ row: Int64, complaintsOnly: Bool) throws {
    if entered.contains(row) || complaintsOnly && innocent.contains(row) { return }
    guard let contact = try reader.contact(ofRow: row) else { return }
    if complaintsOnly, !contact.isComplaint {
      innocent.insert(row)
    } else {
      entered.insert(row)
      contacts.append(contact)
    }
  }
}
