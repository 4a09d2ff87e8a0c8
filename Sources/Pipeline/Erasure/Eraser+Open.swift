public import Complaints
import Store

extension Eraser {
  /// Whether a request was begun and has no receipt yet.
  public func isOpen(_ request: ErasureRequest) -> Bool {
    OpenErasure(of: request, stateFolder: store.folder).isPresent
  }

  /// Texts that interrupted erasures have taken, or would have.
  public func openTexts() throws -> Set<Fingerprint> {
    Set(
      try OpenErasure.all(stateFolder: store.folder).flatMap { try $0.readIfPresent()?.texts ?? [] }
    )
  }

  /// Those of the open texts that are at a place; else those whose ids begin with some digits.
  public func openTexts(named name: String) throws -> Set<Fingerprint> {
    let begun = try OpenErasure.all(stateFolder: store.folder).compactMap {
      try $0.readIfPresent()
    }
    let place = ErasureReceipt.fingerprint(ofPlace: name)
    let atPlace = begun.flatMap { $0.places.filter { $0.value == place }.keys }
    guard atPlace.isEmpty else { return Set(atPlace) }
    return Set(begun.flatMap(\.texts).filter { $0.description.hasPrefix(name.lowercased()) })
  }

  /// The audit chain behind the entry of a receipt, which is entered unless it was before: once
  /// more where texts have come in between.
  func audited(_ receipt: ErasureReceipt) throws -> Fingerprint {
    let counts = receipt.counts
    let detail =
      "\(receipt.subject): \(counts.verbatimCount) texts, \(counts.quarantineCount) kept pieces; "
      + "receipt \(receipt.id)"
    let entered = try store.audit().last {
      $0.action == AuditEntry.Action.erase.rawValue && $0.detail == detail
    }
    if let entered { return entered.chain }
    return try store.enter(.erase, by: receipt.by, detail, at: receipt.at).chain
  }
}
