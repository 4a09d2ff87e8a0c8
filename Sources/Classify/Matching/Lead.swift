/// Words one of which must stand in a window near an anchor on one side of it: a quick check before
/// that side is followed step by step.
struct Lead: Hashable, Sendable {
  /// The words' signature.
  var signature: Signature
  /// The window that holds all their places.
  var window: SignatureWindows.Window

  /// A lead that always holds.
  static let any = Lead(signature: .always, window: SignatureWindows.Window(first: 0, level: 0))

  /// The two leads of a side that are expected to hold least often: of the elements that some
  /// nodes must have near enough, the two that are rarest there; `any` where there are
  /// fewer.
  static func rarest(of nodes: [Node], classes: SymbolClasses) -> (Lead, Lead) {
    var leads = (Lead.any, Lead.any)
    var least = (Double.infinity, Double.infinity)
    // How many words can stand before the element.
    var (fewest, most) = (0, 0)
    for node in nodes {
      if let window = SignatureWindows.Window(holding: fewest...most),
        let words = FirstWords(of: [node])
      {
        let cost =
          words.classIDs.sorted().reduce(0) { $0 + classes.costs[$1] } * Double(window.count)
        let lead = Lead(
          signature: words.classIDs.reduce(.none) { $0 | classes.signature(of: $1) }, window: window
        )
        if cost < least.0 {
          (least, leads) = ((cost, least.0), (lead, leads.0))
        } else if cost < least.1 {
          (least.1, leads.1) = (cost, lead)
        }
      }
      fewest += Node.shortestSpan([node])
      most += Node.longestSpan([node])
    }
    return leads
  }
}

/// The two leads of one side of an anchor, with where their windows stand beside it.
struct Leads: Hashable, Sendable {
  private var first: Signature
  private var second: Signature
  private var firstOffset: Int8
  private var secondOffset: Int8

  /// The leads of a side whose nodes are given the nearest first.
  init(_ nodes: [Node], isBefore: Bool, classes: SymbolClasses) {
    let (one, other) = Lead.rarest(of: nodes, classes: classes)
    (first, second) = (one.signature, other.signature)
    firstOffset = one.window.offset(isBefore: isBefore)
    secondOffset = other.window.offset(isBefore: isBefore)
  }

  /// 1 where both may hold beside a word whose windows stand at a place, else 0: without a branch, which
  /// would be guessed wrong too often.
  @inline(__always)
  func mayHold(_ windows: UnsafeMutableBufferPointer<Signature>, _ place: Int) -> Int {
    (windows[place &+ Int(firstOffset)].mayMeet(first) ? 1 : 0)
      & (windows[place &+ Int(secondOffset)].mayMeet(second) ? 1 : 0)
  }
}

/// The words that some nodes can begin with.
struct FirstWords: Sendable {
  /// Their classes, ascending.
  private(set) var classIDs: [Int] = []

  /// Nil where the nodes can match without a word, or have a gap before their first one.
  init?(of nodes: [Node]) {
    for node in nodes {
      switch node {
      case .symbols(let id):
        classIDs = [id]
        return
      case .choice(let choice):
        guard let first = choice.firstWords else { return nil }
        self = first
        return
      case .gap: return nil
      case .start, .question: continue
      }
    }
    return nil
  }

  /// Those of some branches; nil where one of them has none.
  init?(ofAny branches: [[Node]]) {
    var all: [Int] = []
    for branch in branches {
      if case .symbols(let id)? = branch.first {
        all.append(id)
      } else {
        guard let first = FirstWords(of: branch) else { return nil }
        all += first.classIDs
      }
    }
    classIDs = all.sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
