import Classify
import Foundation

/// Strengths of all rules, fitted or as written, with what the labels leave unexplained.
struct Strengths: Sendable {
  /// By rule index.
  var probabilities: [Double]
  /// By slot.
  var leaks: [Double]

  /// How often the counted rules are drawn up anew: where evidence overlaps, the strongest rule
  /// counts, and which one that is changes with the strengths.
  private static let rounds = 4

  /// Fits the strengths of all tags, each held by what its written strength is worth.
  init(fitting texts: [FitText], slotCount: Int, written: [Double], priorHits: Double) {
    probabilities = written
    leaks = [Double](repeating: 0.05, count: slotCount)
    var labelled = [Int](repeating: 0, count: slotCount)
    for text in texts {
      for slot in text.labels { labelled[slot] += 1 }
    }
    let first = cases(of: texts, slotCount: slotCount)
    for (slot, cases) in first.enumerated() {
      let silent = max(1, texts.count - cases.count)
      leaks[slot] = Double(labelled[slot] - cases.count { $0.isLabelled }) / Double(silent)
    }
    probabilities = Priors(fitting: first, written: written, leaks: leaks).means
    let tags = NoisyOr(priorHits: priorHits, means: probabilities)
    for _ in 0..<Strengths.rounds {
      let before = probabilities
      for (slot, cases) in cases(of: texts, slotCount: slotCount).enumerated() {
        tags.improve(
          &probabilities, leak: &leaks[slot], cases: cases,
          silent: (texts.count - cases.count, labelled[slot] - cases.count { $0.isLabelled }))
      }
      if zip(before, probabilities).allSatisfy({ abs($0 - $1) < 1e-3 }) { break }
    }
    for index in probabilities.indices {
      probabilities[index] = (probabilities[index] * 1000).rounded() / 1000
    }
  }

  /// The log-likelihood of the labels of texts with evidence, and of how many labels.
  func logLikelihood(of texts: [FitText], slotCount: Int) -> (sum: Double, count: Int) {
    var sum = 0.0
    var count = 0
    for (slot, entries) in cases(of: texts, slotCount: slotCount).enumerated() {
      for entry in entries {
        sum += NoisyOr.logLikelihood(entry, probabilities, leak: leaks[slot])
        count += 1
      }
    }
    return (sum, count)
  }

  /// The cases of every slot, with the rules that count at these strengths.
  private func cases(of texts: [FitText], slotCount: Int) -> [[NoisyOr.Case]] {
    var cases = [[NoisyOr.Case]](repeating: [], count: slotCount)
    for text in texts {
      for (slot, found) in text.evidence {
        cases[slot].append(
          NoisyOr.Case(rules: counted(found), isLabelled: text.labels.contains(slot)))
      }
    }
    return cases
  }

  private func counted(_ found: RuleEvidence) -> [Int] {
    if found.rules.count == 1 { return found.rules }
    return found.ranked { probabilities[$0] }.filter(\.isCounted).map { found.rules[$0.place] }
  }
}

/// The natural logarithm, of a millionth for less.
func logarithm(_ value: Double) -> Double { log(max(value, 1e-6)) }
