import Complaints

/// The sentences of explanations, all in one place.
enum Wordings {
  /// "two signals: 0.6 and 0.6 → 0.84".
  static func sum(_ probabilities: [Double], _ score: Double) -> String {
    switch probabilities.count {
    case 0: "no signal"
    case 1: "one signal: \(figure(score))"
    default:
      "\(number(probabilities.count)) signals: \(list(probabilities.map(figure), "and")) "
        + "→ \(figure(score))"
    }
  }

  /// Two decimals at most: "0.6", "0.84".
  static func figure(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, part) = (hundredths / 100, hundredths % 100)
    if part == 0 { return "\(whole)" }
    return part % 10 == 0 ? "\(whole).\(part / 10)" : "\(whole).\(part < 10 ? "0" : "")\(part)"
  }

  /// The same, and near 1 as many decimals as tell it from 1, up to nine: "0.9996".
  static func fineFigure(_ value: Double) -> String {
    guard value >= 0.995, value < 1 - 1e-9 else { return figure(value) }
    var scale = 1e3
    while (1 - value) * scale < 1 { scale *= 10 }
    return "0.\(Int((value * scale).rounded()))"
  }

  /// "negated by “not”".
  static func cue(_ reason: Reason, _ words: String?) -> String {
    let quoted = words.map { "“\(QuoteReader.fold($0))”" } ?? "a cue"
    return switch reason {
    case .unless: "excepted by “unless”: \(quoted)"
    case .negated: "negated by \(quoted)"
    case .hypothetical: "hypothetical after \(quoted)"
    case .past: "told as long over: \(quoted)"
    case .praise: "said in thanks: \(quoted)"
    case .sarcasm: "meant the other way round"
    case .question: "asked, not told: \(quoted)"
    case .otherParty: "about another company: \(quoted)"
    default: reason.rawValue
    }
  }

  static func speaker(_ role: Role, _ speaker: Rule.Speaker) -> String {
    "said by \(name(role)); the rule reads \(speaker == .customer ? "the customer" : speaker.rawValue)"
  }

  private static func name(_ role: Role) -> String {
    switch role {
    case .customer: "the customer"
    case .staff: "staff"
    case .bot: "a bot"
    case .unknown: "somebody unknown"
    }
  }

  static func passage(_ kind: PassageKind, _ passages: Set<PassageKind>?) -> String {
    let read = (passages ?? []).map(\.rawValue).sorted()
    return "stands in a passage of kind \(kind.rawValue); the rule reads \(list(read, "and"))"
  }

  static func context(_ with: Rule.Context?) -> String {
    let patterns = (with?.patterns ?? []).prefix(4).map { "“\(shortened($0.text))”" }
    let more = (with?.patterns.count ?? 0) > 4 ? " …" : ""
    let place =
      switch with?.within {
      case nil: "anywhere in the text"
      case 0: "in the same sentence"
      case 1: "in the same or a neighbouring sentence"
      case .some(let count): "within \(count) sentences"
      }
    return "wanted \(list(patterns, "or"))\(more) \(place)"
  }

  static func needs(_ missing: [String], _ needs: Rule.Needs?) -> String {
    let place = needs?.isWithinSentence == true ? "in the same sentence" : "in the text"
    return "needs \(list(missing, "and")) \(place)"
  }

  /// "“back” within 2 words".
  static func wanted(_ element: Pattern.Element, after gap: Pattern.Element?) -> String {
    let what =
      switch element {
      case .questionMark: "a question mark"
      case .sentenceStart: "the start of the sentence"
      case .number: "a number"
      case .money: "an amount of money"
      default: "“\(shortened(Pattern.written(element)))”"
      }
    guard case .gap(let low, let high)? = gap else { return "\(what) next" }
    return low == 0
      ? "\(what) within \(high) word\(high == 1 ? "" : "s")"
      : "\(what) after \(low) to \(high) words"
  }

  /// "a, b and c".
  static func list(_ items: [String], _ word: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(word) \(last)"
  }

  private static func shortened(_ text: String) -> String {
    text.count > 60 ? text.prefix(59) + "…" : text
  }

  private static func number(_ count: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    return count < words.count ? words[count] : "\(count)"
  }
}

extension GateExplanation {
  init(_ gate: Gate, _ verdict: Verdict, _ verbatim: Verbatim) {
    isComplaint = verdict.isComplaint
    pro = gate.pro
    contra = gate.contra
    contraWeight = gate.contraWeight
    threshold = gate.threshold
    let weight = contra > 0 ? ", which weighs \(Wordings.fineFigure(contraWeight))" : ""
    let figures =
      "\(Wordings.fineFigure(pro)) for and \(Wordings.fineFigure(contra)) against\(weight), "
      + "from \(Wordings.figure(threshold))"
    if let reason = verdict.unscored {
      obstacle = .unscored(reason)
      line = "not scored: " + GateExplanation.words(reason, verbatim)
    } else if verbatim.documentClass != .human, verbatim.documentClass != .form {
      obstacle = .documentClass(verbatim.documentClass)
      line = "not read for failures: its class is \(verbatim.documentClass.rawValue)"
    } else if verbatim.role == .staff || verbatim.role == .bot {
      obstacle = .role(verbatim.role)
      line = "not read for failures: written by \(verbatim.role == .bot ? "a bot" : "staff")"
    } else if gate.isComplaint {
      line = "a complaint: \(figures)"
    } else {
      let isLow = pro < threshold - 1e-9
      obstacle = isLow ? .belowThreshold : .outweighed
      line = "not a complaint: \(figures)"
    }
  }

  private static func words(_ reason: UnscoredReason, _ verbatim: Verbatim) -> String {
    switch reason {
    case .language:
      verbatim.language == "und"
        ? "the language cannot be told" : "the language is '\(verbatim.language)', not 'en'"
    case .attachment: "the words stand in an attachment that was not read"
    case .overLimit: "the text is longer than \(Classifier.longestText) bytes"
    case .encrypted: "the words are encrypted"
    }
  }
}
