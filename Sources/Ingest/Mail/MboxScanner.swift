import Complaints
import Text

/// Finds the separators of a mailbox, one window of the file at a time.
struct MboxScanner {
  /// A separator line that was accepted.
  struct Separator {
    /// Where "From " stands in the file.
    var start: Int
    /// Where the message starts.
    var end: Int
    /// The date at the end of the line.
    var date: Timestamp?
  }

  /// What a search ends with.
  enum Outcome {
    case separator(Separator)
    case end
    case truncated
  }

  /// Bytes that must be known behind a line start to judge it; no more are asked for.
  static let lookahead = 4 << 10
  /// Bytes before a line start in which the end of a part is looked for.
  private static let lookbehind = 1 << 10

  let file: MboxFile
  private let windowByteCount: Int
  private(set) var window: [UInt8] = []
  private(set) var windowStart: Int
  private var position: Int
  private let start: Int
  private var isShort = false
  /// The values of the Content-Type fields of the message being scanned.
  var openTypes: [[UInt8]] = []

  init(file: MboxFile, from start: Int, windowByteCount: Int) {
    self.file = file
    self.windowByteCount = windowByteCount
    self.start = start
    windowStart = start
    position = start
  }

  /// The next separator behind the message that `opener` starts.
  mutating func next(after opener: Separator?) throws -> Outcome {
    if let opener, let target = try declaredEnd(of: opener) { position = max(position, target) }
    while true {
      try load()
      guard position < file.byteCount else { return .end }
      let local = position - windowStart
      guard local < window.count else { return isShort ? .truncated : .end }
      guard let hit = candidate(from: local) else {
        if windowStart + window.count >= file.byteCount { return .end }
        if isShort { return .truncated }
        // The last four bytes may begin "From " and are looked at again with what follows them.
        position = max(position, windowStart + window.count - 4)
        try load(forcing: true)
        continue
      }
      position = windowStart + hit
      if window.count - hit < MboxScanner.lookahead, windowStart + window.count < file.byteCount {
        try load(forcing: true)
        if isShort { return .truncated }
        continue
      }
      if let separator = judged(at: hit, opener: opener) {
        position = separator.end
        return .separator(separator)
      }
      position += 5
    }
  }

  /// The line starts at which "From " stands, from a local position on.
  private func candidate(from local: Int) -> Int? {
    var index = local
    if windowStart + local == start, window.starts(with: "From ", at: local, before: window.count) {
      return local
    }
    if index > 0 { index -= 1 }
    while let feed = window.firstIndex(of: 0x0A, in: index..<window.count) {
      if window.starts(with: "From ", at: feed + 1, before: window.count) { return feed + 1 }
      index = feed + 1
    }
    return nil
  }

  private func judged(at local: Int, opener: Separator?) -> Separator? {
    let feed = window.firstIndex(of: 0x0A, in: local..<window.count)
    let stop = feed ?? window.count
    var line = window[local..<stop]
    if line.last == 0x0D { line = line.dropLast() }
    let known = min(local + MboxScanner.lookahead, window.count)
    let next = min(stop + 1, known)..<known
    var separator = MboxSeparator(
      line: Array(line.prefix(1_200)), followsBlank: followsBlank(local), in: window, next: next)
    if separator.isAccepted, HeaderNames.leadingFieldCount(window, in: next, limit: 1) == 0,
      !next.isEmpty,
      isInsideOpenPart(local, opener: opener)
    {
      separator.score -= 2
    }
    guard separator.isAccepted else { return nil }
    return Separator(
      start: windowStart + local, end: windowStart + min(stop + 1, window.count),
      date: separator.date)
  }

  private func followsBlank(_ local: Int) -> Bool {
    if windowStart + local == start { return true }
    guard local > 0 else { return false }
    var before = local - 1
    if before > 0, window[before - 1] == 0x0D { before -= 1 }
    return before == 0 ? windowStart + before == start : window[before - 1] == 0x0A
  }

  /// Whether the message that is being scanned declares a boundary and its last lines before
  /// `local` do not close it.
  private func isInsideOpenPart(_ local: Int, opener: Separator?) -> Bool {
    guard let opener, !openTypes.isEmpty,
      let boundary = ContentType(fields: openTypes).boundary, !boundary.isEmpty
    else { return false }
    let from = max(0, opener.end - windowStart)
    guard from <= local else { return false }
    let closing = Array("--".utf8) + boundary + Array("--".utf8)
    let tail = window[max(from, local - MboxScanner.lookbehind)..<local]
    return !tail.split(separator: 0x0A).contains { $0.starts(with: closing) }
  }

  /// Makes `position` and what precedes and follows it part of the window.
  mutating func load(forcing: Bool = false) throws {
    let isInside = position >= windowStart && position < windowStart + window.count
    guard !isInside || forcing else { return }
    windowStart = max(start, position - MboxScanner.lookbehind)
    window = try file.bytes(at: windowStart, count: windowByteCount)
    isShort = windowStart + window.count < min(windowStart + windowByteCount, file.byteCount)
  }
}
