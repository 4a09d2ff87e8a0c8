/// How words are normalised, the same for texts and patterns: lower case, apostrophes folded,
/// contractions expanded, possessives dropped.
enum Wording {
  /// The words that some text stands for: "Didn’t" is did + not, "follow-up" follow + up.
  static func words(of written: String) -> [String] {
    if isWord(written) { return [written] }
    let bytes = Array(written.utf8)
    var words: [String] = []
    var part: [UInt8] = []
    var hasApostrophe = false
    func finishPart() {
      guard !part.isEmpty else { return }
      let word = String(decoding: part, as: UTF8.self)
      words += part.count > Tokenizer.longestWord ? [word] : expansion(of: word)
      part.removeAll(keepingCapacity: true)
    }
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      var length = 1
      var kind = Tokenizer.MultiByte.separator
      if byte >= 128 {
        (kind, length) = Tokenizer.multiByte(bytes.span, at, bytes.count)
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") {
        kind = .apostrophe
      } else if (byte | 32 >= 97 && byte | 32 <= 122) || (byte >= 48 && byte <= 57) {
        kind = .letter
      }
      switch kind {
      case .letter:
        if hasApostrophe { part.append(UInt8(ascii: "'")) }
        hasApostrophe = false
        if byte < 128 {
          part.append(byte | 32)
        } else if byte == 0xC3 {
          part += [byte, lowercasedLatin(bytes[at + 1])]
        } else {
          part += bytes[at..<(at + length)]
        }
      case .apostrophe: hasApostrophe = !part.isEmpty
      case .ignorable: break
      default:
        hasApostrophe = false
        finishPart()
      }
      at += length
    }
    finishPart()
    return words
  }

  /// Whether some text is a normalised word already, as most words of patterns are.
  static func isWord(_ written: String) -> Bool {
    let isPlain = written.utf8.allSatisfy { ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) }
    return isPlain && !written.isEmpty && contractions[written] == nil
  }

  /// The words of one folded word; "shouldn't've" has three.
  static func expansion(of word: String) -> [String] {
    var rest = word
    var words: [String] = []
    while true {
      if let known = contractions[rest] { return known + words.reversed() }
      guard rest.utf8.contains(UInt8(ascii: "'")) else { return [rest] + words.reversed() }
      guard let (ending, replacement) = endings.first(where: { rest.hasSuffix($0.ending) }) else {
        return [rest.filter { $0 != "'" }] + words.reversed()
      }
      rest = String(rest.dropLast(ending.count))
      if rest.isEmpty { return words.reversed() }
      if !replacement.isEmpty {
        words.append(replacement)
      } else if ending == "'s", isAfter.contains(rest) {
        words.append("is")
      }
    }
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
    ("'m", "am"), ("'s", ""), ("'", ""),
  ]

  /// Words after which `'s` is "is"; elsewhere it is a possessive.
  static let isAfter: Set<String> = [
    "it", "that", "there", "who", "he", "she", "what", "where", "here", "how",
  ]

  /// The second byte of a Latin-1 letter (after 0xC3) in lower case.
  static func lowercasedLatin(_ byte: UInt8) -> UInt8 {
    byte >= 0x80 && byte <= 0x9E && byte != 0x97 ? byte + 0x20 : byte
  }
}
