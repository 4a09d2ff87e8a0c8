/// The attributes that tell furniture, comments, quotes and hidden text apart; others are left out.
enum Attribute: UInt8, CaseIterable {
  case id, `class`, style, href, rel, role, itemprop, itemtype, datetime, type, title, name
  case property, lang, cite, content, hidden, ariaLabel

  /// The attribute's name in lower case.
  var label: String { Attribute.labels[Int(rawValue)] }

  private static let labels = allCases.map {
    $0 == .ariaLabel ? "aria-label" : String(describing: $0)
  }

  /// All attributes by name.
  static let names = NameTable(allCases.map(\.label))

  /// The attribute whose name has that hash.
  static func named(_ key: UInt64, in names: borrowing NameTable) -> Attribute? {
    names.index(of: key).flatMap { Attribute(rawValue: UInt8($0)) }
  }

  /// Whether the attribute matters on that tag.
  func matters(on tag: Tag) -> Bool {
    switch self {
    case .href: tag == .a || tag == .link
    case .hidden: tag != .other
    default: true
    }
  }
}
