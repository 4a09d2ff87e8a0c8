import Foundation

extension ItemChange {
  /// The detail as JSON with sorted keys.
  func detail() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(payload), as: UTF8.self)
  }

  /// Reads a stored kind and detail.
  ///
  /// - Throws: `DamagedEvent` for what this version cannot read.
  init(kind: String, detail: String) throws(DamagedEvent) {
    func read<Payload: Decodable>() throws -> Payload {
      try JSONDecoder().decode(Payload.self, from: Data(detail.utf8))
    }
    do {
      switch ItemEvent.Kind(rawValue: kind) {
      case .opened: self = .opened(try read())
      case .assigned: self = .assigned(try read())
      case .planned: self = .planned(try read())
      case .done: self = .done(try read())
      case .watching: self = .watching(try read())
      case .verified: self = .verified(try read())
      case .ineffective: self = .ineffective(try read())
      case .inconclusive: self = .inconclusive(try read())
      case .regressed: self = .regressed(try read())
      case .accepted: self = .accepted(try read())
      case .reopened: self = .reopened(try read())
      case .rootCause: self = .rootCause(try read())
      case .noted: self = .noted(try read())
      case nil: throw DamagedEvent(kind: kind)
      }
    } catch {
      throw DamagedEvent(kind: kind)
    }
  }

  private var payload: any Encodable {
    switch self {
    case .opened(let opening): opening
    case .assigned(let assignment): assignment
    case .planned(let planning): planning
    case .done(let completion): completion
    case .watching(let start): start
    case .verified(let judgement), .ineffective(let judgement), .inconclusive(let judgement):
      judgement
    case .regressed(let recurrence): recurrence
    case .accepted(let acceptance): acceptance
    case .reopened(let reopening): reopening
    case .rootCause(let cause): cause
    case .noted(let note): note
    }
  }
}

/// A stored event that cannot be read.
struct DamagedEvent: Error, CustomStringConvertible {
  /// Its kind, as stored.
  let kind: String

  /// One line with a fix.
  var description: String {
    "an item event ('\(kind)') cannot be read; was it written by a newer forestall?"
  }
}
