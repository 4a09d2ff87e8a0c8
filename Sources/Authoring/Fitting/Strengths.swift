import Classify
import Foundation

/// Strengths of all rules, fitted or as written, with what the labels leave unexplained.
struct Strengths: Sendable {
  /// By rule index.
  var probabilities: [Double]
  /// By slot.
  var leaks: [Double]

  /// Fits the strengths of all tags, each held by what its written strength is worth.
  init(fitting texts: [FitText], slotCount: Int, written: [Double], priorHits: Double) {
    probabilities = written
    leaks = [Double](repeating: 0.05, count: slotCount)
    var labelled = [Int](repeating: 0, count: slotCount)
    for text in texts {
      for slot in text.labels { labelled[slot] += 1 }
    }
    let cases = Strengths.cases(of: texts, slotCount: slotCount)
    for (slot, cases) in cases.enumerated() {
      let silent = max(1, texts.count - cases.count)
      leaks[slot] = Double(labelled[slot] - cases.count { $0.isLabelled }) / Double(silent)
    }
    probabilities = Priors(fitting: cases, written: written, leaks: leaks).means
    let tags = NoisyOr(priorHits: priorHits, means: probabilities)
    for (slot, cases) in cases.enumerated() {
      tags.improve(
        &probabilities, leak: &leaks[slot], cases: cases,
        silent: (texts.count - cases.count, labelled[slot] - cases.count { $0.isLabelled }))
    }
    for index in probabilities.indices {
      probabilities[index] = (probabilities[index] * 1000).rounded() / 1000
    }
  }

  /// The log-likelihood of the labels of texts with evidence, and of how many labels.
  func logLikelihood(of texts: [FitText], slotCount: Int) -> (sum: Double, count: Int) {
    var sum = 0.0
    var count = 0
    for (slot, entries) in Strengths.cases(of: texts, slotCount: slotCount).enumerated() {
      for entry in entries {
        sum += NoisyOr.logLikelihood(entry, probabilities, leak: leaks[slot])
        count += 1
      }
    }
    return (sum, count)
  }

  /// The cases of every slot.
  private static func cases(of texts: [FitText], slotCount: Int) -> [[NoisyOr.Case]] {
    var cases = [[NoisyOr.Case]](repeating: [], count: slotCount)
    for text in texts {
      for (slot, found) in text.evidence {
        cases[slot].append(
          NoisyOr.Case(rules: found.rules, isLabelled: text.labels.contains(slot)))
      }
    }
    return cases
  }
}

/// The natural logarithm, of a millionth for less.
func logarithm(_ value: Double) -> Double { log(max(value, 1e-6)) }
