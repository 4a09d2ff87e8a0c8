import Complaints

#if canImport(Glibc)
  private import Glibc
#else
  private import Foundation
#endif

/// Who the speakers of a conversation are, with how sure that is.
struct RoleInference {
  /// A role with its confidence, 0...1.
  struct Guess: Equatable {
    var role: Role
    var confidence: Double
    static let unknown = Guess(role: .unknown, confidence: 0.5)
  }
  /// Below this confidence a role is `unknown`.
  static let threshold = 0.6

  private var guesses: [String: Guess] = [:]

  /// Judges the speakers of some turns.
  ///
  /// In this order: what the format says, what the label says, the organisation's names and
  /// addresses, what a speaker says in all turns together, who greeted first.
  init(turns: [Turn], channel: Channel, organisation: Organisation) {
    var order: [String] = []
    var words: [String: [String]] = [:]
    for turn in turns {
      let key = RoleInference.key(turn.speaker)
      if words[key] == nil { order.append(key) }
      words[key, default: []].append(turn.text)
      if let role = turn.role, role != .unknown {
        guesses[key] = guesses[key] ?? Guess(role: role, confidence: 1)
      } else if guesses[key] == nil, let speaker = turn.speaker {
        guesses[key] = RoleInference.named(speaker, organisation)
      }
    }
    let open = order.filter { guesses[$0] == nil && !$0.isEmpty }
    let weights = open.map { RoleBehaviour.all.weight(of: words[$0] ?? []) }
    let known = Set(order.compactMap { guesses[$0]?.role })
    if open.count == 2, known.isDisjoint(with: [.customer, .staff]) {
      // One of the two is the customer: only their difference counts.
      var lead = weights[0] - weights[1]
      // Who speaks first tells something only where the talk begins: records may be cut.
      if open[0] == order.first, let opening = turns.first?.text,
        RoleBehaviour.isGreeting(opening)
      {
        lead += channel == .call ? 0.5 : -0.5
      }
      let first = RoleInference.guess(lead)
      let second = Guess(
        role: first.role == .staff ? .customer : first.role == .customer ? .staff : .unknown,
        confidence: first.confidence)
      (guesses[open[0]], guesses[open[1]]) = (first, second)
      return
    }
    for (key, weight) in zip(open, weights) {
      var lead = weight
      if known.contains(.staff), !known.contains(.customer) { lead -= 1.6 }
      if known.contains(.customer), !known.contains(.staff) { lead += 1.6 }
      guesses[key] = RoleInference.guess(lead)
    }
  }

  /// The role of a turn: its own, else its speaker's.
  func guess(for turn: Turn) -> Guess {
    if let role = turn.role, role != .unknown { return Guess(role: role, confidence: 1) }
    return guesses[RoleInference.key(turn.speaker)] ?? .unknown
  }

  private static func key(_ speaker: String?) -> String { speaker?.lowercased() ?? "" }

  private static func named(_ speaker: String, _ organisation: Organisation) -> Guess? {
    if let role = RoleLexicon.role(of: speaker) { return Guess(role: role, confidence: 0.95) }
    if organisation.isNamed(speaker) || organisation.owns(address: speaker) {
      return Guess(role: .staff, confidence: 0.9)
    }
    return nil
  }

  private static func guess(_ lead: Double) -> Guess {
    let staff = 1 / (1 + exp(-lead))
    let confidence = (min(max(staff, 1 - staff), 0.97) * 100).rounded() / 100
    guard confidence >= threshold else { return Guess(role: .unknown, confidence: confidence) }
    return Guess(role: staff > 0.5 ? .staff : .customer, confidence: confidence)
  }
}
