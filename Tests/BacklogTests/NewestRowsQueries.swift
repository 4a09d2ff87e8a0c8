import Backlog
import Complaints
import GRDB
import Store
import Support
import Testing

struct NewestRowsTests {
  private let problems = ["billing", "delay"].map { Problem(type: $0, touchpoint: "store") }

  /// A verbatim, a case of its own and its problem; without a moment it has no date.
  private func add(_ id: Int64, _ problem: Problem, _ received: Timestamp?, _ world: BacklogWorld)
    throws
  {
    let week = received.map { world.days.week(of: $0).start.number }
    let name = Fingerprint(high: 7, low: UInt64(id)).data
    try world.store.write { database in
      try database.execute(
        sql: """
          INSERT INTO verbatim (id, fingerprint, document, source, channel, class, part, received,
            "references", language, role, text, passages, warnings)
          VALUES (?, ?, ?, 'a.txt', 'letter', 'text', 'body', ?, '', 'en', 'customer', ?, ?, '')
          """, arguments: [id, name, name, received?.seconds, name, name])
      try database.execute(
        sql: """
          INSERT INTO complaintCase (id, week, contactCount) VALUES (?, ?, 1)
          """, arguments: [id, week])
      try BacklogWorld.count(problem, [id, id, week, week, nil], database)
    }
  }

  /// Held against sorting all of them.
  @Test(arguments: (1...8).map(UInt64.init)) func areThoseOfAllProblemsTogether(seed: UInt64) throws
  {
    var generator = SeededGenerator(seed: seed)
    let world = try BacklogWorld()
    let first = world.moment(1).seconds
    var known: [(id: Int64, problem: Problem, received: Int?)] = []
    for id in 1...Int64(60) {
      let isDated = Int.random(in: 0..<10, using: &generator) > 0
      let received = isDated ? first + Int.random(in: 0..<40, using: &generator) * 60_000 : nil
      let problem = problems[Int.random(in: 0...1, using: &generator)]
      try add(id, problem, received.map { Timestamp(seconds: $0) }, world)
      known.append((id, problem, received))
    }
    for chosen in [problems, [problems[0]], []] {
      for limit in [1, 5, 100] {
        let until = first + Int.random(in: 0..<40, using: &generator) * 60_000
        let expected = known.filter { chosen.contains($0.problem) && $0.received ?? 0 <= until }
          .sorted { ($0.received ?? 0, $0.id) > ($1.received ?? 0, $1.id) }.prefix(limit)
        let rows = try world.store.newestRows(
          of: chosen, until: Timestamp(seconds: until), limit: limit)
        #expect(rows == expected.map(\.id))
      }
    }
  }
}
