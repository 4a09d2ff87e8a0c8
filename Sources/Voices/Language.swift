import Complaints

/// The language of a text, told from its script, its stop words and its letters.
///
/// A guess that prefers English: mailboxes hold many short texts ("Late again!"), and a text that
/// is wrongly called foreign is not read at all. Only the first `sampleByteCount` bytes count.
enum LanguageGuess {
  /// How many bytes of a text are looked at.
  static let sampleByteCount = 4_096

  /// The BCP 47 primary language of a text ("en", "de"); "und" when it cannot be told.
  ///
  /// Text without letters is "und"; so is a long Latin text without any known stop word. Linear in
  /// the sample.
  static func language(of text: String) -> String {
    var tally = LanguageTally()
    let bytes = text.utf8Span.span
    tally.count(bytes.extracting(..<min(sampleByteCount, bytes.count)))
    return tally.language
  }

  /// The same of parts of some UTF-8, each of which ends a word.
  static func language(of bytes: [UInt8], in ranges: [Range<Int>]) -> String {
    var tally = LanguageTally()
    var rest = sampleByteCount
    for range in ranges where rest > 0 {
      tally.count(bytes.span.extracting(range.prefix(rest)))
      rest -= range.count + 1
    }
    return tally.language
  }
}

/// Letters by script, and stop words by language, of one text.
struct LanguageTally {
  private var scripts = ScriptCounts()
  /// Points by language, as many as `StopWords` has.
  private var points = SIMD8<Double>()
  private let stopWords = StopWords.table
  private var wordCount = 0
  private var letterCount = 0

  /// The language the counts speak for.
  var language: String {
    if let other = scripts.language(latinLetterCount: letterCount) { return other }
    guard wordCount > 0 else { return "und" }
    if let marked = scripts.markedLatin { return marked }
    var scores = points
    for (index, bonus) in scripts.letterBonus { scores[index] += bonus }
    let english = scores[StopWords.english]
    var best = StopWords.english
    for index in scores.indices where scores[index] > scores[best] { best = index }
    if best != StopWords.english {
      let lead = scores[best] - english
      if scores[best] >= 2, lead >= 1 || wordCount <= 4 { return StopWords.languages[best] }
      if english > 0 { return "en" }
      return wordCount <= 12 && scripts.foreignLetterCount == 0 ? "en" : "und"
    }
    if english > 0 { return "en" }
    return wordCount <= 12 && scripts.foreignLetterCount == 0 ? "en" : "und"
  }

  /// Counts the letters and words of some UTF-8.
  mutating func count(_ bytes: Span<UInt8>) {
    var word: UInt64 = 0
    var length = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      var width = 1
      var isLetter = false
      if byte < 0x80 {
        let lower = byte | 0x20
        if lower &- 0x61 < 26 {
          isLetter = true
          letterCount += 1
          if length < 8 { word |= UInt64(lower) << UInt64(length * 8) }
          length += 1
        }
      } else {
        width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
        guard index + width <= bytes.count, width > 1 else {
          index += width
          continue
        }
        var scalar = UInt32(byte) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
        for step in 1..<width { scalar = scalar << 6 | UInt32(bytes[index + step] & 0x3F) }
        if (0xC0...0xDE).contains(scalar), scalar != 0xD7 { scalar += 0x20 }
        isLetter = scripts.count(scalar)
        if isLetter, scalar < 0x250 {
          let second = UInt64(scalar & 0x3F | 0x80)
          if length < 7 {
            word |= UInt64(scalar >> 6 | 0xC0) << UInt64(length * 8)
            word |= second << UInt64((length + 1) * 8)
          }
          length += 2
        } else if isLetter {
          length += 9
        }
      }
      if !isLetter, length > 0 {
        end(word, length)
        word = 0
        length = 0
      }
      index += width
    }
    if length > 0 { end(word, length) }
  }

  /// Counts a word of so many bytes, up to eight of them packed.
  private mutating func end(_ word: UInt64, _ length: Int) {
    if length < 9 || word != 0 { wordCount += 1 }
    guard length <= 8, var mask = stopWords[word] else { return }
    let share = mask.nonzeroBitCount == 1 ? 1.5 : 1 / Double(mask.nonzeroBitCount)
    while mask != 0 {
      points[mask.trailingZeroBitCount] += share
      mask &= mask - 1
    }
  }
}

/// Letters outside ASCII, by script and by what they say of the language.
private struct ScriptCounts {
  private var counts: [String: Int] = [:]
  private var latin: [UInt32: Int] = [:]
  private(set) var foreignLetterCount = 0

