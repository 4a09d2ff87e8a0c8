import Complaints
import Store

/// The fields of a decision, checked against the verbatim and the names that there are.
struct DecisionForm {
  private let tag: Tag
  private let outcome: Decision.Outcome
  private let reason: Decision.Reason?
  private let touchpoint: String?
  private let range: Range<Int>?
  private let draw: Decision.Draw

  /// Reads and checks the fields.
  ///
  /// - Throws: `DeskError` 400 for what cannot be, 409 for a tag that is not there any more.
  init(_ form: Form, _ stored: StoredVerbatim, _ catalogue: Catalogue) throws {
    let name = try form.required("tag", "The tag", limit: 100)
    guard let tag = Tag(name) else { throw DeskError.invalid("This is no tag.") }
    guard let outcome = Decision.Outcome(rawValue: try form.required("outcome", "The decision"))
    else { throw DeskError.invalid("A tag is accepted, rejected or added.") }
    self.tag = tag
    self.outcome = outcome
    draw = try form.draw()
    let known = (stored.verdict?.tagsInForce ?? []) + (stored.reviewedVerdict?.tagsInForce ?? [])
    let standing = known.last { $0.tag == tag }
    switch outcome {
    case .add:
      guard standing != nil || catalogue.has(tag) else {
        throw DeskError.invalid("No tag of this name exists.")
      }
    case .accept, .reject:
      // Whether a text is a complaint can be said of any text, scored or not.
      guard standing != nil || tag == .complaint else {
        throw DeskError.conflict("The rules do not give this tag any more; load the page again.")
      }
    }
    reason = try DecisionForm.reason(form, outcome)
    touchpoint = try DecisionForm.touchpoint(form, tag, catalogue) ?? standing?.touchpoint
    range = try DecisionForm.range(form, stored.verbatim.text) ?? standing?.range
  }

  /// The decision of a reviewer.
  func decision(by reviewer: String, at moment: Timestamp) -> Decision {
    Decision(
      tag: tag, outcome: outcome, reason: reason,
      touchpoint: outcome == .reject ? nil : touchpoint, range: range, draw: draw,
      reviewer: reviewer, decidedAt: moment)
  }

  private static func reason(
    _ form: Form, _ outcome: Decision.Outcome
  ) throws -> Decision.Reason? {
    guard outcome == .reject else { return nil }
    let name = try form.required("reason", "The reason for rejecting the tag", limit: 100)
    guard let reason = Decision.Reason(rawValue: name) else {
      throw DeskError.invalid("This is no reason for rejecting a tag.")
    }
    return reason
  }

  private static func touchpoint(
    _ form: Form, _ tag: Tag, _ catalogue: Catalogue
  ) throws -> String? {
    guard tag.kind == .failure, let name = form["touchpoint"] else { return nil }
    guard name == "unspecified" || catalogue.touchpoints.contains(where: { $0.id == name }) else {
      throw DeskError.invalid("No touchpoint of this name exists.")
    }
    return name
  }

  /// "12-58": half-open UTF-8 byte range into the text, between whole characters.
  private static func range(_ form: Form, _ text: String) throws -> Range<Int>? {
    guard let field = form["range"] else { return nil }
    let parts = field.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let start = parts[0], let end = parts[1], start < end,
      text.isScalarBoundary(start), text.isScalarBoundary(end)
    else { throw DeskError.invalid("The marked words are not in this text.") }
    return start..<end
  }
}

extension Catalogue {
  /// Whether a tag exists.
  func has(_ tag: Tag) -> Bool {
    switch tag.kind {
    case .failure: failures.contains { $0.id == tag.type }
    case .cause: causes.contains { $0.id == tag.type }
    case .effect: effects.contains { $0.id == tag.type }
    case .praise: tag == .praise
    case .complaint: tag == .complaint
    }
  }
}

extension String {
  /// Whether a UTF-8 offset lies in the text, between two scalars or at an end.
  fileprivate func isScalarBoundary(_ offset: Int) -> Bool {
    guard offset >= 0,
      let index = utf8.index(utf8.startIndex, offsetBy: offset, limitedBy: utf8.endIndex)
    else { return false }
    return index.samePosition(in: unicodeScalars) != nil
  }
}
