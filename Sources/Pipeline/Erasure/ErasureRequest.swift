public import Complaints
public import Privacy
import Text

/// What is to be erased.
public enum ErasureRequest: Sendable {
  /// Everything of a person, by address or pseudonym.
  case person(PersonTrace)
  /// Some verbatims, with the words that named them: ids, beginnings of ids, places.
  case verbatims(Set<Fingerprint>, asked: [String])

  /// The address that must stand nowhere any more; nil where none is known, or a name is not one.
  var address: AddressPattern? {
    guard case .person(let trace) = self else { return nil }
    return trace.telling.map(AddressPattern.init)
  }

  /// Names the request in receipts: who knows what was asked can tell that this is the one; nobody
  /// else can tell what was asked without the pseudonym key.
  var subject: String {
    switch self {
    case .person(let trace):
      "person " + Fingerprint(fields: ["erased person", trace.pseudonym]).description
    case .verbatims(let ids, _): "\(ids.count) by id"
    }
  }

  /// Names the request's erasure until it has its receipt: the same words take it up again,
  /// whatever they name by then.
  var key: Fingerprint {
    switch self {
    case .person(let trace):
      // By a pseudonym alone less is found.
      Fingerprint(fields: ["erasure", subject] + (trace.address == nil ? ["pseudonym"] : []))
    case .verbatims(_, let asked): Fingerprint(fields: ["erasure"] + Set(asked).sorted())
    }
  }
}
