import ArgumentParser
import Authoring
import Classify
import Complaints
import Pipeline

/// What a change of the rules does to tags.
struct RulesDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say which texts change their tags from one rule folder to another.",
    discussion: """
      Prints each text with a tag that comes (+), goes (-) or moves to another touchpoint (~), \
      with the words that prove it, and how often each tag is given by the old and the new rules. \
      Quotes are redacted, so that the output can stand beside a change of the rules for review.

      Examples:
        forestall rules diff Rules Rules Corpora/mail
        forestall rules diff Rules Rules --settings Corpora/forestall.yml --totals
      """)

  @OptionGroup var options: SharedOptions

  @Argument(help: "The folder of the old rules.")
  var old: String
  @Argument(help: "The folder of the new rules.")
  var new: String
  @Argument(help: "Files or folders, or lines of 'extract'; without them what is stored.")
  var inputs: [String] = []

  @Flag(help: "Only how often each tag is given.")
  var totals = false
  @Option(help: "standard, or none: quotes as customers wrote them.")
  var redaction = RedactionOption.standard
  @Flag(help: "One JSON object for each changed text, then one with the totals.")
  var json = false

  func run() throws {
    let settings = try options.readSettings()
    let (old, new) = (
      try options.readRules(in: old, settings, mustPass: false),
      try options.readRules(in: new, settings, mustPass: false)
    )
    var difference = RuleDifference(
      old: old, new: new, redacts: redaction == .standard,
      organisations: settings.organisation.names)
    try TextSource(settings: settings, options: options).each(inputs) { verbatim in
      guard let change = difference.change(in: verbatim), !totals else { return }
      if json { return Console.write(change.json) }
      for line in change.lines { Console.print(RulesView.changeLine(line)) }
      Console.print()
    }
    Console.write(json ? difference.json : Array(difference.table.utf8))
  }
}
