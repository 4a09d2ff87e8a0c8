/// What the rules say of a verbatim, each tag with the words that prove it.
public struct Verdict: Sendable, Equatable {
  /// The verbatim judged.
  public var id: Fingerprint
  /// A table row's own id.
  public var row: String?
  /// The identity of its document.
  public var document: Fingerprint
  /// Where its document stands.
  public var source: SourceReference
  /// Why the verbatim was not scored; nil when it was.
  public var unscored: UnscoredReason?
  /// Whether the author reports a failure, whoever's; nil when not scored.
  public var isComplaint: Bool?
  /// One entry per failure type, strongest first.
  public var failures: [Failure]
  /// Causes the text itself names.
  public var causes: [Finding]
  /// What the failure did.
  public var effects: [Finding]
  /// Where somebody is credited with good service; at most one entry, its type is "praise".
  public var praise: [Finding]
  /// Commitments made to the customer.
  public var promises: [Promise]
  /// When it happened, where the text says so.
  public var happened: TimeMention?
  /// Words that mean the opposite of what they say; they are told, and are no praise.
  public var sarcasm: [Evidence]
  /// The fingerprint of the rules, weights, lexicons, taxonomy and organisation that judged.
  public var ruleSet: Fingerprint
  /// The version of the engine that judged.
  public var engine: String

  /// A verdict without any tag.
  public init(of verbatim: Verbatim, ruleSet: Fingerprint, engine: String) {
    self.init(
      id: verbatim.id, row: verbatim.row, document: verbatim.document, source: verbatim.source,
      ruleSet: ruleSet, engine: engine)
  }

  /// A verdict without any tag, for a verbatim known by its ids.
  public init(
    id: Fingerprint, row: String?, document: Fingerprint, source: SourceReference,
    ruleSet: Fingerprint, engine: String
  ) {
    self.id = id
    self.row = row
    self.document = document
    self.source = source
    failures = []
    causes = []
    effects = []
    praise = []
    promises = []
    sarcasm = []
    self.ruleSet = ruleSet
    self.engine = engine
  }
}

extension Verdict {
  /// The evidence of every tag, tag by tag.
  public var allEvidence: [Evidence] {
    failures.flatMap(\.evidence) + (causes + effects + praise).flatMap(\.evidence)
      + promises.flatMap(\.evidence) + sarcasm
  }
}

/// Why a verbatim was not scored; never the same as "no complaint".
public enum UnscoredReason: String, Sendable, CaseIterable {
  case language, attachment, overLimit, encrypted
}

/// The words that prove a tag.
public struct Evidence: Sendable, Equatable, Hashable {
  /// The id of the rule that matched.
  public var rule: String
  /// Half-open UTF-8 byte range into the verbatim's text.
  public var range: Range<Int>
  /// That range, letter by letter.
  public var text: String

  /// One piece of evidence.
  public init(rule: String, range: Range<Int>, text: String) {
    self.rule = rule
    self.range = range
    self.text = text
  }
}

/// A cause, an effect or praise, with its evidence.
public struct Finding: Sendable, Equatable {
  /// The type's id in the taxonomy.
  public var type: String
  /// 0...1.
  public var score: Double
  /// In text order.
  public var evidence: [Evidence]

  /// A finding.
  public init(type: String, score: Double, evidence: [Evidence]) {
    self.type = type
    self.score = score
    self.evidence = evidence
  }
}

/// One failure type found in a verbatim.
public struct Failure: Sendable, Equatable {
  /// The failure type's permanent id.
  public var type: String
  /// 0...1.
  public var score: Double
  /// Where in the customer's journey it happened; "unspecified" when the text does not say.
  public var touchpoint: String
  /// Whose failure it is.
  public var about: Subject
  /// Whether all that proves it is told as long over ("they used to …"); it counts all the same.
  public var isPast: Bool
  /// In text order.
  public var evidence: [Evidence]
  /// "v1/<failure type>/<touchpoint>", the key under which failures are counted as one problem.
  public var problemKey: String { "v1/\(type)/\(touchpoint)" }

  /// A failure.
  public init(
    type: String, score: Double, touchpoint: String, about: Subject, isPast: Bool = false,
    evidence: [Evidence]
  ) {
    self.type = type
    self.score = score
    self.touchpoint = touchpoint
    self.about = about
    self.isPast = isPast
    self.evidence = evidence
  }
}

/// Whose failure is reported; only `us` and `unknown` count.
public enum Subject: String, Sendable, CaseIterable {
  case us, other, unknown
}

/// What somebody of the company committed to.
public struct Promise: Sendable, Equatable {
  /// Who committed.
  public enum Maker: String, Sendable, CaseIterable { case staff, company, supplier }
  /// How it ended, as the text says; `unknown` is the default.
  public enum Outcome: String, Sendable, CaseIterable { case kept, late, broken, unknown }
  /// Who committed.
  public var who: Maker
  /// Short words, such as "call back".
  public var what: String
  /// By when, as the text says.
  public var due: TimeMention?
  /// How it ended.
  public var outcome: Outcome
  /// The words.
  public var evidence: [Evidence]

  /// A promise.
  public init(
    who: Maker, what: String, due: TimeMention?, outcome: Outcome, evidence: [Evidence]
  ) {
    self.who = who
    self.what = what
    self.due = due
    self.outcome = outcome
    self.evidence = evidence
  }
}

/// Words that say when, and the day they mean seen from the day of receipt.
public struct TimeMention: Sendable, Equatable {
  /// The words, letter by letter.
  public var words: String
  /// The day; nil when the words do not fix one.
  public var day: Day?

  /// A mention.
  public init(words: String, day: Day?) {
    self.words = words
    self.day = day
  }
}
