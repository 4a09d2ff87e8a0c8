/// A character set that text can be decoded from, known by the labels of the WHATWG Encoding
/// Standard and by those that only mail uses.
public struct Charset: Sendable, Hashable {
  /// How the bytes are turned into Unicode.
  enum Form: Sendable, Hashable {
    case utf8, windows1252, utf16(isBigEndian: Bool), utf32, iso2022jp, hz
    case iconv(String)
  }

  /// The WHATWG name in lower case; for charsets the standard does not know, the common name.
  public let name: String
  /// How the bytes are turned into Unicode.
  let form: Form

  /// The charset with a canonical name.
  init(name: String, form: Form) {
    self.name = name
    self.form = form
  }

  /// The charset that a label stands for ("latin1", "KS_C_5601-1987", "cp-850"); nil when the label
  /// names none, as "unknown-8bit" does.
  ///
  /// Quotation marks, white space and punctuation around and inside the label do not matter.
  public init?(label: String) {
    let key = Charset.squashed(label)
    guard let known = Charset.known[key] else { return nil }
    self = known
  }

  static let utf8 = Charset(name: "utf-8", form: .utf8)
  static let windows1252 = Charset(name: "windows-1252", form: .windows1252)
  static let utf16LittleEndian = Charset(name: "utf-16le", form: .utf16(isBigEndian: false))
  static let utf16BigEndian = Charset(name: "utf-16be", form: .utf16(isBigEndian: true))
  static let utf32 = Charset(name: "utf-32", form: .utf32)
  static let iso2022jp = Charset(name: "iso-2022-jp", form: .iso2022jp)

  /// Whether a label says no more than "bytes below 128", which is also what careless programs
  /// write over anything.
  public static func saysOnlyASCII(_ label: String) -> Bool {
    onlyASCII.contains(squashed(label))
  }

  private static let onlyASCII: Set<String> = ["usascii", "ascii", "ansix341968", "iso646us"]

  /// A label without case, punctuation and everything after a character no label contains, so
  /// that "_iso-2022-jp$ESC" and "'UTF_8'" are found.
  static func squashed(_ label: String) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(min(64, label.utf8.count))
    for byte in label.utf8.prefix(64) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        key.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(byte | 0x20)
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "."),
        UInt8(ascii: "+"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0x20, 0x09, 0x0A, 0x0D, 0x0C:
        continue
      default:
        if !key.isEmpty { return String(decoding: key, as: UTF8.self) }
      }
    }
    return String(decoding: key, as: UTF8.self)
  }
}
