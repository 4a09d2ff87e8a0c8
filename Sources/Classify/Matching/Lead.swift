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

extension Lead {
  /// Of the elements that some nodes must have within the widest window, the one that is rarest
  /// there; `any` where there is none.
  init(of nodes: [Node], classes: SymbolClasses) {
    self = .any
    var least = Double.infinity
    // How many words can stand before the element.
    var before = 0
    for node in nodes {
      if let level = SignatureWindows.level(holding: before + 1),
        let first = FirstWords(of: [node], classes)
      {
        let frequency = first.frequency * Double(1 << Int(level))
        if frequency < least {
          least = frequency
          self = Lead(signature: first.signature, level: level)
        }
      }
      before += Node.longestSpan([node])
    }
  }

  /// The words that some nodes can begin with, and how often one of them is expected.
  private struct FirstWords {
    var signature = Signature.none
    var frequency = 0.0

    /// Nil where the nodes can match without a word, or have a gap before their first one.
    init?(of nodes: [Node], _ classes: SymbolClasses) {
      for node in nodes {
        switch node {
        case .symbols(let id):
          signature = classes.signature(of: id)
          frequency = classes.costs[id]
          return
        case .choice(let choice):
          for branch in choice.branches {
            guard let first = FirstWords(of: branch, classes) else { return nil }
            signature |= first.signature
            frequency += first.frequency
          }
          return
        case .gap: return nil
        case .start, .question: continue
        }
      }
      return nil
    }
  }
}
