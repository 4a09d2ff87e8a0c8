/// Words that may be the beginning of others, cut off anywhere: white space does not count, and of
/// the end, where a letter, a code or a line of the mail's structure may be torn, nothing but what
/// would speak against it.
struct CutWords {
  private let words: [[UInt8]]

  /// The words of a text.
  init(_ text: some Sequence<UInt8>) {
    words = Array(text).split { $0 == 0x20 || $0 >= 0x09 && $0 <= 0x0D }.map(Array.init)
  }

  /// Whether these words are the beginning of others, or the same. No words are the beginning of
  /// all: of a mail whose words were not read.
  func isCut(from whole: CutWords) -> Bool {
    let same = zip(words, whole.words).prefix { $0 == $1 }.count
    let rest = words[same...]
    guard let torn = rest.first else { return true }
    if CutWords.isPartHeader(rest) { return true }
    let letters = CutWords.letters(torn)
    if letters.isEmpty {
      return rest.count <= CutWords.tornWordCount
        && rest.reduce(0) { $0 + $1.count } <= CutWords.tornByteCount
    }
    return rest.count == 1 && same < whole.words.count && whole.words[same].starts(with: letters)
      && (torn.count == letters.count || torn.contains(where: CutWords.torn.contains))
  }

  /// Whether words are the torn header of a part that follows: "Content-Transfer-Enc".
  private static func isPartHeader(_ rest: ArraySlice<[UInt8]>) -> Bool {
    guard let first = rest.first, rest.count <= tornWordCount else { return false }
    // What is torn inside the name has nothing behind it.
    return first.starts(with: "Content-".utf8)
      || rest.count == 1 && "Content-".utf8.starts(with: first)
  }

  /// What begins a torn tag, code, entity, boundary or letter of more bytes behind a word.
  private static let torn = Set("<=&-".utf8).union(0x80...0xFF)

  /// How much a torn boundary line, tag or escape may leave behind.
  private static let tornWordCount = 3
  private static let tornByteCount = 80

  /// The letters and digits that a word begins with.
  private static func letters(_ word: [UInt8]) -> ArraySlice<UInt8> {
    word.prefix {
      $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x61 && $0 <= 0x7A
    }
  }
}
