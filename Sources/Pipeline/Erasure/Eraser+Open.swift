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

  /// The audit chain behind the entry of a receipt, which is entered unless it was before.
  func audited(_ receipt: ErasureReceipt) throws -> Fingerprint {
    let counts = receipt.counts
    let mark = "receipt \(receipt.id)"
    let entered = try store.audit().last {
      $0.action == AuditEntry.Action.erase.rawValue && $0.detail.hasSuffix(mark)
    }
    if let entered { return entered.chain }
    return try store.enter(
      .erase, by: receipt.by,
      "\(receipt.subject): \(counts.verbatimCount) texts, \(counts.quarantineCount) kept pieces; "
        + mark, at: receipt.at
    ).chain
  }
}
