/// Finds one kind of personal data; linear in the text, whatever the text is.
protocol Recogniser: Sendable {
  /// Adds what it finds, in any order; finds may overlap.
  func find(in scan: Scan, into found: inout [Redaction])
}
