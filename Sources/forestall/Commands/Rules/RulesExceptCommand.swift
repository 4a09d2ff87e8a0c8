import ArgumentParser
import Authoring
import Classify
import Complaints
import Pipeline
import Store

/// A wrong tag turned into an exception.
struct RulesExceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "except",
    abstract: "Turn a wrong tag into an 'unless' with a 'no_match' example.",
    discussion: """
      For each rule that gives the tag, takes the evidence with words beside it as an 'unless' \
      pattern: the shortest that sets the text apart, breaks no example of the rules and takes \
      least away from stored texts. The sentence becomes an example; what identifies people is \
      taken out. Shows the change; --apply writes it into the rule file, whose comments and \
      layout stay.

      Examples:
        forestall rules except --type stock \\
          --text "I never saw a shop run out of stock before, well done."
        forestall rules except mail/care-2025.mbox#1 --type fulfilment \\
          --settings Corpora/forestall.yml
      """)

  @OptionGroup var options: SharedOptions

  @Argument(help: "The id (four digits or more) or place of a stored verbatim.")
  var id: String?
  @Option(help: "The tag that is wrong: a failure type, or a tag such as effect:churn.")
  var type: String
  @Option(help: "These words of a customer instead of a stored verbatim.")
  var text: String?
  @Option(help: "Words of the text that make the difference.")
  var words: String?
  @Flag(help: "Write the change into the rule files.")
  var apply = false
  @Flag(help: "One JSON object.")
  var json = false

  func validate() throws {
    if (id == nil) == (text == nil) {
      throw ValidationError("name a stored verbatim, or give words with --text")
    }
  }

  func run() throws {
    let settings = try options.readSettings()
    let ruleSet = try options.readRules(settings)
    var maker = ExceptionMaker(
      folder: try options.rulesFolder(settings), ruleSet: ruleSet,
      verbatim: try verbatim(settings), tag: try options.tagName(type, ruleSet.taxonomy),
      words: words, others: try others(settings))
    let exception = try maker.exception()
    if apply { try exception.apply() }
    if json { return Console.write(exception.json(isApplied: apply)) }
    for line in RulesView.lines(exception) { Console.print(line) }
    Console.print(apply ? "Written." : "Nothing is written; --apply writes it.")
  }

  private func verbatim(_ settings: Settings) throws -> Verbatim {
    if let text { return Verbatim(words: text) }
    let store = try options.existingStore(settings)
    let found = try store.verdicts(of: try store.rowIDs(named: id ?? ""))
    guard let first = found.first, found.count == 1 else {
      Console.complain(
        found.isEmpty
          ? "nothing stored has the id or place '\(id ?? "")'"
          : "'\(id ?? "")' names several stored verbatims; give more digits of the id")
      throw ExitCode.failure
    }
    return first.verbatim
  }

  /// Stored verbatims with the tag, to see what an exception takes away.
  private func others(_ settings: Settings) throws -> [Verbatim] {
    guard let store = try options.storeIfAny(settings) else { return [] }
    var filter = StoredFilter()
    filter.limit = ExceptionMaker.mostOtherTexts
    let parts = type.split(separator: ":").map(String.init)
    switch parts.count == 2 ? parts[0] : "failure" {
    case "failure": filter.failure = parts.last
    case "cause": filter.cause = parts.last
    case "effect": filter.effect = parts.last
    default: return []
    }
    return try store.verdicts(of: try store.rowIDs(matching: filter)).map(\.verbatim)
  }
}
