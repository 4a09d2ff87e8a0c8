import GRDB

extension StoredFilter {
  /// All the words, each by itself, so that none is read as an operator. The index holds no places
  /// of words, so that its own words are looked for: letters and digits of its version of Unicode.
  package func words(of row: String) -> Condition? {
    guard let search else { return nil }
    let words = search.unicodeScalars.split { !StoredFilter.isWord($0) }
    let phrases = words.map { "\"\(String($0))\"" }
    guard !phrases.isEmpty else { return Condition(sql: "FALSE") }
    return Condition(
      sql: "\(row) IN (SELECT rowid FROM ownWords WHERE ownWords MATCH ?)",
      arguments: [phrases.joined(separator: " ")])
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    guard let age = scalar.properties.age, (age.major, age.minor) <= (6, 1) else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}
