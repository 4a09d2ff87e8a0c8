private import Foundation

/// A mail address as it stands in paths and notes: by itself, whatever stands around it, the ending
/// of a file's name included, and never inside another one.
///
/// "ana@example.net" is in "mail/Ana@example.net.mbox#2", and neither in "joana@example.net" nor in
/// "ana@example.net.au": what follows as a country's or a network's name belongs to the domain.
public struct AddressPattern: Sendable, Equatable {
  private let address: String
  private let expression: String

  /// The pattern of an address.
  public init(_ address: String) {
    self.address = address
    // In JSON a line feed before the address is "\n".
    let before = #"(?:(?<![\p{L}\p{M}\p{N}_+-])(?<![\p{L}\p{M}\p{N}][.'])|(?<=(?<!\\)\\[bfnrt]))"#
    let after = #"(?![\p{L}\p{N}-])(?!\.(?:(?!gz|xz)\p{L}{2}|com|net|org)(?![\p{L}\p{N}-]))"#
    expression = before + NSRegularExpression.escapedPattern(for: address) + after
  }

  /// The words with "[erased]" wherever the address stands in them.
  public func blackened(_ words: String) -> String {
    guard words.utf8.contains(UInt8(ascii: "@")) else { return words }
    return words.replacingOccurrences(
      of: expression, with: "[erased]", options: [.regularExpression, .caseInsensitive])
  }

  /// Whether the address stands in some words.
  public func stands(in words: String) -> Bool { blackened(words) != words }

  /// Whether some words hold the address as a part of another one.
  public func isPart(of words: String) -> Bool {
    words.utf8.contains(UInt8(ascii: "@"))
      && blackened(words).range(of: address, options: .caseInsensitive) != nil
  }
}
