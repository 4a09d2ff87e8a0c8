import Complaints
import Text

extension LetterWriter {
  /// The newest complaints in the customers' words.
  var newest: Letter.Section? {
    guard !facts.newest.isEmpty else { return nil }
    var section = Letter.Section(title: "The newest, in their own words")
    section.intro =
      "The last \(Wording.count(facts.newest.count, "complaint")) by the clock, chosen by nobody; "
      + "what is newest is not what is frequent."
    section.quotes = facts.newest.map(quote)
    return section
  }

  /// Customers to ring.
  var calls: Letter.Section? {
    guard !facts.calls.isEmpty else { return nil }
    var section = Letter.Section(title: "Your calls")
    section.intro =
      "\(Wording.sentence(Wording.spelled(facts.calls.count, "case"))) of the "
      + "\(grouped(facts.method.callable)) of this week: the newest, and as many drawn by "
      + "lot. One call is a story, not a rate. 'forestall show' with the case's digits shows it."
    section.points = facts.calls.map { call in
      let contacts = call.contacts > 1 ? ", \(Wording.count(call.contacts, "contact"))" : ""
      let person = call.hasPerson ? "" : ", sender not known"
      let problems = call.problems.isEmpty ? ["no failure named"] : call.problems.map(title)
      return Letter.Point(
        .plain, "Case \(call.caseID.prefix(8))",
        "\(call.isNewest ? "Newest" : "Drawn"): \(Wording.list(problems)). "
          + "\(call.channel), \(Wording.shortDay(call.day))\(contacts)\(person).")
    }
    section.asking = "Ask each of them:"
    section.questions = [
      "What should have happened?",
      "Whom did you ask first, and what did they say?",
      "Would it happen again tomorrow?",
    ].enumerated().map { Letter.Question(position: $0 + 1, asked: $1) }
    return section
  }

  /// What customers were grateful for.
  var thanks: Letter.Section? {
    guard facts.thanks.count > 0 else { return nil }
    var section = Letter.Section(title: "Thanked for")
    section.intro =
      "\(Wording.count(facts.thanks.count, "text")) of this week credit"
      + "\(facts.thanks.count == 1 ? "s" : "") somebody with good service. "
      + "The newest\(facts.thanks.quotations.count > 1 ? " \(facts.thanks.quotations.count)" : ""):"
    section.quotes = facts.thanks.quotations.map(quote)
    return section
  }

  /// A quotation as the store has it now.
  private func quote(_ quotation: DigestFacts.Quotation) -> Letter.Quote {
    let parts =
      [Wording.shortDay(quotation.day), quotation.channel]
      + (quotation.caseID.map { ["case \($0.prefix(8))"] } ?? [])
      + quotation.problems.map(title)
    return Letter.Quote(words: words(quotation), facts: parts.joined(separator: " · "))
  }

  private func words(_ quotation: DigestFacts.Quotation) -> String {
    guard let source = sources[quotation.verbatim] else { return "[erased]" }
    let excerpt = Excerpt(quotation)
    guard excerpt.fingerprint(in: source.text)?.description == quotation.words else {
      return source.text.isEmpty ? "[erased]" : "[the words are others now]"
    }
    let words = excerpt.words(in: source.text, names: source.names)
    return words.isEmpty ? "[no words]" : "“\(words)”"
  }
}

extension Excerpt {
  /// The ranges of a quotation; none where they cannot be ranges.
  init(_ quotation: DigestFacts.Quotation) {
    ranges = quotation.ranges.compactMap { pair in
      guard pair.count == 2, pair[0] >= 0, pair[0] <= pair[1] else { return nil }
      return pair[0]..<pair[1]
    }
    isCutBefore = quotation.isCutBefore
    isCutAfter = quotation.isCutAfter
  }
}
