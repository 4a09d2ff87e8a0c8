package import Complaints
package import Foundation

extension Passage {
  /// All passages of a verbatim in few bytes.
  static func packed(_ passages: [Passage]) -> [UInt8] {
    var writer = PackedWriter()
    writer.write(passages) { writer, passage in
      writer.write(choice: passage.kind)
      writer.write(passage.range)
      writer.write(choice: passage.role)
      writer.write(passage.confidence)
      writer.write(passage.speaker)
      writer.write(passage.from)
      writer.write(passage.to)
    }
    return writer.bytes
  }

  /// What `packed` packed.
  package static func unpacked(_ data: Data) throws -> [Passage] {
    var reader = PackedReader(data)
    return try reader.list { reader throws(PackedReader.Damage) in
      Passage(
        kind: try reader.choice(PassageKind.self), range: try reader.range(),
        role: try reader.choice(Role.self), confidence: try reader.number(),
        speaker: try reader.optionalText(), from: try reader.optionalNumber(),
        to: try reader.optionalNumber())
    }
  }
}

extension Verdict {
  /// The tags with their evidence in few bytes; evidence texts are left to the verbatim.
  ///
  /// - Parameter terms: numbers of `names`; nil writes them out, as the first versions did.
  func packedTags(_ terms: [String: Int]?) -> [UInt8] {
    var writer = PackedWriter()
    func write(name: String, _ writer: inout PackedWriter) {
      if let terms { writer.write(terms[name] ?? 0) } else { writer.write(name) }
    }
    func write(_ evidence: [Evidence], _ writer: inout PackedWriter) {
      writer.write(evidence) { writer, item in
        write(name: item.rule, &writer)
        writer.write(item.range)
      }
    }
    func write(_ mention: TimeMention?, _ writer: inout PackedWriter) {
      writer.write(mention?.words)
      writer.write(mention?.day.map { Double($0.number) / 10_000 })
    }
    func write(_ findings: [Finding], _ writer: inout PackedWriter) {
      writer.write(findings) { writer, finding in
        write(name: finding.type, &writer)
        writer.write(finding.score)
        write(finding.evidence, &writer)
      }
    }
    writer.write(failures) { writer, failure in
      write(name: failure.type, &writer)
      writer.write(failure.score)
      write(name: failure.touchpoint, &writer)
      writer.write(choice: failure.about)
      write(failure.evidence, &writer)
    }
    write(causes, &writer)
    write(effects, &writer)
    write(praise, &writer)
    writer.write(promises) { writer, promise in
      writer.write(choice: promise.who)
      writer.write(promise.what)
      write(promise.due, &writer)
      writer.write(choice: promise.outcome)
      write(promise.evidence, &writer)
    }
    write(happened, &writer)
    // Most verdicts end here.
    let past = failures.indices.filter { failures[$0].isPast }
    if !past.isEmpty || !sarcasm.isEmpty {
      writer.write(past) { $0.write($1) }
      write(sarcasm, &writer)
    }
    return writer.bytes
  }

  /// Fills in the tags that `packedTags` packed; evidence texts are cut from the verbatim's text.
  ///
  /// - Parameter name: the name of a number; nil where names were written out.
  mutating func unpackTags(
    _ data: Data, text: String, _ name: ((Int) -> String?)?
  ) throws(PackedReader.Damage) {
    let bytes = Array(text.utf8)
    func term(_ reader: inout PackedReader) throws(PackedReader.Damage) -> String {
      guard let name else { return try reader.text() }
      let number = try reader.integer()
      // Stores of builds before hold no name of rules that found nothing but sarcasm.
      if number == 0 { return "" }
      guard let known = name(number) else { throw PackedReader.Damage() }
      return known
    }
    func evidence(
      _ reader: inout PackedReader
    ) throws(PackedReader.Damage) -> [Evidence] {
      try reader.list { reader throws(PackedReader.Damage) in
        let rule = try term(&reader)
        let range = try reader.range()
        guard range.upperBound <= bytes.count else { throw PackedReader.Damage() }
        return Evidence(
          rule: rule, range: range, text: String(decoding: bytes[range], as: UTF8.self))
      }
    }
    func mention(_ reader: inout PackedReader) throws(PackedReader.Damage) -> TimeMention? {
      let words = try reader.optionalText()
      let day = try reader.optionalNumber().map { Day(number: Int(($0 * 10_000).rounded())) }
      return words.map { TimeMention(words: $0, day: day) }
    }
    func findings(_ reader: inout PackedReader) throws(PackedReader.Damage) -> [Finding] {
      try reader.list { reader throws(PackedReader.Damage) in
        Finding(
          type: try term(&reader), score: try reader.number(), evidence: try evidence(&reader))
      }
    }
    var reader = PackedReader(data)
    failures = try reader.list { reader throws(PackedReader.Damage) in
      Failure(
        type: try term(&reader), score: try reader.number(), touchpoint: try term(&reader),
        about: try reader.choice(Subject.self), evidence: try evidence(&reader))
    }
    causes = try findings(&reader)
    effects = try findings(&reader)
    praise = try findings(&reader)
    promises = try reader.list { reader throws(PackedReader.Damage) in
      Promise(
        who: try reader.choice(Promise.Maker.self), what: try reader.text(),
        due: try mention(&reader), outcome: try reader.choice(Promise.Outcome.self),
        evidence: try evidence(&reader))
    }
    happened = try mention(&reader)
    guard !reader.isAtEnd else { return }
    for index in try reader.list({ reader throws(PackedReader.Damage) in try reader.integer() }) {
      guard failures.indices.contains(index) else { throw PackedReader.Damage() }
      failures[index].isPast = true
    }
    sarcasm = try evidence(&reader)
  }
}
