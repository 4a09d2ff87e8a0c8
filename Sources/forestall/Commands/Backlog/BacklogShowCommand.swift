import ArgumentParser
import Backlog
import Complaints
import Pipeline
import Store

/// What `show` takes: an item or a problem.
enum BacklogSubject: ExpressibleByArgument {
  case item(Int)
  case problem(Problem)

  init?(argument: String) {
    if let item = ItemNumber(argument: argument) {
      self = .item(item.number)
    } else if let key = ProblemKey(argument: argument) {
      self = .problem(key.problem)
    } else {
      return nil
    }
  }
}

/// One item or one problem, whole.
struct BacklogShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a prevention item or a problem whole: numbers, chart, history, complaints.",
    discussion: """
      Example:
        forestall backlog show v1/follow-through/contact \\
          --settings Corpora/forestall.yml
        forestall backlog show PB-1 --settings Corpora/forestall.yml
      """)

  @OptionGroup var options: SharedOptions

  @Argument(help: "An item (PB-12, 12) or a problem (v1/stock/repair).")
  var subject: BacklogSubject

  func run() throws {
    let settings = try options.readSettings()
    let store = try options.existingStore(settings)
    let days = LocalDays(timeZone: settings.timeZone)
    let book = BacklogBook(store: store, days: days)
    let problems: [Problem]
    var line: ItemLine?
    switch subject {
    case .item(let number):
      let found = try book.item(number, at: options.moment)
      line = found
      problems = found.item.problems
    case .problem(let problem): problems = [problem]
    }
    let reports = try problems.map { try book.report(on: $0, at: options.moment) }
    let view = BacklogItemView(
      moment: options.moment, days: days, catalogue: options.catalogue(settings),
      width: Console.width)
    if let line = line ?? reports.first?.item { view.lines(line).forEach { Console.print($0) } }
    for report in reports { view.lines(report).forEach { Console.print($0) } }
    for text in view.chart(line ?? reports.first?.item, reports) { Console.print(text) }
    for report in reports {
      let newest = try store.verdicts(of: Array(report.newestRows.prefix(5)))
      guard !newest.isEmpty else { continue }
      Console.print()
      Console.print(Style.bold("Newest complaints of \(report.problem.key)"))
      for stored in newest { Console.print(ListView.line(stored, days)) }
    }
  }
}
