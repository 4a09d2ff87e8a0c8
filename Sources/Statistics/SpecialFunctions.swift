// The standard library has no exp and no log-gamma. These are the same on every machine.

/// e to the power x, within a few ulps; 0 where it underflows, infinite where it overflows.
func exponential(_ x: Double) -> Double {
  guard x.isFinite else { return x < 0 ? 0 : x }
  guard x > -750 else { return 0 }
  guard x < 710 else { return .infinity }
  // x = n ln 2 + r with |r| ≤ 0.3466; ln 2 in two parts (Cody and Waite), as in FreeBSD's e_exp.c.
  let n = (x * 1.4426950408889634).rounded()
  let r = (x - n * 6.93147180369123816490e-01) - n * 1.90821492927058770002e-10
  var sum = 1.0
  for term in stride(from: 14.0, through: 1, by: -1) { sum = 1 + sum * r / term }
  return Double(sign: .plus, exponent: Int(n), significand: sum)
}

/// ln(1 + x) for x ≥ 0, also where 1 + x is rounded.
///
/// Source: W. Kahan's correction, in N. J. Higham, "Accuracy and Stability of Numerical
/// Algorithms", 2nd ed., §1.14.1.
func logarithmOfOnePlus(_ x: Double) -> Double {
  let rounded = 1 + x
  return rounded == 1 ? x : naturalLogarithm(rounded) * (x / (rounded - 1))
}

/// ln Γ(x) for x > 0; error below 1e-14 relative to max(1, |ln Γ(x)|).
///
/// Stirling's series from 15 on (NIST DLMF 5.11.1), smaller x by Γ(x + 1) = x Γ(x).
func logGamma(_ x: Double) -> Double {
  precondition(x > 0, "log-gamma is for positive numbers")
  var shifted = x
  var product = 1.0
  while shifted < 15 {
    product *= shifted
    shifted += 1
  }
  let stirling =
    (shifted - 0.5) * naturalLogarithm(shifted) - shifted + halfLogarithmOfTwoPi
    + stirlingSeries(shifted)
  return stirling - naturalLogarithm(product)
}

/// ln Γ(x + 1) less Stirling's approximation (x + ½) ln x − x + ½ ln 2π, for x > 0.
///
/// Source: C. Loader, "Fast and Accurate Computation of Binomial Probabilities", 2000.
func stirlingError(_ x: Double) -> Double {
  guard x < 15 else { return stirlingSeries(x) }
  return logGamma(x) - (x - 0.5) * naturalLogarithm(x) + x - halfLogarithmOfTwoPi
}

/// x ln(x / mean) + mean − x, without cancellation where the two are near; x and mean > 0.
///
/// Source: C. Loader (as above), `bd0`.
func deviance(_ x: Double, from mean: Double) -> Double {
  let difference = x - mean
  guard abs(difference) < 0.1 * (x + mean) else {
    return x * naturalLogarithm(x / mean) + mean - x
  }
  let ratio = difference / (x + mean)
  var sum = difference * ratio
  var power = 2 * x * ratio
  for term in 1...1000 {
    power *= ratio * ratio
    let next = sum + power / Double(2 * term + 1)
    if next == sum { break }
    sum = next
  }
  return sum
}

private let halfLogarithmOfTwoPi = 0.91893853320467274178

/// The remainder of Stirling's series, for x ≥ 15: Σ B₂ₙ / (2n (2n − 1) x²ⁿ⁻¹).
private func stirlingSeries(_ x: Double) -> Double {
  let s = 1 / (x * x)
  return
    (1 / 12.0 - s
    * (1 / 360.0 - s
      * (1 / 1260.0 - s
        * (1 / 1680.0 - s
          * (1 / 1188.0 - s
            * (691 / 360360.0 - s / 156))))))
    / x
}
