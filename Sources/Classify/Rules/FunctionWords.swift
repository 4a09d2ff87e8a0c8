/// Words that stand in nearly every text and tell nothing by themselves. Negations are left out:
/// they are often what failed.
enum FunctionWords {
  static let all: Set<String> = {
    let words = """
      the a an i you he she it we they me him her us them my your his its our their this that
      these those and or but so as if of to in on at by for from with about is are was were be
      been am have has had do does did will would can could there here what which who when then
      very just also
      """
    return Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }()
}

extension String {
  /// Whether a word of a pattern tells nothing by itself: "the", "they", "was".
  public var isFunctionWord: Bool { FunctionWords.all.contains(self) }
}
