public import Complaints

extension RuleProbe {
  /// A sentence as patterns see it.
  public struct Sentence: Sendable, Equatable {
    /// A word of the text with the words that a pattern writes for it: "didn't" is did, not.
    public struct Word: Sendable, Equatable {
      /// Half-open UTF-8 byte range into the verbatim's text.
      public var range: Range<Int>
      /// One or several, in lower case.
      public var written: [String]
    }

    /// In text order.
    public var words: [Word]
    /// Who says it.
    public var role: Role
    /// What it stands in.
    public var passage: PassageKind

    /// From the first letter of the first word to the last of the last one.
    public var range: Range<Int> {
      (words.first?.range.lowerBound ?? 0)..<(words.last?.range.upperBound ?? 0)
    }
  }

  /// The sentences of a verbatim that the rules read, in text order.
  public mutating func sentences(of verbatim: Verbatim) -> [Sentence] {
    examine(verbatim)
    let bytes = Array(verbatim.text.utf8)
    let tokens = examiner.tokens
    return tokens.sentences.compactMap { sentence in
      var words: [Sentence.Word] = []
      for token in tokens.tokens[sentence.start..<sentence.end] {
        let range = Int(token.start)..<Int(token.end)
        // The words of a contraction stand on the same letters.
        guard words.last?.range != range else { continue }
        let written = Wording.words(of: String(decoding: bytes[range], as: UTF8.self))
        if !written.isEmpty { words.append(Sentence.Word(range: range, written: written)) }
      }
      let passage = verbatim.passages[sentence.passage]
      return words.isEmpty
        ? nil : Sentence(words: words, role: passage.role, passage: passage.kind)
    }
  }
}
