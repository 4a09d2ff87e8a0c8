import ArgumentParser
import Authoring
import Classify
import Complaints
import Pipeline
import Text

/// Draft rules for what the rules miss.
struct RulesSuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Suggest draft rules from phrases that missed texts have in common.",
    discussion: """
      Looks through labelled texts, or without --labels through what people decided about stored \
      ones, for phrases that stand in missed texts of a tag more often than chance explains. Each \
      is tried on all the texts with every check and printed as a draft rule to paste, with its \
      hits and false hits. What identifies people is taken out. A phrase is a beginning: put \
      gaps, inflections and word lists into it before it becomes a rule.

      Examples:
        forestall rules suggest --labels Corpora/labels/mail.jsonl
        forestall rules suggest --labels Corpora/labels/mail.jsonl --type delay --json
      """)

  @OptionGroup var options: SharedOptions

  @Option(
    help: ArgumentHelp(
      "Labelled texts, one JSON object a line; may be repeated.", valueName: "file"))
  var labels: [String] = []
  @OptionGroup var chosen: LabelOptions
  @Option(help: "Only this failure type, or a tag such as effect:churn.")
  var type: String?
  @Option(name: .shortAndLong, help: "At most this many for each tag.")
  var limit = 5
  @Flag(help: "One JSON object a line.")
  var json = false

  func validate() throws {
    if !(1...100).contains(limit) { throw ValidationError("--limit is 1 to 100") }
  }

  func run() throws {
    let settings = try options.readSettings()
    let folder = try options.rulesFolder(settings)
    let ruleSet = try options.readRules(settings, mustPass: false)
    let wanted = try type.map { try options.tagName($0, ruleSet.taxonomy) }
    let texts =
      try labels.isEmpty
      ? options.reviewedTexts(in: options.existingStore(settings), settings)
      : chosen.texts(of: labels, taxonomy: ruleSet.taxonomy)
    guard !texts.isEmpty else {
      Console.complain("no text is reviewed yet; review some, or give --labels FILE")
      throw ExitCode.failure
    }
    let suggestions = Suggestions(
      folder: folder, ruleSet: ruleSet, texts: texts, organisations: settings.organisation.names)
    let tags = suggestions.missedTags.filter { wanted == nil || wanted == "\($0.tag)" }
    let all = suggestions.suggestions(for: tags.map(\.tag), limit: limit)
    for (tag, missed) in tags {
      let found = all.filter { $0.tag == tag }
      if json {
        for suggestion in found { Console.write(suggestion.json) }
      } else if !found.isEmpty {
        Console.print("# \(tag): \(counted(missed, "text")) of \(grouped(texts.count)) missed")
        for suggestion in found { Console.print(displayed(suggestion.yaml)) }
      }
    }
    if all.isEmpty {
      Console.note("no phrase stands often enough in missed texts of \(grouped(texts.count))")
    }
  }
}
