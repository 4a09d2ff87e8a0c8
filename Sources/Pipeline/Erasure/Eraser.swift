import Cases
public import Complaints
import Foundation
import Privacy
public import Store
import Text

/// Erases people, texts and what is too old from a state folder.
///
/// Needs the folder's lock. An erasure that was interrupted is completed by the same request.
public struct Eraser {
  let store: ComplaintStore
  let quarantine: Quarantine
  let days: LocalDays
  let now: Timestamp

  /// The steps of an erasure, in order.
  package enum Step: Sendable, CaseIterable {
    /// Texts, kept bytes and the address go.
    case erase
    /// The cases are counted anew.
    case count
    /// The database is written anew.
    case purge
    /// The audit entry.
    case audit
    /// The receipt.
    case receipt
    /// What would take the erasure up again goes.
    case end
  }

  /// Is told of each step before it is taken, and ends the erasure there by throwing.
  private let willTake: (Step) throws -> Void

  /// An eraser of a store, whose cases are counted in the weeks of a time zone.
  public init(store: ComplaintStore, days: LocalDays, now: Timestamp) {
    self.init(store: store, days: days, now: now) { _ in }
  }

  /// An eraser that tells its steps.
  package init(
    store: ComplaintStore, days: LocalDays, now: Timestamp,
    willTake: @escaping (Step) throws -> Void
  ) {
    self.store = store
    self.days = days
    self.now = now
    self.willTake = willTake
    quarantine = Quarantine(store: store)
  }

  /// Erases what a plan holds, counts the cases anew, writes the database anew, searches every byte
  /// of the state folder for what was erased, and leaves a receipt and an audit entry.
  ///
  /// Where the same request was interrupted before, goes on with it: the receipt names what went
  /// then too, and there is one audit entry unless more came in between.
  /// - Throws: `ComplaintStore.Failure`, or what the system says about files.
  public func apply(_ plan: ErasurePlan, by actor: String) throws -> ErasureReceipt {
    let open = OpenErasure(of: plan.request, stateFolder: store.folder)
    var receipt = ErasureReceipt(of: plan, by: actor, at: now)
    if let begun = try open.readIfPresent() { receipt.goOn(from: begun, plan: plan) }
    var told = plan
    // Who does it is named in what is written about it.
    if plan.request.address?.isPart(of: actor) == true { told.isPartOfAnother = true }
    let (words, leftOutCount) = try telling(told)
    try open.write(receipt)
    try willTake(.erase)
    receipt.counts += try erase(
      plan.texts.map(\.rowID), kept: plan.kept.map(\.entry), address: plan.request.address)
    receipt.counts.verbatimCount = receipt.texts.count
    try open.write(receipt)
    try willTake(.count)
    _ = try CaseBook(store: store, days: days).refresh()
    try willTake(.purge)
    try store.purge()
    receipt.proof = ErasureProof(
      of: words, leftOutCount: leftOutCount, in: store.folder,
      takenBeforeCount: receipt.texts.count - plan.texts.count)
    try willTake(.audit)
    receipt.chain = try audited(receipt)
    try willTake(.receipt)
    try receipt.write(stateFolder: store.folder)
    try willTake(.end)
    open.remove()
    return receipt
  }

  /// Completes an erasure that was interrupted after its last text was gone, and says so in the
  /// audit chain. The receipt of one that was asked for is left to the same request.
  ///
  /// - Returns: whether there was one.
  public func completeInterrupted() throws -> Bool {
    guard try store.isPurgeDue() else { return false }
    _ = try CaseBook(store: store, days: days).refresh()
    try removeUnnamedBytes()
    try store.purge()
    try store.enter(
      .erase, by: "forestall",
      "completed what was interrupted before: the database is written anew",
      at: now)
    return true
  }

  /// Erases rows, kept bytes, and an address wherever else it stands; no case is counted anew and
  /// nothing is taken out of free pages yet.
  func erase(
    _ rowIDs: [Int64], kept: [QuarantineEntry], address: AddressPattern?
  ) throws -> ErasureCounts {
    try store.overwriteWhatIsDeleted()
    // Footers are learned anew without these texts.
    try store.complete(nil)
    try store.eraseKept(
      kept.map { ($0.fingerprint, try quarantine.contents(of: $0)) }, at: now)
    // Before the texts go: what is told is what was planned.
    var counts = try address.map { try store.blacken($0) } ?? ErasureCounts()
    try removeUnnamedBytes()
    counts += try store.erase(rowIDs, at: now)
    counts.quotationCount = try store.blankQuotations()
    counts.quarantineCount = kept.count
    return counts
  }

  private func removeUnnamedBytes() throws {
    quarantine.removeUnfinished()
    quarantine.removeAll(
      besides: Set(try store.quarantined().filter(\.isKept).map(\.fingerprint)))
  }
}
