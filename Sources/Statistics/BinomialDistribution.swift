/// Successes among independent trials; sums run from the tail, so small chances keep their digits.
struct BinomialDistribution {
  /// Trials, ≥ 0.
  let trials: Int
  /// The chance of each, strictly between 0 and 1.
  let share: Double

  /// The chance of exactly this many (C. Loader, "Fast and Accurate Computation of Binomial
  /// Probabilities", 2000).
  func probability(of count: Int) -> Double {
    guard 0 <= count, count <= trials else { return 0 }
    let n = Double(trials)
    let x = Double(count)
    if count == 0 { return exponential(-n * logarithmOfOnePlus(share / (1 - share))) }
    if count == trials { return exponential(n * naturalLogarithm(share)) }
    let exponent =
      stirlingError(n) - stirlingError(x) - stirlingError(n - x) - deviance(x, from: n * share)
      - deviance(n - x, from: n * (1 - share))
    return (n / (6.283185307179586 * x * (n - x))).squareRoot() * exponential(exponent)
  }

  /// The chance of at most this many.
  func cumulative(_ count: Int) -> Double {
    guard count >= 0 else { return 0 }
    guard count < trials else { return 1 }
    return Double(count) < Double(trials) * share ? lowerSum(count) : 1 - upperSum(count + 1)
  }

  /// The chance of this many or more.
  func tail(from count: Int) -> Double {
    guard count > 0 else { return 1 }
    guard count <= trials else { return 0 }
    return Double(count) > Double(trials) * share ? upperSum(count) : 1 - lowerSum(count - 1)
  }

  private func lowerSum(_ count: Int) -> Double {
    var term = probability(of: count)
    var sum = 0.0
    var x = count
    while term > sum * 1e-17 {
      sum += term
      guard x > 0 else { break }
      term *= Double(x) * (1 - share) / (Double(trials - x + 1) * share)
      x -= 1
    }
    return min(1, sum)
  }

  private func upperSum(_ count: Int) -> Double {
    var term = probability(of: count)
    var sum = 0.0
    var x = count
    while term > sum * 1e-17 {
      sum += term
      guard x < trials else { break }
      term *= Double(trials - x) * share / (Double(x + 1) * (1 - share))
      x += 1
    }
    return min(1, sum)
  }
}
