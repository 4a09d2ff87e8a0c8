import Complaints

/// The case page as its template shows it.
struct CaseView: Sendable {
  let heading: String
  let id: String
  let path: String
  let from: String
  let queuePath: String
  let nextPath: String
  let position: String?
  let hasPrevious: String?
  let hasNext: String?
  let facts: [Fact]
  let trouble: String?
  let text: String
  let tags: [CaseTagView]
  let hasTags: Bool
  let promises: [String]
  let hasPromises: Bool
  let choices: TagChoices
  let contacts: [ContactView]
  let contactWords: String?
  let problems: [ProblemLink]
  let hasProblems: Bool
  let canUndo: Bool
  /// Whether there is a tag in force to accept; else Enter says that it is no complaint.
  let canAccept: Bool
  /// Whether a person has said already that it is no complaint.
  let isDismissed: Bool

  /// A fact of the verbatim.
  struct Fact: Sendable {
    let name: String
    let words: String
  }

  /// A problem that the case counts for.
  struct ProblemLink: Sendable {
    let title: String
    let path: String
    let cases: String
    let item: ItemLink?
  }

  /// One verbatim in words.
  init(_ model: CaseModel, _ pages: ReviewPages, _ chrome: Chrome) {
    let verbatim = model.verbatim
    let all = CaseTag.tags(of: model.verdict, decisions: model.decisions, text: verbatim.text)
    let marks = all.flatMap { tag in
      tag.evidence.map { TextPiece.Mark(number: tag.number, range: $0.range) }
    }
    let pieces = TextPiece.pieces(of: verbatim.text, passages: verbatim.passages, marks: marks)
    heading = CaseView.title(of: model)
    id = verbatim.id.description
    path = chrome.path
    from = model.from.encoded
    queuePath = model.from.path
    nextPath = model.nextPath
    position = model.position.map { "\($0.number) of \($0.count)" }
    hasPrevious = model.previous.map { CaseModel.path(of: $0, from: model.from) }
    hasNext = model.next.map { CaseModel.path(of: $0, from: model.from) }
    facts = CaseView.facts(model, pages.days)
    trouble = CaseView.trouble(model)
    text = TextPiece.html(pieces, rejected: Set(all.filter(\.isRejected).map(\.number)))
    tags = all.map { CaseTagView($0, pages, chrome) }
    hasTags = !tags.isEmpty
    promises = (model.verdict?.promises ?? []).map(Wording.sentence)
    hasPromises = !promises.isEmpty
    choices = TagChoices(pages.catalogue, without: Set(all.map(\.tag)))
    contacts =
      model.contacts.count > 1
      ? model.contacts.map { ContactView($0, model, pages.days, chrome) } : []
    let own = model.contacts.filter { !$0.isDuplicate }.count
    contactWords = contacts.isEmpty ? nil : Wording.count(own, "contact")
    problems = model.problems.map { CaseView.link($0, pages.catalogue) }
    hasProblems = !problems.isEmpty
    canUndo = chrome.canUndo
    let reviewed = model.verdict?.reviewed(by: model.decisions, text: verbatim.text)
    canAccept = reviewed.map { $0.isComplaint != nil && !$0.tagsInForce.isEmpty } ?? false
    isDismissed = all.contains { $0.tag == .complaint && $0.isRejected }
  }

  /// The document's title, or what it is.
  static func title(of model: CaseModel) -> String {
    let title = model.verbatim.title?.trimmingPrefix(while: \.isWhitespace)
    guard let title, !title.isEmpty else {
      return "\(Wording.name(of: model.verbatim.channel)) without a title"
    }
    return String(title)
  }

  private static func link(_ counted: CaseModel.CountedProblem, _ catalogue: Catalogue)
    -> ProblemLink
  {
    ProblemLink(
      title: catalogue.title(of: counted.problem), path: Wording.path(of: counted.problem),
      cases: "\(Wording.count(counted.recentCases, "case")) in 13 weeks",
      item: counted.item.map { ItemLink(number: $0, state: counted.state) })
  }
}
