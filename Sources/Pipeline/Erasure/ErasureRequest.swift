public import Complaints
public import Privacy
import Text

/// What is to be erased.
public enum ErasureRequest: Sendable {
  /// Everything of a person, by address or pseudonym.
  case person(PersonTrace)
  /// Some verbatims.
  case verbatims([Fingerprint])

  /// Names the request in receipts: who knows what was asked can tell that this is the one; nobody
  /// else can tell what was asked without the pseudonym key.
  var subject: String {
    switch self {
    case .person(let trace):
      "person " + Fingerprint(fields: ["erased person", trace.pseudonym]).description
    case .verbatims(let ids): "\(ids.count) by id"
    }
  }

  /// Names the request's erasure until it has its receipt: the same request takes it up again.
  var key: Fingerprint {
    switch self {
    case .person(let trace):
      // By a pseudonym alone less is found.
      Fingerprint(fields: ["erasure", subject] + (trace.address == nil ? ["pseudonym"] : []))
    case .verbatims(let ids):
      Fingerprint(fields: ["erasure"] + Set(ids).map(\.description).sorted())
    }
  }
}
