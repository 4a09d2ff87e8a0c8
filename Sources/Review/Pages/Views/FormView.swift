import Backlog
import Complaints

/// A form for one command of an item.
struct FormView: Sendable {
  let command: String
  let title: String
  let hint: String
  let button: String
  let isOpen: Bool
  let fields: [Field]

  /// One field of a form.
  struct Field: Sendable {
    let name: String
    let label: String
    let value: String
    let isText: Bool
    let isDay: Bool
    let isPercent: Bool
    let isLine: Bool
    let isRequired: Bool
    let hint: String?

    /// How a field is filled in.
    enum Shape { case line, text, day, percent }

    /// A field that must be filled in unless said otherwise.
    init(
      _ name: String, _ label: String, _ shape: Shape, value: String = "", isRequired: Bool = true,
      hint: String? = nil
    ) {
      self.name = name
      self.label = label
      self.value = value
      isText = shape == .text
      isDay = shape == .day
      isPercent = shape == .percent
      isLine = shape == .line
      self.isRequired = isRequired
      self.hint = hint
    }
  }

  /// A command with what is already known filled in.
  init(_ command: ItemCommand, _ item: PreventionItem, isOpen: Bool, today: Day) {
    self.command = command.rawValue
    self.isOpen = isOpen
    (title, hint, button) = command.words
    switch command {
    case .assign:
      fields = [
        Field(
          "owner", "Owner", .line, value: item.owner ?? "", isRequired: false,
          hint: "One person or one team; empty for a vacancy.")
      ]
    case .rootCause:
      fields = [
        Field("text", "What lies behind it", .text, value: item.rootCause?.text ?? ""),
        Field(
          "knownBy", "How that is known", .line, value: item.rootCause?.knownBy ?? "",
          hint: "“Told by two mechanics”, “counted in the booking data”."),
      ]
    case .plan:
      fields = [
        Field("change", "The change", .text, value: item.change ?? ""),
        Field("due", "To be made by", .day, value: item.dueDay?.description ?? ""),
      ]
    case .done:
      fields = [
        Field("effective", "In effect from", .day, value: today.description),
        Field(
          "cut", "Share of the cases that it removes, in per cent", .percent, value: "80",
          hint: "It decides how many weeks the trial takes, and is fixed from now on."),
      ]
    case .accept:
      fields = [
        Field("reason", "Why the problem is lived with", .text),
        Field(
          "reviewDay", "Look at it again on", .day,
          value: Day(number: today.number + 182).description
        ),
      ]
    case .reopen: fields = [Field("reason", "Why", .text)]
    case .note: fields = [Field("text", "Note", .text)]
    }
  }
}

extension ItemCommand {
  /// What can be done in a state, the likeliest first.
  static func commands(in state: ItemState) -> [ItemCommand] {
    let order: [ItemCommand] = [.done, .plan, .reopen, .assign, .rootCause, .accept, .note]
    return order.filter { $0.isAllowed(in: state) }
  }

  /// Title, hint and button of the form.
  fileprivate var words: (title: String, hint: String, button: String) {
    switch self {
    case .assign:
      ("Name the owner", "Who answers for the change inside the organisation.", "Assign")
    case .rootCause:
      ("Record the root cause", "What people found out, and how they know.", "Record")
    case .plan: ("Plan the change", "What will be different, and by when.", "Plan")
    case .done:
      ("Mark as done", "The change is in effect: the trial begins and its plan is fixed.", "Done")
    case .accept: ("Accept the problem", "Live with it, for a reason and a time.", "Accept")
    case .reopen: ("Reopen", "Something has to change after all.", "Reopen")
    case .note: ("Add a note", "For whoever reads the history.", "Add")
    }
  }
}
