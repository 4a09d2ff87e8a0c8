public import Complaints

/// A rule as a quality lead writes it.
public struct Rule: Sendable {
  /// What a rule tags.
  public enum Tag: Hashable, Sendable, CustomStringConvertible {
    case failure(String)
    case cause(String)
    case effect(String)
    case touchpoint(String)
    case praise
    case promise
    /// Raises the complaint gate.
    case complaint
    /// Lowers the complaint gate.
    case notComplaint
    /// Told beside the tags; takes away praise in its sentence.
    case sarcasm

    /// As written in rule files: "failure:stock".
    public var description: String {
      switch self {
      case .failure(let type): "failure:\(type)"
      case .cause(let type): "cause:\(type)"
      case .effect(let type): "effect:\(type)"
      case .touchpoint(let type): "touchpoint:\(type)"
      case .praise: "praise"
      case .promise: "promise"
      case .complaint: "complaint"
      case .notComplaint: "not-complaint"
      case .sarcasm: "sarcasm"
      }
    }

    var isFailure: Bool { if case .failure = self { true } else { false } }

    /// Whether it is given from a score on, rather than wherever there is evidence.
    var hasThreshold: Bool {
      switch self {
      case .failure, .cause, .effect, .praise, .complaint: true
      case .promise, .touchpoint, .sarcasm, .notComplaint: false
      }
    }

    /// Whether words of its evidence are no cues of guards: those that say what happened, as in
    /// "nobody rang", not those that only weigh or place it.
    var consumesCues: Bool {
      switch self {
      case .failure, .cause, .effect, .promise: true
      case .touchpoint, .praise, .complaint, .notComplaint, .sarcasm: false
      }
    }
  }

  /// How strongly a match speaks for the tag before anything is fitted.
  public enum Strength: String, Sendable, CaseIterable {
    case weak, medium, strong

    /// 0.3, 0.6 or 0.9.
    public var probability: Double {
      switch self {
      case .weak: 0.3
      case .medium: 0.6
      case .strong: 0.9
      }
    }
  }

  /// Whose words are read.
  public enum Speaker: String, Sendable, CaseIterable {
    case customer, staff, bot, any
  }

  /// Whether a rule tags.
  public enum Status: String, Sendable, CaseIterable {
    case live, draft, shadow, retired
  }

  /// A pattern as written, with its place for messages.
  struct WrittenPattern: Sendable {
    var text: String
    var pattern: Pattern
    var place: YAMLValue.Place
  }

  /// Context that must stand near the evidence.
  struct Context: Sendable {
    /// Sentences away; nil for anywhere in the text.
    var within: Int?
    var patterns: [WrittenPattern]
  }

  /// Other rules or tags that must have matched.
  struct Needs: Sendable {
    var all: [String]
    var any: [String]
    var isWithinSentence: Bool
    var place: YAMLValue.Place
  }

  /// An example inside a rule.
  public struct Test: Sendable {
    /// The text; in a matching example brackets mark the expected evidence.
    public var text: String
    /// Whose words it is.
    public var speaker: Role
    /// What passage it is.
    public var passage: PassageKind
    /// The reason expected; nil for an example that must match.
    public var because: Reason?
    /// Where it stands.
    var place: YAMLValue.Place
  }

  /// The permanent id, "stock.none-left".
  public var id: String
  /// What it tags.
  public var tag: Tag
  /// Why the pattern means what it is taken to mean.
  public var why: String
  /// How strongly a match speaks for the tag.
  public var strength: Strength
  /// Whether it tags.
  public var status: Status
  /// Examples.
  public var tests: [Test]
  /// The file it stands in.
  public var file: String
  /// 1-based line of its id.
  public var line: Int

  var place: YAMLValue.Place
  var speaker: Speaker
  /// Nil for any passage.
  var passages: Set<PassageKind>?
  var touchpoint: String?
  var any: [WrittenPattern]
  var unless: [WrittenPattern]
  var with: Context?
  var needs: Needs?
  /// Names of guards; nil for all.
  var guards: [String]?
  var guardsPlace: YAMLValue.Place?
  var maker: Promise.Maker
  var what: String
  var outcome: Promise.Outcome

  /// The patterns of `any` as written.
  public var patterns: [String] { any.map(\.text) }

  /// The passages a rule reads unless it says otherwise.
  static let usualPassages: Set<PassageKind> = [.body, .turn, .formField]
}

/// Why evidence does not count, in the order of the checks.
public enum Reason: String, Sendable, CaseIterable {
  case noPattern = "no-pattern"
  case speaker, passage, unless, with, needs, negated, hypothetical
  case otherParty = "other-party"
  case past, praise, question, sarcasm
}
