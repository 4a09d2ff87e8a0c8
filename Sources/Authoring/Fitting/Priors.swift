/// What written strengths are worth in some texts: where the fit of each rule's strength begins,
/// and what holds it.
///
/// People write "strong" of a rule that they trust. How often such rules are right is counted: over
/// all rules of one tag and strength together, held by all rules of that strength.
struct Priors {
  /// By rule index.
  let means: [Double]

  /// How many hits the mean over all tags is worth to a single tag.
  private static let hitsOfAllTags = 20.0
  private static let rounds = 20

  /// - Parameters:
  ///   - cases: the cases of every slot.
  ///   - written: strengths as written, by rule index.
  ///   - leaks: by slot.
  init(fitting cases: [[NoisyOr.Case]], written: [Double], leaks: [Double]) {
    var means = written
    let rules = cases.map { Set($0.flatMap(\.rules)) }
    for _ in 0..<Priors.rounds {
      var all: [Double: Share] = [:]
      let groups = cases.enumerated().map { slot, cases in
        let groups = Priors.shares(cases, means, written, leak: leaks[slot])
        all.merge(groups) { $0 + $1 }
        return groups
      }
      for (slot, groups) in groups.enumerated() {
        for rule in rules[slot] {
          let group = groups[written[rule]] ?? Share()
          let mean = (all[written[rule]] ?? Share()).mean ?? written[rule]
          let held = Share(
            right: group.right + Priors.hitsOfAllTags * mean,
            count: group.count + Priors.hitsOfAllTags)
          means[rule] = min(max(held.mean ?? mean, NoisyOr.margin), 1 - NoisyOr.margin)
        }
      }
    }
    self.means = means
  }

  /// Hits of rules, and how many of them are held to be right.
  private struct Share {
    var right = 0.0
    var count = 0.0
    var mean: Double? { count == 0 ? nil : right / count }

    static func + (left: Share, right: Share) -> Share {
      Share(right: left.right + right.right, count: left.count + right.count)
    }
  }

  /// By written strength.
  private static func shares(
    _ cases: [NoisyOr.Case], _ means: [Double], _ written: [Double], leak: Double
  ) -> [Double: Share] {
    var shares: [Double: Share] = [:]
    for entry in cases {
      let chance = max(NoisyOr.chance(entry, means, leak: leak), 1e-12)
      for rule in entry.rules {
        shares[written[rule], default: Share()].count += 1
        if entry.isLabelled {
          shares[written[rule], default: Share()].right += means[rule] / chance
        }
      }
    }
    return shares
  }
}
