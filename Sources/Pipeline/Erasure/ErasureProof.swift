import Privacy

/// A search in every byte of every file of the state folder for what was erased.
public struct ErasureProof: Sendable, Equatable {
  /// Files that were read.
  public var fileCount: Int
  /// Bytes that were read.
  public var byteCount: Int
  /// Words that were searched for: an address, a pseudonym, Message-IDs, pieces of texts.
  public var wordCount: Int
  /// Such words that were not searched for, since something that stays holds them too.
  public var leftOutCount: Int
  /// Texts that an interrupted erasure had taken before: no words of theirs were searched for.
  public var takenBeforeCount: Int
  /// Files in which one still stands, or that could not be read; must be empty.
  public var remains: [String]

  /// Searches a folder.
  init(of words: [String], leftOutCount: Int, in folder: String, takenBeforeCount: Int) {
    let result = TraceSearch(words: words.map { Array($0.utf8) }).search(folder: folder)
    fileCount = result.fileCount
    byteCount = result.byteCount
    wordCount = words.count
    self.leftOutCount = leftOutCount
    self.takenBeforeCount = takenBeforeCount
    remains = Set(result.findings.map(\.path) + result.unreadable).sorted()
  }
}