  /// Counts a scalar outside ASCII; false when it is not a letter.
  mutating func count(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAA, 0xBA, 0xC0..<0xD7, 0xD8..<0xF7, 0xF8..<0x250, 0x1E00..<0x1F00:
      latin[scalar, default: 0] += 1
      foreignLetterCount += 1
    case 0xBF, 0xA1:
      latin[scalar, default: 0] += 1
      return false
    case 0x370..<0x400, 0x1F00..<0x2000: counts["el", default: 0] += 1
    case 0x400..<0x530:
      counts["cyrillic", default: 0] += 1
      switch scalar {
      case 0x44B, 0x44D, 0x451, 0x42B, 0x42D, 0x401: counts["ru", default: 0] += 1
      case 0x456, 0x457, 0x454, 0x491, 0x406, 0x407, 0x404: counts["uk", default: 0] += 1
      default: break
      }
    case 0x530..<0x590: counts["hy", default: 0] += 1
    case 0x590..<0x600: counts["he", default: 0] += 1
    case 0x600..<0x700, 0xFB50..<0xFE00, 0xFE70..<0xFEFF:
      counts["ar", default: 0] += 1
      if [0x67E, 0x686, 0x698, 0x6AF, 0x6CC].contains(scalar) { counts["fa", default: 0] += 1 }
    case 0x900..<0x980: counts["hi", default: 0] += 1
    case 0xE00..<0xE80: counts["th", default: 0] += 1
    case 0x10A0..<0x1100: counts["ka", default: 0] += 1
    case 0x3040..<0x3100: counts["ja", default: 0] += 1
    case 0x3400..<0x4DC0, 0x4E00..<0xA000, 0x20000..<0x30000: counts["zh", default: 0] += 1
    case 0xAC00..<0xD7B0, 0x1100..<0x1200: counts["ko", default: 0] += 1
    default: return false
    }
    return true
  }

  /// The language of a text that is not mainly in Latin letters.
  func language(latinLetterCount: Int) -> String? {
    guard !counts.isEmpty else { return nil }
    let scripts = ["el", "cyrillic", "hy", "he", "ar", "hi", "th", "ka", "ja", "zh", "ko"]
    let total = scripts.reduce(0) { $0 + (counts[$1] ?? 0) }
    var best = scripts[0]
    for script in scripts where (counts[script] ?? 0) > (counts[best] ?? 0) { best = script }
    // One Chinese, Japanese or Korean sign stands for about three letters.
    let weight = ["ja", "zh", "ko"].contains(best) ? 3 : 1
    guard total > 0, total * weight > latinLetterCount else { return nil }
    switch best {
    case "cyrillic":
      if (counts["ru"] ?? 0) > (counts["uk"] ?? 0) { return "ru" }
      return (counts["uk"] ?? 0) > 0 ? "uk" : "und"
    case "zh": return (counts["ja"] ?? 0) > 0 ? "ja" : "zh"
    case "ar": return (counts["fa"] ?? 0) * 20 > (counts["ar"] ?? 0) ? "fa" : "ar"
    default: return best
    }
  }

  /// The language of Latin text whose letters alone tell it; nil for the nine that have stop words.
  var markedLatin: String? {
    guard !latin.isEmpty else { return nil }
    func number(_ letters: String) -> Int {
      letters.unicodeScalars.reduce(0) { $0 + (latin[$1.value] ?? 0) }
    }
    let marks = [
      ("pl", number("łąężźśćńŁŻŚ")), ("cs", number("řěůčďťňŘČ")), ("tr", number("ğıİşĞŞ")),
      ("hu", number("őűŐŰ")), ("ro", number("țșăţșŢȚ")),
    ]
    guard let best = marks.max(by: { $0.1 < $1.1 }), best.1 >= 3 else { return nil }
    return best.0
  }

  /// What letters with accents add to the languages that use them.
  var letterBonus: [(Int, Double)] {
    guard !latin.isEmpty else { return [] }
    let table: [(String, String)] = [
      ("de", "ßäöü"), ("fr", "çèêëîïôœùûàâ"), ("es", "ñ¿¡íóáú"), ("it", "èìòàù"), ("nl", "ëï"),
      ("pt", "ãõçêâ"), ("sv", "åäö"),
    ]
    let strong = "ßñ¿ãõåœìò"
    return table.compactMap { language, letters in
      guard let index = StopWords.languages.firstIndex(of: language) else { return nil }
      let bonus = letters.unicodeScalars.reduce(0.0) { sum, letter in
        sum + Double(latin[letter.value] ?? 0) * (strong.unicodeScalars.contains(letter) ? 1 : 0.4)
      }
      return bonus > 0 ? (index, min(bonus, 6)) : nil
    }
  }
}
