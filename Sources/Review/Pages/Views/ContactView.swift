import Complaints
import Store

/// One contact of the case.
struct ContactView: Sendable {
  let complaint: ComplaintView
  let isHere: Bool
  let note: String?

  /// A contact that leads to its own page.
  init(_ contact: CaseModel.Contact, _ model: CaseModel, _ days: LocalDays, _ chrome: Chrome) {
    complaint = ComplaintView(contact.line, from: model.from, days, now: chrome.now)
    isHere = contact.line.id == model.verbatim.id
    note = contact.isDuplicate ? "duplicate" : contact.isComplaint ? nil : "no complaint"
  }
}
