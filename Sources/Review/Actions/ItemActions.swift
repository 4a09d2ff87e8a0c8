import Backlog
import Complaints
import Hummingbird

/// What a reviewer does to the prevention backlog.
struct ItemActions: Sendable {
  let desk: Desk

  /// `POST /problem/{type}/{touchpoint}/open`: opens an item against a problem.
  func open(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await Form(bodyOf: request)
    let problem = try context.problem()
    guard let kind = ItemKind(rawValue: try form.required("kind", "The kind of action")) else {
      throw DeskError.invalid("An item is a containment, a corrective or a preventive action.")
    }
    let draft = ItemDraft(
      problems: [problem], title: try form.required("title", "The title", limit: 200), kind: kind,
      change: try form.text("change", "The change"),
      owner: try form.text("owner", "The owner", limit: 100))
    let item = try desk.backlog.open(draft, by: context.reviewer, at: desk.now())
    tell("Opened \(item.label).", context)
    return .seeOther("/item/\(item.number)")
  }

  /// `POST /item/{number}/{command}`.
  func change(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await Form(bodyOf: request)
    let number = try context.itemNumber()
    guard let command = ItemCommand(rawValue: try context.parameters.require("command")) else {
      throw DeskError.notFound()
    }
    let item = try run(command, on: number, form, by: context.reviewer, at: desk.now())
    tell("\(item.label) is \(item.state.rawValue): your change is kept.", context)
    return .seeOther("/item/\(number)")
  }

  private func run(
    _ command: ItemCommand, on number: Int, _ form: Form, by person: String, at moment: Timestamp
  ) throws -> PreventionItem {
    let book = desk.backlog
    switch command {
    case .assign:
      let owner = try form.text("owner", "The owner", limit: 100)
      return try book.assign(number, owner: owner, by: person, at: moment)
    case .rootCause:
      let cause = RootCause(
        text: try form.required("text", "The root cause"),
        knownBy: try form.required("knownBy", "How the root cause is known"))
      return try book.setRootCause(number, cause, by: person, at: moment)
    case .plan:
      return try book.plan(
        number, change: try form.text("change", "The change"),
        due: try form.requiredDay("due", "The day it is due"), by: person, at: moment)
    case .done:
      guard let cut = Int(try form.required("cut", "The expected cut", limit: 3)),
        (1...100).contains(cut)
      else { throw DeskError.invalid("The expected cut is 1 to 100 per cent.") }
      return try book.done(
        number, effective: try form.requiredDay("effective", "The day it takes effect"),
        cut: Double(cut) / 100, by: person, at: moment)
    case .accept:
      return try book.accept(
        number, reason: try form.required("reason", "The reason"),
        reviewDay: try form.requiredDay("reviewDay", "The day to look at it again"), by: person,
        at: moment)
    case .reopen:
      return try book.reopen(
        number, reason: try form.required("reason", "The reason"), by: person, at: moment)
    case .note:
      return try book.note(
        number, text: try form.required("text", "The note"), by: person, at: moment)
    }
  }

  private func tell(_ text: String, _ context: DeskContext) {
    desk.notices.leave(Notice(text: text), for: context.reviewer)
  }
}

extension DeskContext {
  /// The item of an address.
  func itemNumber() throws -> Int {
    guard let number = Int(try parameters.require("number")), number > 0 else {
      throw DeskError.notFound("There is no such item.")
    }
    return number
  }

  /// The problem of an address.
  func problem() throws -> Problem {
    let key = "\(try parameters.require("type"))/\(try parameters.require("touchpoint"))"
    guard let problem = Problem(key: key) else {
      throw DeskError.notFound("There is no such problem.")
    }
    return problem
  }
}
