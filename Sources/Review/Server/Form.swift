import Foundation
import Hummingbird
import NIOCore

/// The fields of a form, from an address or from a body (application/x-www-form-urlencoded).
struct Form: Equatable {
  /// More bytes than this are not read.
  static let greatestByteCount = 65_536

  private var fields: [String: String] = [:]

  /// The fields of a text such as "order=newest&week=2026-W46".
  ///
  /// - Throws: `DeskError` 400 where it is no form, or names a field twice.
  init(_ text: String) throws {
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let words = parts.map { $0.replacing("+", with: " ").removingPercentEncoding }
      guard let name = words.first ?? nil, let value = words.count == 2 ? words[1] : "" else {
        throw DeskError.invalid("The fields cannot be read.")
      }
      guard fields.updateValue(value, forKey: name) == nil else {
        throw DeskError.invalid("A field is there twice.")
      }
    }
  }

  /// The fields in a request's address.
  init(queryOf request: Request) throws {
    try self.init(request.uri.query ?? "")
  }

  /// The fields in a request's body.
  init(bodyOf request: Request) async throws {
    let buffer = try await request.body.collect(upTo: Form.greatestByteCount)
    guard let text = String(validating: buffer.readableBytesView, as: UTF8.self) else {
      throw DeskError.invalid("The fields cannot be read.")
    }
    try self.init(text)
  }

  /// Every field with its value, by name.
  var parameters: [(name: String, value: String)] {
    fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// A field without white space at its ends and with line ends as line feeds; nil where it is
  /// missing or empty.
  subscript(name: String) -> String? {
    guard let value = fields[name] else { return nil }
    let text = value.replacing("\r\n", with: "\n")
      .trimmingCharacters(in: .whitespacesAndNewlines)
    return text.isEmpty ? nil : text
  }

  /// A field that must be there, at most so many characters long.
  func required(_ name: String, _ label: String, limit: Int = 2_000) throws -> String {
    guard let text = try text(name, label, limit: limit) else {
      throw DeskError.invalid("\(label) is missing.")
    }
    return text
  }

  /// A field, at most so many characters long; nil where it is missing or empty.
  func text(_ name: String, _ label: String, limit: Int = 2_000) throws -> String? {
    guard let text = self[name] else { return nil }
    guard text.unicodeScalars.count <= limit else {
      throw DeskError.invalid("\(label) is longer than \(limit) characters.")
    }
    let isPlain = text.unicodeScalars.allSatisfy {
      $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control
    }
    guard isPlain else { throw DeskError.invalid("\(label) has control characters.") }
    return text
  }
}
