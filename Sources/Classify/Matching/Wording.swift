/// How words are normalised, the same for texts and patterns: lower case, apostrophes folded,
/// contractions expanded, possessives dropped.
enum Wording {
  /// The words that a written word stands for: "Didn’t" is did + not, "follow-up" follow + up.
  static func words(of written: String) -> [String] {
    var folded: [UInt8] = []
    var parts: [[UInt8]] = []
    var bytes = Array(written.utf8)[...]
    while let byte = bytes.first {
      if let (letter, length) = Wording.apostrophe(bytes) {
        folded.append(letter)
        bytes = bytes.dropFirst(length)
      } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ") {
        parts.append(folded)
        folded = []
        bytes = bytes.dropFirst()
      } else if byte == 0xC3, let second = bytes.dropFirst().first {
        folded += [0xC3, Wording.lowercasedLatin(second)]
        bytes = bytes.dropFirst(2)
      } else {
        folded.append(byte >= 65 && byte <= 90 ? byte | 32 : byte)
        bytes = bytes.dropFirst()
      }
    }
    parts.append(folded)
    return parts.flatMap { part in
      let word = String(decoding: part, as: UTF8.self)
        .trimmingPrefix("'")
      return word.isEmpty ? [] : expansion(of: String(word))
    }
  }

  /// The words of one folded word.
  static func expansion(of word: String) -> [String] {
    if let words = contractions[word] { return words }
    for (ending, replacement) in endings where word.hasSuffix(ending) {
      let base = String(word.dropLast(ending.count))
      if base.isEmpty { return [] }
      if ending == "'s" { return isAfter.contains(base) ? [base, "is"] : [base] }
      return replacement.isEmpty ? [base] : [base, replacement]
    }
    return [word.filter { $0 != "'" }]
  }

  /// Contractions by their written form, with and without the apostrophe.
  static let contractions: [String: [String]] = {
    var table: [String: [String]] = [
      "won't": ["will", "not"], "wont": ["will", "not"], "can't": ["can", "not"],
      "cant": ["can", "not"], "cannot": ["can", "not"], "shan't": ["shall", "not"],
      "ain't": ["is", "not"], "aint": ["is", "not"], "im": ["i", "am"], "ive": ["i", "have"],
      "theyre": ["they", "are"], "youre": ["you", "are"], "weve": ["we", "have"],
      "theyve": ["they", "have"], "youve": ["you", "have"], "thats": ["that", "is"],
      "theres": ["there", "is"], "whos": ["who", "is"], "let's": ["let", "us"],
      "needn't": ["need", "not"], "mightn't": ["might", "not"],
    ]
    for word in [
      "do", "does", "did", "have", "has", "had", "was", "were", "is", "are", "would", "could",
      "should", "must",
    ] {
      table[word + "n't"] = [word, "not"]
      table[word + "nt"] = [word, "not"]
    }
    return table
  }()

  /// Endings of contractions that are expanded after any word.
  static let endings: [(ending: String, word: String)] = [
    ("n't", "not"), ("'ll", "will"), ("'ve", "have"), ("'re", "are"), ("'d", "would"),
    ("'m", "am"), ("'s", ""), ("s'", "s"), ("'", ""),
  ]

  /// Words after which `'s` is "is"; elsewhere it is a possessive.
  static let isAfter: Set<String> = [
    "it", "that", "there", "who", "he", "she", "what", "where", "here", "how",
  ]

  /// An apostrophe at the start of some bytes, folded to `'`, with its length.
  static func apostrophe(_ bytes: ArraySlice<UInt8>) -> (letter: UInt8, length: Int)? {
    guard let first = bytes.first else { return nil }
    let at = bytes.startIndex
    switch first {
    case UInt8(ascii: "'"), UInt8(ascii: "`"): return (UInt8(ascii: "'"), 1)
    case 0xC2 where bytes.count > 1 && bytes[at + 1] == 0xB4: return (UInt8(ascii: "'"), 2)
    case 0xCA where bytes.count > 1 && bytes[at + 1] == 0xBC: return (UInt8(ascii: "'"), 2)
    case 0xE2
    where bytes.count > 2 && bytes[at + 1] == 0x80 && (bytes[at + 2] == 0x98 || bytes[at + 2] == 0x99):
      return (UInt8(ascii: "'"), 3)
    default: return nil
    }
  }

  /// The second byte of a Latin-1 letter (after 0xC3) in lower case.
  static func lowercasedLatin(_ byte: UInt8) -> UInt8 {
    byte >= 0x80 && byte <= 0x9E && byte != 0x97 ? byte + 0x20 : byte
  }
}
