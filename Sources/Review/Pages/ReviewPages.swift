import Backlog
import Complaints
import Mustache
import Store

/// The pages of the desk as HTML, each from its model.
struct ReviewPages: Sendable {
  let catalogue: Catalogue
  let days: LocalDays
  private let templates: MustacheLibrary

  /// Pages that call problems as the catalogue does and tell times in a time zone.
  ///
  /// - Throws: the parser's error where a template is damaged: our bug, found at the start.
  init(catalogue: Catalogue, days: LocalDays) throws {
    self.catalogue = catalogue
    self.days = days
    templates = try Templates.library()
  }

  /// `/assets/desk.css`.
  static var stylesheet: [UInt8] { PackageResources.desk_css }

  /// `/assets/desk.js`.
  static var script: [UInt8] { PackageResources.desk_js }

  /// `/queue`.
  func queue(_ model: QueueModel, _ chrome: Chrome) -> String {
    page("queue", QueueView(model, self, chrome), "Review queue", chrome)
  }

  /// `/case/{fingerprint}`.
  func verbatim(_ model: CaseModel, _ chrome: Chrome) -> String {
    page("case", CaseView(model, self, chrome), CaseView.title(of: model), chrome)
  }

  /// `/problems`.
  func problems(_ model: ProblemsModel, _ chrome: Chrome) -> String {
    page("problems", ProblemsView(model, self), "Problems", chrome)
  }

  /// `/problem/{type}/{touchpoint}`.
  func problem(_ model: ProblemModel, _ chrome: Chrome) -> String {
    page(
      "problem", ProblemView(model, self, chrome), catalogue.title(of: model.report.problem),
      chrome)
  }

  /// `/backlog`.
  func backlog(_ model: BacklogModel, _ chrome: Chrome) -> String {
    page("backlog", BacklogView(model, self, chrome), "Prevention backlog", chrome)
  }

  /// `/item/{number}`.
  func item(_ model: ItemModel, _ chrome: Chrome) -> String {
    let item = model.line.item
    return page("item", ItemView(model, self, chrome), "\(item.label) \(item.title)", chrome)
  }

  /// `/digests`.
  func digests(_ model: DigestsModel, _ chrome: Chrome) -> String {
    page("digests", DigestsView(model, self), "Weekly digests", chrome)
  }

  /// `/digest/{week}`.
  func digest(_ model: DigestModel, _ chrome: Chrome) -> String {
    page("digest", DigestView(model, self), "Digest of \(model.entry.week)", chrome)
  }

  /// `/login`; nobody is at the desk yet.
  func login(_ model: LoginModel) -> String {
    page("login", model, "Sign in", nil)
  }

  /// Any page that cannot be shown; without a chrome where nobody is signed in.
  func message(_ model: MessageModel, _ chrome: Chrome?) -> String {
    page("message", model, model.title, chrome)
  }

  private func page(_ name: String, _ content: some Sendable, _ title: String, _ chrome: Chrome?)
    -> String
  {
    let view = PageView(title: title, chrome: chrome.map(ChromeView.init), content: content)
    return templates.render(view, withTemplate: name) ?? ""
  }
}
