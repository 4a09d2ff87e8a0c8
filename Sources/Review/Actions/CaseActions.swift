import Cases
import Complaints
import HTTPTypes
import Hummingbird
import Store

/// What a reviewer does to the tags of a verbatim.
struct CaseActions: Sendable {
  let desk: Desk

  /// `POST /case/{fingerprint}/decide`.
  func decide(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await Form(bodyOf: request)
    let stored = try desk.verbatim(named: try context.parameters.require("id"))
    let decision = try DecisionForm(form, stored, desk.catalogue).decision(
      by: context.reviewer, at: desk.now())
    try desk.cases.record([decision], ofRow: stored.rowID)
    let verb = ["accept": "Accepted", "reject": "Rejected", "add": "Added"]
    tell(
      "\(verb[decision.outcome.rawValue] ?? "") '\(desk.catalogue.title(of: decision.tag))'.",
      context)
    return .seeOther(form.path("next") ?? "/case/\(stored.verbatim.id)")
  }

  /// `POST /case/{fingerprint}/accept-all`: every tag that counts now is right.
  func acceptAll(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await Form(bodyOf: request)
    let stored = try desk.verbatim(named: try context.parameters.require("id"))
    guard let verdict = stored.reviewedVerdict, verdict.isComplaint != nil else {
      throw DeskError.conflict(
        "This text was not scored: there is no tag to accept. Add one, or reject 'complaint'.")
    }
    let draw = try form.draw()
    let moment = desk.now()
    let decisions = verdict.tagsInForce.map { tag, touchpoint, range in
      Decision(
        tag: tag, outcome: .accept, touchpoint: touchpoint, range: range, draw: draw,
        reviewer: context.reviewer, decidedAt: moment)
    }
    guard !decisions.isEmpty else {
      throw DeskError.conflict("There is no tag left to accept.")
    }
    try desk.cases.record(decisions, ofRow: stored.rowID)
    let count = decisions.count { $0.tag != .complaint }
    tell("Accepted \(count) \(count == 1 ? "tag" : "tags").", context)
    return .seeOther(form.path("next") ?? "/queue")
  }

  /// `POST /undo`: takes the reviewer's last action back, whatever it was about.
  func undo(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await Form(bodyOf: request)
    let rows = try desk.cases.undoLast(of: context.reviewer, at: desk.now())
    guard let row = rows.first, let id = try desk.store.fingerprint(ofRow: row) else {
      desk.notices.leave(
        Notice(text: "There is nothing to undo.", isRefusal: true), for: context.reviewer)
      return .seeOther(form.path("next") ?? "/queue")
    }
    tell("Your last decision was undone.", context)
    return .seeOther(CaseModel.path(of: id, from: try form.queueQuery()))
  }

  private func tell(_ text: String, _ context: DeskContext) {
    desk.notices.leave(Notice(text: text), for: context.reviewer)
  }
}

extension Verdict {
  /// Every tag in force with where it happened and the words that prove it first.
  var tagsInForce: [(tag: Tag, touchpoint: String?, range: Range<Int>?)] {
    var tags: [(tag: Tag, touchpoint: String?, range: Range<Int>?)] = failures.map {
      (Tag(.failure, $0.type), $0.touchpoint, $0.evidence.first?.range)
    }
    for (kind, findings) in [(Tag.Kind.cause, causes), (.effect, effects), (.praise, praise)] {
      tags += findings.map {
        (kind == .praise ? .praise : Tag(kind, $0.type), nil, $0.evidence.first?.range)
      }
    }
    if isComplaint == true { tags.append((.complaint, nil, nil)) }
    return tags
  }
}
