private import Foundation

#if canImport(Glibc)
  private import Glibc
#endif

/// Searches every byte of every file of a folder for words, to prove that none is there any more.
public struct TraceSearch: Sendable {
  /// What was found.
  public struct Result: Sendable, Equatable {
    /// Files that were read.
    public var fileCount = 0
    /// Bytes that were read.
    public var byteCount = 0
    /// Places, as paths inside the folder, with the number of the word that is there.
    public var findings: [Finding] = []
    /// Files that could not be read.
    public var unreadable: [String] = []
  }

  /// A word in a file.
  public struct Finding: Sendable, Equatable {
    /// The path inside the folder.
    public var path: String
    /// The word's index in the search.
    public var word: Int
  }

  private let words: [[UInt8]]
  /// Marks the first four bytes of the words, hashed.
  private let beginnings: [Bool]
  private static let window = 4 << 20

  /// A search for words, whatever the case of their ASCII letters; those of fewer than four bytes
  /// are not searched for.
  public init(words: [[UInt8]]) {
    self.words = words.map { $0.map(TraceSearch.lowercased) }
    var beginnings = [Bool](repeating: false, count: 1 << 16)
    for word in self.words where word.count >= 4 {
      let key = word.withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) }
      beginnings[TraceSearch.slot(key)] = true
    }
    self.beginnings = beginnings
  }

  /// Reads all files below a folder, window by window; each word is told once a file.
  public func search(folder: String) -> Result {
    var result = Result()
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for name in names.sorted() {
      var facts = stat()
      guard lstat(folder + "/" + name, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
        continue
      }
      guard let file = FileHandle(forReadingAtPath: folder + "/" + name) else {
        result.unreadable.append(name)
        continue
      }
      defer { try? file.close() }
      search(file, name, &result)
    }
    return result
  }

  /// The indices of the words that stand in some bytes.
  public func found(in bytes: [UInt8]) -> Set<Int> {
    matches(in: bytes.map(TraceSearch.lowercased))
  }

  private func search(_ file: FileHandle, _ name: String, _ result: inout Result) {
    result.fileCount += 1
    let overlap = max(1, words.map(\.count).max() ?? 1) - 1
    var found: Set<Int> = []
    var kept: [UInt8] = []
    while let data = try? file.read(upToCount: TraceSearch.window), !data.isEmpty {
      result.byteCount += data.count
      let bytes = kept + data.map(TraceSearch.lowercased)
      for index in matches(in: bytes) where found.insert(index).inserted {
        result.findings.append(Finding(path: name, word: index))
      }
      kept = Array(bytes.suffix(overlap))
    }
  }

  /// The words that stand in some bytes: one pass, whatever their number. Where four bytes are none
  /// with which a word begins, no word is.
  private func matches(in bytes: [UInt8]) -> Set<Int> {
    var found: Set<Int> = []
    bytes.withUnsafeBytes { bytes in
      beginnings.withUnsafeBufferPointer { beginnings in
        var position = 0
        while position + 4 <= bytes.count {
          let key = bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)
          if beginnings[TraceSearch.slot(key)] {
            for (index, word) in words.enumerated()
            where position + word.count <= bytes.count && word.count >= 4
              && bytes[position..<(position + word.count)].elementsEqual(word)
            {
              found.insert(index)
            }
          }
          position += 1
        }
      }
    }
    return found
  }

  private static func slot(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 16) }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
