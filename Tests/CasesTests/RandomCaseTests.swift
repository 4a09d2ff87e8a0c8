import Cases
import Complaints
import Store
import Support
import Testing

struct RandomCaseTests {
  private static let sentences = [
    "You told me the part was there, and when I came it was not there.",
    "you told me the part was there and when I came it was NOT there",
    "Nobody rang me back about the pump that I bought at your shop in May.",
    "I have waited three weeks now for a wheel and nobody can tell me where it is today.",
    "I have waited three weeks now for a wheel and nobody can tell me where it is today. Shame!",
    "I have waited three weeks now for a wheel and nobody can tell me where it is today. "
      + "On top of that your man at the till laughed at me when I asked him for the money back.",
    "Bad.", "Where is my café bill?",
  ]

  private static func sample(_ generator: inout SeededGenerator) -> Sample {
    func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &generator) < share }
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    var sample = Sample()
    sample.day = chance(0.3) ? Double(number(0...4) * 28) : Double(number(0...1_200)) / 10
    sample.isDated = chance(0.9)
    sample.person = chance(0.7) ? "hmac:\(number(1...6))" : nil
    sample.words = sentences.randomElement(using: &generator) ?? ""
    if chance(0.3) { sample.words += " Number \(number(1...99_999)) of \(number(1...99_999))" }
    if chance(0.6) {
      sample.messageID = "m\(number(1...200))"
      sample.references = (0..<number(0...2)).map { _ in "m\(number(1...200))" }
    } else if chance(0.5) {
      sample.source = "t\(number(1...2)).csv#\(number(1...99))"
      sample.row = "r\(number(1...12))"
    }
    if chance(0.1) { sample.documentClass = .bulk }
    sample.isComplaint = chance(0.75)
    if chance(0.05) { sample.unscored = .language }
    let types = ["stock", "delay", "billing"].filter { _ in chance(0.4) }
    sample.failures = types.map {
      ($0, chance(0.8) ? "repair" : "contact", chance(0.15) ? .other : .us)
    }
    sample.score = Double(number(5_000...9_999)) / 10_000 + 0.000_03
    if chance(0.3) { sample.happened = Int(sample.day) - number(-3...400) }
    sample.fingerprint = UInt64(number(1...1_000_000))
    return sample
  }

  private func expectTruth(_ world: CaseWorld) throws {
    let oracle = CaseOracle(try world.everything(), days: world.days)
    #expect(
      try world.lines(
        """
        SELECT complaintCase.id, person, received, week, contactCount FROM complaintCase
        LEFT JOIN (SELECT id AS named, person FROM verbatim) ON named = namedID
        JOIN (SELECT id AS first, received FROM verbatim) ON first = complaintCase.id
        """
      ).sorted() == oracle.caseLines.map(quoted).sorted())
    #expect(
      try world.lines(
        """
        SELECT verbatimID, thread, caseID, duplicateOf, margin, isReviewed FROM contact
        ORDER BY verbatimID
        """) == oracle.contactLines)
    #expect(
      try world.lines("SELECT * FROM caseProblem").sorted()
        == oracle.problemLines.map(quoted).sorted())
    #expect(try world.isConsistent())
  }

  /// Texts as SQL prints them.
  private func quoted(_ line: String) -> String {
    line.split(separator: " ").map { word in
      word == "NULL" || Double(word) != nil ? String(word) : "\"\(word)\""
    }.joined(separator: " ")
  }

  @Test(arguments: UInt64(1)...8)
  func everyRefreshFindsWhatTheDefinitionsSay(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let world = try CaseWorld()
    for _ in 0..<3 {
      try world.add((0..<40).map { _ in Self.sample(&generator) })
      #expect(try world.book.refresh() != nil)
      try expectTruth(world)
      let tables = try world.tables()
      #expect(try world.book.refresh() == nil)
      try world.outdate()
      #expect(try world.book.refresh() != nil)
      #expect(try world.tables() == tables)
    }
  }

  @Test(arguments: UInt64(21)...36)
  func whatChangedIsCountedAsIfAllWereCountedAnew(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let world = try CaseWorld()
    var samples: [Int64: Sample] = [:]
    for _ in 0..<12 {
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        var sample = Self.sample(&generator)
        sample.documentClass = Int.random(in: 0..<6, using: &generator) == 0 ? .bulk : .human
        // No mail is taken for the beginning of another one.
        if sample.row == nil { sample.source = "inbox.mbox#\(world.count)" }
        if let id = sample.messageID { sample.messageID = String(id.prefix(2)) }
        sample.references = sample.references.map { String($0.prefix(2)) }
        try world.add([sample])
        samples[world.count] = sample
      }
      if Bool.random(using: &generator),
        let row = samples.keys.sorted().randomElement(using: &generator)
      {
        var sample = Self.sample(&generator)
        sample.fingerprint = samples[row]?.fingerprint
        sample.source = samples[row]?.source ?? ""
        sample.row = samples[row]?.row
        if let id = sample.messageID { sample.messageID = String(id.prefix(2)) }
        try world.replace(row, by: sample)
        samples[row] = sample
      }
      // The number of the last row would be given again.
      if Bool.random(using: &generator),
        let row = samples.keys.sorted().dropLast().randomElement(using: &generator)
      {
        try world.erase(row)
        samples[row] = nil
      }
      if let row = samples.keys.sorted().randomElement(using: &generator) {
        try world.decide(row, .reject, Tag(.failure, "stock"))
      }
      _ = try world.book.refresh()
      try expectTruth(world)
      #expect(try world.lines("SELECT * FROM staleRow UNION ALL SELECT value FROM staleTie") == [])
    }
    let tables = try world.tables()
    try world.outdate()
    _ = try world.book.refresh()
    #expect(try world.tables() == tables)
  }

  @Test(arguments: UInt64(11)...16)
  func decisionsCountAtOnceAsARefreshWould(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let world = try CaseWorld()
    try world.add((0..<60).map { _ in Self.sample(&generator) })
    _ = try world.book.refresh()
    let tags = ["stock", "delay", "billing"].map { Tag(.failure, $0) } + [.complaint, .praise]
    for _ in 0..<25 {
      if Int.random(in: 0..<4, using: &generator) == 0 {
        _ = try world.book.undoLast(of: "ana", at: Timestamp(seconds: 1_800_000_001))
      } else if let tag = tags.randomElement(using: &generator),
        let outcome = Decision.Outcome.allCases.randomElement(using: &generator)
      {
        try world.decide(
          Int64.random(in: 1...60, using: &generator), outcome, tag, touchpoint: "repair")
      }
      #expect(try world.book.refresh() == nil)
      let tables = try world.tables()
      try expectTruth(world)
      try world.outdate()
      _ = try world.book.refresh()
      #expect(try world.tables() == tables)
    }
    while try !world.book.undoLast(of: "ana", at: Timestamp(seconds: 1_800_000_002)).isEmpty {}
    try expectTruth(world)
  }
}
