/// Words one of which must stand within a few words of an anchor on one side of it: a quick check
/// before that side is followed step by step.
struct Lead: Hashable, Sendable {
  /// The words' signature.
  var signature: Signature
  /// Which windows hold all their places.
  var level: Int8

  /// A lead that always holds.
  static let any = Lead(signature: .always, level: 0)
}

/// The two leads of a side that are expected to hold least often.
struct Leads: Hashable, Sendable {
  private(set) var first = Lead.any
  private(set) var second = Lead.any

  /// Of the elements that some nodes must have within the widest window, the two that are rarest
  /// there; `any` where there are fewer.
  init(of nodes: [Node], classes: SymbolClasses) {
    var least = (Double.infinity, Double.infinity)
    // How many words can stand before the element.
    var before = 0
    for node in nodes {
      if let level = SignatureWindows.level(holding: before + 1),
        let words = FirstWords(of: [node])
      {
        let cost = words.classIDs.reduce(0) { $0 + classes.costs[$1] } * Double(1 << Int(level))
        let lead = Lead(
          signature: words.classIDs.reduce(.none) { $0 | classes.signature(of: $1) }, level: level)
        if cost < least.0 {
          (least, first, second) = ((cost, least.0), lead, first)
        } else if cost < least.1 {
          (least.1, second) = (cost, lead)
        }
      }
      before += Node.longestSpan([node])
    }
  }
}

/// The words that some nodes can begin with.
struct FirstWords {
  private(set) var classIDs: Set<Int> = []

  /// Nil where the nodes can match without a word, or have a gap before their first one.
  init?(of nodes: [Node]) {
    for node in nodes {
      switch node {
      case .symbols(let id):
        classIDs = [id]
        return
      case .choice(let choice):
        for branch in choice.branches {
          guard let first = FirstWords(of: branch) else { return nil }
          classIDs.formUnion(first.classIDs)
        }
        return
      case .gap: return nil
      case .start, .question: continue
      }
    }
    return nil
  }
}
