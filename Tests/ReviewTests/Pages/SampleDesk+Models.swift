import Complaints

@testable import Backlog
@testable import Review

extension SampleDesk {
  static func caseModel(_ change: (inout CaseModel) -> Void = { _ in }) -> CaseModel {
    var query = QueueQuery()
    query.values[.type] = "stock"
    let decisions = [
      Decision(
        tag: Tag(.failure, "access"), outcome: .reject, reason: .quoted,
        range: range(of: "waited 35 minutes"), draw: .queue, reviewer: "Ben", decidedAt: now),
      Decision(
        tag: Tag(.failure, "stock"), outcome: .accept, touchpoint: "repair", draw: .queue,
        reviewer: "Ana Sousa", decidedAt: moment(daysAgo: 0, hour: -3)),
      Decision(
        tag: Tag(.failure, "communication"), outcome: .add, touchpoint: "contact",
        range: range(of: "سألتُ مرتين ولم يُجبني أحد."), draw: .queue, reviewer: "Ana Sousa",
        decidedAt: now),
    ]
    var model = CaseModel(
      verbatim: verbatim, verdict: verdict, decisions: decisions,
      contacts: lines.prefix(3).map { CaseModel.Contact(line: $0) },
      problems: [
        .init(problem: stock, recentCases: 4, item: 3, state: .verified),
        .init(problem: callback, recentCases: 31, item: nil, state: nil),
      ], position: .init(number: 3, count: 214), from: query, previous: id(2), next: id(3))
    model.contacts[1].isDuplicate = true
    model.contacts[2].isComplaint = false
    change(&model)
    return model
  }

  static func queueModel(_ query: QueueQuery = QueueQuery()) -> QueueModel {
    let failures: [[(Problem, Double)]] = [
      [], [(callback, 0.52), (Problem(type: "listening", touchpoint: "contact"), 0.49)], [],
      [(stock, 0.61)], [(stock, 0.94), (Problem(type: "delay", touchpoint: "repair"), 0.71)],
    ]
    let margins: [Double] = [-1, 0.02, 0, 0.11, 0.21]
    let choices: [(QueueQuery.Facet, [(String, Int)])] = [
      (.margin, [("unscored", 12), ("untagged", 31), ("close", 58), ("clear", 113)]),
      (.type, [("stock", 61), ("follow-through", 38), ("delay", 22), ("billing", 9)]),
      (.touchpoint, [("repair", 88), ("contact", 51), ("unspecified", 20)]),
      (.channel, [("mail", 141), ("call", 51), ("web", 22)]),
      (.source, [("mail/care-2026.mbox", 141), ("pages/03-no-cable-no-ride.html", 7)]),
      (.week, [("2026-W46", 40), ("2026-W45", 38)]),
    ]
    let rows = lines.indices.map { index in
      QueueModel.Row(
        id: lines[index].id, received: lines[index].received, channel: lines[index].channel,
        title: lines[index].title, excerpt: lines[index].excerpt,
        failures: failures[index].map { (problem: $0.0, score: $0.1, isClose: $0.1 < 0.6) },
        margin: margins[index],
        unscored: margins[index] < 0 ? .language : nil)
    }
    return QueueModel(
      query: query, openCount: 214, unscoredCount: 12, untaggedCount: 31, matchingCount: 214,
      facets: choices.map { facet, values in
        (facet: facet, choices: values.map { QueueModel.Choice(value: $0.0, count: $0.1) })
      }, rows: rows, firstPosition: (query.page - 1) * 50 + 1)
  }

  static func problemModel(_ problem: Problem, item: ItemLine?) -> ProblemModel {
    ProblemModel(
      report: ProblemReport(
        problem: problem, counts: counts, signals: item == nil ? [signal] : [], item: item,
        newestRows: [], weeklyLimit: item == nil ? 6 : nil, expected: item == nil ? 1.35 : nil),
      newest: lines, week: nil)
  }
}
