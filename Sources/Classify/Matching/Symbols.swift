/// The words that some rule uses, each with a number; all other words are `unknown`.
///
/// Immutable once built. A written form can stand for several words ("didn't" is did + not); a word
/// that only a prefix pattern knows is numbered as that prefix.
final class Symbols: Sendable {
  /// The number of a word.
  typealias Symbol = Int32

  static let unknown: Symbol = -1
  /// Digits that no rule names.
  static let number: Symbol = 0
  /// An amount with its currency sign.
  static let money: Symbol = 1

  /// Words by number; the first two are not words.
  let names: [String]
  /// Prefixes by number, for numbers from `names.count` on.
  let prefixes: [String]
  /// How many numbers there are.
  var count: Int { names.count + prefixes.count }

  private let forms: WordTable
  private let expansions: [Symbol]
  private let prefixSymbols: PrefixTable

  /// Numbers the words, frequent ones first, and the prefixes.
  init(words: Set<String>, prefixes: Set<String>) {
    let sortedWords = words.map { (-CommonWords.frequency(of: $0), $0) }.sorted(by: <).map(\.1)
    names = ["<number>", "<money>"] + sortedWords
    self.prefixes = prefixes.sorted()
    let prefixSymbols = PrefixTable(self.prefixes, firstSymbol: Symbol(names.count))
    var forms = WordTable(capacity: sortedWords.count + Wording.contractions.count)
    for (index, word) in sortedWords.enumerated() where Wording.contractions[word] == nil {
      forms.insert(word, WordTable.Entry(value: Symbol(index + 2), count: 1))
    }
    var expansions: [Symbol] = []
    for (form, words) in Wording.contractions {
      let start = Int32(expansions.count)
      for word in words {
        let letters = Array(word.utf8)
        let known = forms[WordTable.Key(letters.span)]
        // "shouldn't" holds a word that "shou*" knows.
        expansions.append(
          known.count == 1 ? known.value : prefixSymbols.symbol(of: letters.span))
      }
      forms.insert(form, WordTable.Entry(value: start, count: Int32(words.count)))
    }
    self.prefixSymbols = prefixSymbols
    self.forms = forms
    self.expansions = expansions
  }

  /// The number of a normalised word; `unknown` when no rule uses it.
  func symbol(of word: String) -> Symbol {
    var word = word
    let found = word.withUTF8 { lookUp(WordTable.Key($0.span)) }
    return found.count == 1 ? found.value : Symbols.unknown
  }

  /// The number of a normalised word, or of the longest prefix it begins with.
  func symbolOrPrefix(of word: String) -> Symbol {
    let letters = Array(word.utf8)
    let found = lookUp(WordTable.Key(letters.span))
    return found.count == 1 ? found.value : prefixSymbol(of: letters.span)
  }

  /// What a written, folded form stands for: the number of a word, or for forms of several words
  /// their place among the expansions; count 0 when no rule uses it.
  @inline(__always)
  func lookUp(_ key: WordTable.Key) -> WordTable.Entry { forms[key] }

  /// Whether a word with these first four letters may begin with a known prefix.
  @inline(__always)
  func mayHavePrefix(_ beginning: UInt32) -> Bool { prefixSymbols.mayHold(beginning) }

  /// One number of an expansion.
  func expansion(at index: Int32) -> Symbol { expansions[Int(index)] }

  /// The number of the longest prefix pattern that a word begins with; `unknown` without one.
  func prefixSymbol(of letters: Span<UInt8>) -> Symbol { prefixSymbols.symbol(of: letters) }
}
