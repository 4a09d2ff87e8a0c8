/// How many cases a period brings: Poisson, or negative binomial where counts vary more than that.
///
/// By mean and *dispersion*, the variance divided by the mean: the negative binomial has size
/// mean / (dispersion − 1) and success probability 1 / dispersion. A dispersion of at most 1 is
/// Poisson. Time is linear in the standard deviation and in the dispersion; the mean is at most 1e9.
public struct CountDistribution: Sendable, Equatable {
  /// Cases expected in the period, 0...1e9.
  public let mean: Double
  /// Variance / mean, ≥ 1; 1 is Poisson.
  public let dispersion: Double

  /// A distribution by its mean (cases, ≥ 0) and dispersion (variance / mean; below 1 counts as 1).
  public init(mean: Double, dispersion: Double = 1) {
    precondition(0 <= mean && mean <= 1e9, "a mean count lies between 0 and 1e9")
    precondition(dispersion.isFinite, "a dispersion is finite")
    self.mean = mean
    self.dispersion = max(1, dispersion)
  }

  /// The chance of exactly this many cases, 0...1 (saddle-point form: C. Loader, "Fast and
  /// Accurate Computation of Binomial Probabilities", 2000).
  public func probability(of count: Int) -> Double {
    guard count >= 0 else { return 0 }
    guard mean > 0 else { return count == 0 ? 1 : 0 }
    let excess = dispersion - 1
    if count == 0 {
      return exponential(excess > 0 ? -mean / excess * logarithmOfOnePlus(excess) : -mean)
    }
    let x = Double(count)
    guard excess > 0 else {
      return exponential(-stirlingError(x) - deviance(x, from: mean)) / (twoPi * x).squareRoot()
    }
    let size = mean / excess
    let trials = size + x
    let exponent =
      stirlingError(trials) - stirlingError(x) - stirlingError(size)
      - deviance(size, from: trials / dispersion)
      - deviance(x, from: trials * (excess / dispersion))
    return (size / (twoPi * x * trials)).squareRoot() * exponential(exponent)
  }

  /// The chance of at most this many cases, 0...1.
  public func cumulative(_ count: Int) -> Double {
    guard count >= 0 else { return 0 }
    return Double(count) < mean ? lowerSum(count) : 1 - upperSum(count + 1)
  }

  /// The chance of this many cases or more, 0...1; small ones keep their digits.
  public func tail(from count: Int) -> Double {
    guard count > 0 else { return 1 }
    return Double(count) > mean ? upperSum(count) : 1 - lowerSum(count - 1)
  }

  /// The smallest count that at least this share of periods does not exceed (0 < share < 1).
  public func quantile(_ share: Double) -> Int {
    precondition(0 < share && share < 1, "a share lies between 0 and 1")
    return smallestCount { cumulative($0) >= share }
  }

  /// The smallest count reached with a chance of at most `alpha` (0 < alpha < 1).
  ///
  /// Exact also where 1 − `alpha` would be rounded to 1.
  public func criticalCount(alpha: Double) -> Int {
    precondition(0 < alpha && alpha < 1, "a level lies between 0 and 1")
    return smallestCount { tail(from: $0) <= alpha }
  }

  /// By doubling and halving; the condition, once true, stays true.
  private func smallestCount(where condition: (Int) -> Bool) -> Int {
    guard !condition(0) else { return 0 }
    var below = 0
    var above = 1
    while !condition(above) {
      below = above
      above *= 2
    }
    while above - below > 1 {
      let middle = below + (above - below) / 2
      if condition(middle) { above = middle } else { below = middle }
    }
    return above
  }

  /// P(X ≤ count), from the count downwards: no terms are left out that matter below the mean.
  private func lowerSum(_ count: Int) -> Double {
    var term = probability(of: count)
    var sum = 0.0
    var x = Double(count)
    while term > sum * 1e-17 {
      sum += term
      guard x > 0 else { break }
      // P(x − 1) / P(x); the size times (1 − p) is mean / dispersion.
      term *= x * dispersion / (mean + (x - 1) * (dispersion - 1))
      x -= 1
    }
    return min(1, sum)
  }

  /// P(X ≥ count) for a count above the mean, where every term is smaller than the last.
  private func upperSum(_ count: Int) -> Double {
    var term = probability(of: count)
    var sum = 0.0
    var x = Double(count)
    while term > sum * 1e-17 {
      sum += term
      term *= (mean + x * (dispersion - 1)) / ((x + 1) * dispersion)
      x += 1
    }
    return min(1, sum)
  }
}

private let twoPi = 6.283185307179586
