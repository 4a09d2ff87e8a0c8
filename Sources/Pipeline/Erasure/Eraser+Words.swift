import Complaints
import Privacy
import Store

extension Eraser {
  /// What must not be found once a plan was carried out: the address, the pseudonym, and of the
  /// texts, at most 64 of them, Message-IDs and pieces; and how many of these are left out, since
  /// they stand in something that stays.
  func telling(_ plan: ErasurePlan) throws -> (words: [String], leftOutCount: Int) {
    var words: Set<String> = []
    if case .person(let trace) = plan.request {
      words.insert(trace.pseudonym)
      if !plan.isPartOfAnother, let address = trace.telling { words.insert(address) }
    }
    let step = max(1, (plan.texts.count + 63) / 64)
    for index in stride(from: 0, to: plan.texts.count, by: step) {
      let stored = try store.verdicts(of: [plan.texts[index].rowID])
      guard let verbatim = stored.first?.verbatim else { continue }
      if let id = verbatim.messageID, id.utf8.count >= 12 { words.insert(id) }
      words.formUnion(Eraser.pieces(of: verbatim.text))
    }
    let sought = words.sorted()
    let search = TraceSearch(words: sought.map { Array($0.utf8) })
    let going = Set(plan.texts.map(\.rowID))
    var staying: Set<Int> = []
    try store.visitAll { facts in
      if !going.contains(facts.rowID) { staying.formUnion(search.found(in: facts.words)) }
    }
    return (
      sought.indices.filter { !staying.contains($0) }.map { sought[$0] },
      staying.count + (plan.isPartOfAnother ? 1 : 0)
    )
  }

  /// The beginning, the middle and the end of a text: 24 letters each that tell it from others.
  private static func pieces(of text: String) -> [String] {
    let letters = Array(text.unicodeScalars)
    let length = 24
    guard letters.count >= length else { return [] }
    let last = letters.count - length
    return Set([0, last / 2, last]).map { start in
      var piece = String.UnicodeScalarView()
      piece.append(contentsOf: letters[start..<(start + length)])
      return String(piece)
    }
  }
}
