import Testing

@testable import Privacy

/// Recall and precision on our own sample. It was written by the authors of the rules: real text
/// does worse.
struct RedactionMeasurementTests {
  @Test func `the sample is large enough`() {
    #expect(RedactionSample.labelled.count >= 60)
    #expect(RedactionSample.unlabelled.count >= 25)
  }

  @Test(arguments: Redaction.Kind.allCases)
  func `a kind reaches its recall and precision`(kind: Redaction.Kind) throws {
    let redactor = Redactor()
    var hits = 0
    var wanted = 0
    var found = 0
    for line in RedactionSample.lines {
      let (text, spans) = try #require(Self.parsed(line), "\(line)")
      let expected = Set(spans.filter { $0.kind == kind }.map(\.range))
      let actual = Set(redactor.redactions(in: text).filter { $0.kind == kind }.map(\.range))
      hits += expected.intersection(actual).count
      wanted += expected.count
      found += actual.count
      if expected != actual { print("\(kind): \(line) → \(redactor.redacted(text))") }
    }
    let recall = Double(hits) / Double(wanted)
    let precision = Double(hits) / Double(found)
    print(
      "print \(kind): recall \(recall) (\(hits)/\(wanted)), precision \(precision) (\(hits)/\(found))"
    )
    #expect(precision >= 0.9)
    switch kind {
    case .email, .card, .iban: #expect(recall >= 0.95)
    default: #expect(recall >= 0.9)
    }
  }

  /// The text and the spans of "a {kind:text} line"; nil for a malformed one.
  private static func parsed(
    _ line: String
  ) -> (String, [(range: Range<Int>, kind: Redaction.Kind)])? {
    var text: [UInt8] = []
    var spans: [(range: Range<Int>, kind: Redaction.Kind)] = []
    var open: (start: Int, kind: Redaction.Kind)?
    let bytes = Array(line.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "{") {
        guard let colon = bytes[index...].firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let name = String(decoding: bytes[(index + 1)..<colon], as: UTF8.self)
        guard open == nil, let kind = Redaction.Kind(rawValue: name) else { return nil }
        open = (text.count, kind)
        index = colon
      } else if byte == UInt8(ascii: "}") {
        guard let span = open else { return nil }
        spans.append((span.start..<text.count, span.kind))
        open = nil
      } else if byte == UInt8(ascii: "\\"), bytes[min(index + 1, bytes.count - 1)] == 0x6E {
        text.append(0x0A)
        index += 1
      } else {
        text.append(byte)
      }
      index += 1
    }
    return open == nil ? (String(decoding: text, as: UTF8.self), spans) : nil
  }
}
