/// How many standard deviations around the mean hold this share of a normal distribution:
/// 1.95996… for 0.95.
func standardNormalQuantile(confidence level: Double) -> Double {
  precondition(0 < level && level < 1, "a confidence level lies between 0 and 1")
  return standardNormalQuantile(0.5 + level / 2)
}

/// The value below which a standard normal variable lies with this probability (0 < p < 1).
///
/// Relative error about 1e-16. Source: M. J. Wichura, "Algorithm AS 241: The Percentage Points of
/// the Normal Distribution", Applied Statistics 37 (1988), routine PPND16.
func standardNormalQuantile(_ probability: Double) -> Double {
  let offset = probability - 0.5
  if abs(offset) <= 0.425 {
    let r = 0.180625 - offset * offset
    return offset
      * polynomial(
        r, 3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
        1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
        3.3430575583588128105e4, 2.5090809287301226727e3)
      / polynomial(
        r, 1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
        2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
        5.2264952788528545610e3)
  }
  let tail = offset < 0 ? probability : 1 - probability
  let r = (-naturalLogarithm(tail)).squareRoot()
  let distance: Double
  if r <= 5 {
    let s = r - 1.6
    distance =
      polynomial(
        s, 1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
        3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
        2.27238449892691845833e-2, 7.74545014278341407640e-4)
      / polynomial(
        s, 1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
        1.05075007164441684324e-9)
  } else {
    let s = r - 5
    distance =
      polynomial(
        s, 6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
        2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
        2.71155556874348757815e-5, 2.01033439929228813265e-7)
      / polynomial(
        s, 1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
        2.04426310338993978564e-15)
  }
  return offset < 0 ? -distance : distance
}

/// Coefficients from the constant term upwards, by Horner's rule.
private func polynomial(_ x: Double, _ coefficients: Double...) -> Double {
  coefficients.reversed().reduce(0) { $0 * x + $1 }
}

/// ln x for a positive normal number, within a few ulps; the standard library itself has none.
func naturalLogarithm(_ x: Double) -> Double {
  var exponent = Double(x.exponent)
  var significand = x.significand
  if significand > 1.4142135623730951 {
    significand /= 2
    exponent += 1
  }
  // ln m = 2 artanh((m − 1) / (m + 1)); |ratio| ≤ 0.172, so 12 terms leave less than 1e-20.
  let ratio = (significand - 1) / (significand + 1)
  let square = ratio * ratio
  var sum = 0.0
  for term in stride(from: 23, through: 1, by: -2) { sum = sum * square + 1 / Double(term) }
  return exponent * 0.6931471805599453 + 2 * ratio * sum
}
