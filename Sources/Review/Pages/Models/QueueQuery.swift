import Foundation

/// Which complaints the queue shows, in which order: all of it stands in the page's address.
///
/// The address of a case carries the query as `from`, so that "next" knows what comes next.
struct QueueQuery: Sendable, Equatable {
  /// The orders to work through the queue in.
  enum Order: String, Sendable, CaseIterable {
    /// Not scored first, then complaints without a failure tag, then the smallest margin.
    case margin
    /// The newest first.
    case newest
    /// One problem after the other, the largest first.
    case problem
  }

  /// What can be filtered by; the raw value is the parameter's name.
  enum Facet: String, Sendable, CaseIterable {
    /// The file or mailbox.
    case source
    /// How it reached the organisation.
    case channel
    /// A failure type.
    case type
    /// A touchpoint.
    case touchpoint
    /// The week received, "2026-W46".
    case week
    /// What is to be decided: "unscored", "untagged", "close" (margin below 0.1), "clear".
    case margin
  }

  /// The order.
  var order = Order.margin
  /// One value for each facet that is filtered by.
  var values: [Facet: String] = [:]
  /// Words that must all occur in the customer's own text; empty for any.
  var search = ""
  /// Counts up from 1.
  var page = 1

  /// The whole queue.
  init() {}

  /// The last page that can be asked for; what lies behind the queue's end is its last page.
  static let greatestPage = 1_000_000_000

  /// Reads the parameters of an address, each decoded; what it does not know it leaves out, as it
  /// does control characters.
  init(_ parameters: some Sequence<(name: String, value: String)>) {
    for (name, value) in parameters {
      let value = QueueQuery.plain(value)
      guard !value.isEmpty else { continue }
      switch name {
      case "order": order = Order(rawValue: value) ?? .margin
      case "search": search = value
      case "page": page = QueueQuery.page(value)
      default: if let facet = Facet(rawValue: name) { values[facet] = value }
      }
    }
  }

  /// A text with spaces for control characters, without any at its ends.
  private static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      plain.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(plain).trimmingCharacters(in: .whitespaces)
  }

  /// The page of a number, however large; 1 for anything else.
  private static func page(_ text: String) -> Int {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return 1 }
    return min(max(1, Int(text) ?? greatestPage), greatestPage)
  }

  /// "order=newest&type=stock", percent-encoded; empty for the whole queue.
  var encoded: String { QueueQuery.encoded(parameters) }

  /// "/queue?order=newest&type=stock".
  var path: String { encoded.isEmpty ? "/queue" : "/queue?\(encoded)" }

  /// The same query on its first page with another value of a facet; nil takes the facet away.
  func with(_ facet: Facet, _ value: String?) -> QueueQuery {
    var query = self
    query.values[facet] = value
    query.page = 1
    return query
  }

  /// What differs from the whole queue, in a fixed order.
  var parameters: [(name: String, value: String)] {
    var list: [(name: String, value: String)] = []
    if order != .margin { list.append(("order", order.rawValue)) }
    for facet in Facet.allCases {
      if let value = values[facet] { list.append((facet.rawValue, value)) }
    }
    if !search.isEmpty { list.append(("search", search)) }
    if page > 1 { list.append(("page", String(page))) }
    return list
  }

  /// "name=value&name=value" with everything but unreserved characters percent-encoded (RFC 3986).
  static func encoded(_ parameters: [(name: String, value: String)]) -> String {
    parameters.map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&")
  }

  /// A text with everything but unreserved characters percent-encoded.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        escaped += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return escaped
  }
}
