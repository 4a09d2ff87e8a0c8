/// A piece of a text that identifies a person, what it is and who found it.
public struct Redaction: Sendable, Hashable {
  /// What a piece of text identifies a person by; the raw value is what stands in its place.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// An e-mail address.
    case email
    /// A telephone number, international or national.
    case phone
    /// A payment card's number (ISO/IEC 7812).
    case card
    /// An international bank account number (ISO 13616).
    case iban
    /// A postcode precise enough to tell a street: UK, Canada, Netherlands, US ZIP+4.
    case postcode
    /// The number of an order, account, case, booking, policy and the like.
    case identifier
    /// A street with its house number.
    case address
    /// A person's name.
    case name
  }

  /// Half-open range of UTF-8 offsets; both ends lie between two scalars.
  public let range: Range<Int>
  /// What the piece is.
  public let kind: Kind
  /// The recogniser that found it, such as "card-luhn".
  public let recogniser: String

  /// A redaction of a range of UTF-8 offsets.
  public init(range: Range<Int>, kind: Kind, recogniser: String) {
    self.range = range
    self.kind = kind
    self.recogniser = recogniser
  }
}
