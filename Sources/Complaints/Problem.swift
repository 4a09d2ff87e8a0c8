/// What cases are counted under: a failure type at a point of the customer's journey.
public struct Problem: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The failure type's permanent id.
  public let type: String
  /// The touchpoint's id; "unspecified" when the texts do not say.
  public let touchpoint: String

  /// A problem by its failure type and touchpoint.
  public init(type: String, touchpoint: String) {
    self.type = type
    self.touchpoint = touchpoint
  }

  /// "v1/stock/repair": the key is derived and versioned, and never holds words of a text.
  public var key: String { "v1/\(description)" }

  /// "stock/repair".
  public var description: String { "\(type)/\(touchpoint)" }

  /// Reads a key, with or without its version ("v1/stock/repair", "stock/repair"); nil for
  /// anything else.
  public init?(key: some StringProtocol) {
    var parts = String(key).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.first == "v1" { parts.removeFirst() }
    guard parts.count == 2, parts.allSatisfy(Problem.isID) else { return nil }
    self.init(type: parts[0], touchpoint: parts[1])
  }

  /// By type, then by touchpoint.
  public static func < (left: Problem, right: Problem) -> Bool {
    (left.type, left.touchpoint) < (right.type, right.touchpoint)
  }

  private static func isID(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
  }
}
