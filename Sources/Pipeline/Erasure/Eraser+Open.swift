import Complaints
import Store
import Text

extension Eraser {
  /// Whether a request was begun and has no receipt yet.
  public func isOpen(_ request: ErasureRequest) -> Bool {
    OpenErasure(of: request, stateFolder: store.folder).isPresent
  }

  /// The audit chain behind the entry of a receipt, which is entered unless it was before: once
  /// more where texts have come in between.
  func audited(_ receipt: ErasureReceipt) throws -> Fingerprint {
    let counts = receipt.counts
    let detail =
      "\(receipt.subject): \(counted(counts.verbatimCount, "text")), "
      + "\(counted(counts.quarantineCount, "kept piece")); receipt \(receipt.id)"
    let entered = try store.audit().last {
      $0.action == AuditEntry.Action.erase.rawValue && $0.detail == detail
    }
    if let entered { return entered.chain }
    return try store.enter(.erase, by: receipt.by, detail, at: receipt.at).chain
  }
}
