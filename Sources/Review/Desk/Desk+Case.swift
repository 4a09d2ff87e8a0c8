import Backlog
import Complaints
import Store

extension Desk {
  /// `/case/{fingerprint}`.
  func casePage(_ name: String, from query: QueueQuery?, _ reviewer: String) throws -> String {
    let stored = try verbatim(named: name)
    let id = stored.verbatim.id
    let moment = now()
    let lastWeek = days.lastWeek(before: moment)
    let firstWeek = Day(number: lastWeek.start.number - 12 * 7).week
    let members = try store.members(ofCaseOf: stored.rowID, weeks: firstWeek...lastWeek)
    let owners = members.problems.isEmpty ? [:] : try owners(at: moment)
    let order = try store.queue(query ?? QueueQuery(), days, around: stored.rowID)
    let later = order.rank + (order.isWaiting ? 1 : 0)
    let position =
      query != nil && order.isWaiting && !order.isCut
      ? CaseModel.Position(number: order.rank + 1, count: order.rows.count) : nil
    let model = CaseModel(
      verbatim: stored.verbatim, verdict: stored.verdict, decisions: stored.decisions,
      contacts: try contacts(of: members),
      problems: members.problems.map { problem, recentCases in
        let item = owners[problem]
        return CaseModel.CountedProblem(
          problem: problem, recentCases: recentCases, item: item?.number, state: item?.state)
      }, position: position, from: query ?? QueueQuery(),
      previous: try order.rank > 0 && order.rank <= order.rows.count
        ? store.fingerprint(ofRow: order.rows[order.rank - 1]) : nil,
      next: try later < order.rows.count ? store.fingerprint(ofRow: order.rows[later]) : nil)
    let path = CaseModel.path(of: id, from: query)
    return pages.verbatim(model, try chrome(.queue, path, reviewer))
  }

  /// The verbatim of an address.
  ///
  /// - Throws: `DeskError` 404 where there is none.
  func verbatim(named name: String) throws -> StoredVerbatim {
    guard let id = Fingerprint(name), let stored = try store.verbatim(id) else {
      throw DeskError.notFound("No complaint has this address; it may have been erased.")
    }
    return stored
  }

  private func contacts(of members: CaseMembers) throws -> [CaseModel.Contact] {
    let stored = try store.verdicts(of: members.contacts.map(\.row))
    let lines = stored.reduce(into: [Int64: ComplaintLine]()) { $0[$1.rowID] = $1.line }
    return members.contacts.compactMap { contact in
      lines[contact.row].map {
        CaseModel.Contact(
          line: $0, isDuplicate: contact.isDuplicate, isComplaint: contact.isComplaint)
      }
    }
  }
}
