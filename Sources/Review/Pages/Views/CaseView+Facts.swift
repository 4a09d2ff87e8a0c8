import Complaints
import Store

extension CaseView {
  /// What is known of the verbatim beside its words.
  static func facts(_ model: CaseModel, _ days: LocalDays) -> [Fact] {
    let verbatim = model.verbatim
    var facts = [Fact(name: "Came by", words: Wording.name(of: verbatim.channel))]
    if let received = verbatim.received {
      facts.append(Fact(name: "Received", words: Wording.day(days.day(of: received))))
    } else {
      facts.append(Fact(name: "Received", words: "date unknown"))
    }
    if let happened = model.verdict?.happened {
      let day = happened.day.map { "\(Wording.day($0)) " } ?? ""
      facts.append(Fact(name: "Happened", words: "\(day)(“\(happened.words)”)"))
    }
    if let sarcasm = model.verdict?.sarcasm, !sarcasm.isEmpty {
      let words = sarcasm.map { "“\(Wording.shortened($0.text, to: 60))”" }
      facts.append(Fact(name: "Meant otherwise", words: words.joined(separator: " ")))
    }
    if let person = verbatim.person {
      let digits = person.split(separator: ":").last ?? ""
      facts.append(Fact(name: "Customer", words: "P-\(digits.prefix(6))"))
    }
    if let score = verbatim.score {
      facts.append(Fact(name: "Survey score", words: Wording.number(score)))
    }
    facts.append(Fact(name: "Source", words: verbatim.source.description))
    return facts + verbatim.warnings.map { Fact(name: "Note", words: $0) }
  }

  /// Why the rules have nothing to say, as a sentence; nil where they have.
  static func trouble(_ model: CaseModel) -> String? {
    guard let verdict = model.verdict else {
      return "The rules have not read this yet; the next nightly run will."
    }
    if let reason = verdict.unscored {
      return Wording.sentence(reason, language: model.verbatim.language)
        + " Read it and add the tags it needs."
    }
    guard verdict.failures.isEmpty else { return nil }
    return verdict.isComplaint == true
      ? "A complaint, but the rules found no failure in it. Add the tag they missed."
      : "The rules see no complaint here."
  }
}

extension Wording {
  /// "/problem/stock/repair".
  static func path(of problem: Problem) -> String {
    "/problem/\(QueueQuery.escaped(problem.type))/\(QueueQuery.escaped(problem.touchpoint))"
  }

  /// "Staff promised to call back by Wed 18 Nov 2026 (“tomorrow”): broken."
  static func sentence(_ promise: Promise) -> String {
    var due = ""
    if let mention = promise.due {
      due = mention.day.map { " by \(day($0)) (“\(mention.words)”)" } ?? " “\(mention.words)”"
    }
    let who = promise.who.rawValue.prefix(1).uppercased() + promise.who.rawValue.dropFirst()
    let outcome = promise.outcome == .unknown ? "outcome unknown" : promise.outcome.rawValue
    return "\(who) promised to \(promise.what)\(due): \(outcome)."
  }
}
