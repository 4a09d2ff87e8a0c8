public import Complaints

/// Why a folder of rules is not used: its mistakes, or examples of its own that fail.
public struct RuleRefusal: Error, Sendable, CustomStringConvertible {
  /// The folder as given.
  public var folder: String
  /// What is wrong with the files, in file order.
  public var mistakes: [Diagnostic] = []
  /// Examples that fail although the files are right.
  public var failures: [RuleTester.Failure] = []

  /// "2 mistakes in Rules, the first at Rules/failures/stock.yml:12:8: error[R008] …".
  public var description: String {
    if let first = mistakes.first {
      let count = mistakes.count
      return count == 1
        ? "a mistake in \(folder): \(first)"
        : "\(count) mistakes in \(folder), the first at \(first)"
    }
    let place = failures.first.map { "\($0.file):\($0.line)" } ?? folder
    return failures.count == 1
      ? "an example of the rules themselves fails: \(place)"
      : "\(failures.count) examples of the rules themselves fail, the first at \(place)"
  }
}

extension RuleSet {
  /// Reads, compiles and tests the rules of a folder.
  ///
  /// - Parameter isTested: false leaves the examples out.
  /// - Throws: a refusal when a file has a mistake, or an example of a live or shadow rule fails.
  public static func accepted(
    folder path: String, organisation: Organisation = Organisation(), isTested: Bool = true
  ) throws(RuleRefusal) -> RuleSet {
    let (ruleSet, diagnostics) = load(folder: path, organisation: organisation)
    guard let ruleSet else {
      throw RuleRefusal(folder: path, mistakes: diagnostics.filter { $0.severity == .error })
    }
    guard isTested else { return ruleSet }
    var tester = RuleTester(ruleSet: ruleSet)
    let failures = tester.run().stoppingFailures
    guard failures.isEmpty else { throw RuleRefusal(folder: path, failures: failures) }
    return ruleSet
  }
}
