import Complaints
import Ingest
import Privacy
import Store
import Text

extension Eraser {
  /// What a request takes away. Reads every stored text.
  ///
  /// Where the request was begun before, its texts go that are still there, though what they answer
  /// may be gone.
  /// - Throws: `ComplaintStore.Failure`, or the system's error when what was begun cannot be read.
  public func plan(_ request: ErasureRequest) throws -> ErasurePlan {
    var plan = ErasurePlan(request: request)
    let begun = try OpenErasure(of: request, stateFolder: store.folder).readIfPresent()
    try findTexts(&plan, begun: Set(begun?.texts ?? []))
    try findAnswers(&plan)
    plan.texts.sort { $0.rowID < $1.rowID }
    if let address = request.address {
      plan.places = try store.places(of: address)
      plan.isPartOfAnother = try store.hasPlace(holdingPartly: address)
    }
    try findKept(&plan)
    return plan
  }

  private func findTexts(_ plan: inout ErasurePlan, begun: Set<Fingerprint>) throws {
    let request = plan.request
    var texts: [ErasurePlan.Text] = []
    try store.visitAll { facts in
      let reason: ErasurePlan.Reason? =
        switch request {
        case .person(let trace):
          facts.person == trace.pseudonym
            ? .author : Eraser.isNamed(by: request, trace, facts.words) ? .names : nil
        case .verbatims(let ids, _): ids.contains(facts.id) ? .id : nil
        }
      guard let reason = reason ?? (begun.contains(facts.id) ? .answer : nil) else { return }
      texts.append(text(facts, reason))
    }
    plan.texts = texts
  }

  /// Mails that answer what goes, or were attached to it, until no more are found. What another
  /// customer answered without quoting is told and left.
  private func findAnswers(_ plan: inout ErasurePlan) throws {
    var known = Set(plan.texts.map(\.rowID))
    var others: [Int64: ErasurePlan.Text] = [:]
    var isGrowing = !plan.texts.isEmpty
    while isGrowing {
      var messages: Set<String> = []
      var lines: Set<[UInt8]> = []
      try store.visitAll { facts in
        guard known.contains(facts.rowID) else { return }
        if let id = facts.messageID { messages.insert(id) }
        if lines.count < Eraser.quotedLineCount { lines.formUnion(Eraser.lines(of: facts.words)) }
      }
      let quotes = TraceSearch(words: Array(lines))
      var found: [ErasurePlan.Text] = []
      try store.visitAll { facts in
        guard !known.contains(facts.rowID), facts.references.contains(where: messages.contains)
        else { return }
        let isOthers = facts.role == .customer && facts.person != nil
        if isOthers, quotes.found(in: facts.words).isEmpty {
          others[facts.rowID] = text(facts, .answer)
        } else {
          found.append(text(facts, .answer))
        }
      }
      known.formUnion(found.map(\.rowID))
      plan.texts += found
      isGrowing = !found.isEmpty
    }
    plan.othersAnswers = others.values.filter { !known.contains($0.rowID) }
      .sorted { $0.rowID < $1.rowID }
  }

  private static let quotedLineCount = 2_000

  /// Lines long enough to tell a quotation from a phrase that everybody writes.
  private static func lines(of words: [UInt8]) -> [[UInt8]] {
    words.split(separator: 0x0A).map { line in
      Array(line.drop { $0 == UInt8(ascii: ">") || $0 == 0x20 }.prefix(48))
    }.filter { $0.count >= 32 }
  }

  /// Kept bytes of the same messages, or in which or at whose place the person is named.
  private func findKept(_ plan: inout ErasurePlan) throws {
    let places = Set(plan.texts.map { Eraser.message(of: $0.source) })
    for entry in try store.quarantined() where entry.isKept {
      guard let file = try? quarantine.file(of: entry),
        let bytes = try? file.bytes(at: 0, count: file.byteCount)
      else { continue }
      if isNamed(by: plan.request, entry, bytes) {
        plan.kept.append(ErasurePlan.Kept(entry: entry, reason: .names))
      } else if entry.source.contains("#"), places.contains(Eraser.message(of: entry.source)) {
        plan.kept.append(ErasurePlan.Kept(entry: entry, reason: .place))
      } else {
        if Eraser.isSealed(entry, bytes) { plan.sealed.append(entry) }
        if case .person(let trace) = plan.request, Eraser.holds(trace, bytes) {
          plan.isPartOfAnother = true
        }
      }
    }
  }

  private func isNamed(
    by request: ErasureRequest, _ entry: QuarantineEntry, _ bytes: [UInt8]
  ) -> Bool {
    guard case .person(let trace) = request else { return false }
    return request.address.map { $0.stands(in: entry.source) || $0.stands(in: entry.detail) }
      == true
      || trace.isNamed(inEncoded: bytes) || Eraser.isNamed(by: request, trace, bytes)
  }

  /// Whether bytes name the person: as an address does that is read letter by letter, or as one
  /// does among the signs of notes and links.
  private static func isNamed(
    by request: ErasureRequest, _ trace: PersonTrace, _ bytes: [UInt8]
  ) -> Bool {
    trace.isNamed(in: bytes)
      || (holds(trace, bytes)
        && request.address?.stands(in: String(decoding: bytes, as: UTF8.self)) == true)
  }

  /// Whether the address stands in some bytes, be it as a part of another one.
  private static func holds(_ trace: PersonTrace, _ bytes: [UInt8]) -> Bool {
    trace.telling.map { !TraceSearch(words: [Array($0.utf8)]).found(in: bytes).isEmpty } ?? false
  }

  /// "inbox.mbox#17" of "inbox.mbox#17!2".
  private static func message(of place: String) -> String {
    var source = SourceReference(printed: place)
    source.children = []
    return source.description
  }

  private static func isSealed(_ entry: QuarantineEntry, _ bytes: [UInt8]) -> Bool {
    let marks: [[UInt8]] = [
      Array("PK".utf8), [0x1F, 0x8B], Array("BZh".utf8), [0xFD, 0x37, 0x7A], [0x28, 0xB5, 0x2F],
      Array("7z".utf8), Array("Rar".utf8),
    ]
    return entry.reason == Rejection.Reason.encrypted.rawValue
      || marks.contains { bytes.starts(with: $0) }
  }

  private func text(_ facts: ErasureFacts, _ reason: ErasurePlan.Reason) -> ErasurePlan.Text {
    ErasurePlan.Text(rowID: facts.rowID, id: facts.id, source: facts.source, reason: reason)
  }
}
