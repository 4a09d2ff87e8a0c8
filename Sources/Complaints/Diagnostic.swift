/// A mistake in a file that people write, with its place and, where there is one, its mend.
public struct Diagnostic: Error, Sendable, Equatable, CustomStringConvertible {
  /// Whether the file can be used all the same.
  public enum Severity: String, Sendable { case error, warning }
  /// The file's path as given.
  public var file: String
  /// 1-based; 0 when the whole file is meant.
  public var line: Int
  /// 1-based; 0 when the whole line is meant.
  public var column: Int
  /// Whether the file can be used all the same.
  public var severity: Severity
  /// A stable code such as "R012".
  public var code: String
  /// What is wrong, in one line.
  public var message: String
  /// What to do where the usual mend of its code does not fit; nil elsewhere.
  public var mend: String?

  /// A diagnostic.
  public init(
    file: String, line: Int, column: Int, severity: Severity = .error, code: String,
    message: String, mend: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.code = code
    self.message = message
    self.mend = mend
  }

  /// "Rules/failures/stock.yml:12:8: error[R012] rule 'stock.none-left' is already defined".
  public var description: String {
    var place = file
    if line > 0 { place += ":\(line)" }
    if line > 0, column > 0 { place += ":\(column)" }
    return "\(place): \(severity.rawValue)[\(code)] \(message)"
  }
}

/// The candidate most like a mistyped word, for "did you mean …"; nil when none is near.
///
/// Near means at most a third of the letters differ (optimal string alignment distance).
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  var best: (distance: Int, name: String)?
  let letters = Array(word.lowercased().utf8)
  for candidate in candidates {
    let distance = editDistance(letters, Array(candidate.lowercased().utf8))
    if distance < best?.distance ?? Int.max { best = (distance, candidate) }
  }
  guard let best, best.distance <= max(1, letters.count / 3) else { return nil }
  return best.name
}

/// "; did you mean 'stock'?" for the candidate most like a mistyped word; empty when none is near.
public func hint(for word: String, among candidates: some Sequence<String>) -> String {
  nearest(to: word, among: candidates).map { "; did you mean '\($0)'?" } ?? ""
}

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  for (i, letter) in left.enumerated() {
    var row = [i + 1]
    for (j, other) in right.enumerated() {
      var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (letter == other ? 0 : 1))
      if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[right.count]
}
