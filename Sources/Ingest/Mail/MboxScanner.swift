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

  /// Bytes that must be known behind a line start to judge it.
  static let lookahead = 4 << 10

  private let file: MboxFile
  private let windowByteCount: Int
  private var window: [UInt8] = []
  private var windowStart: Int
  private var position: Int
  private let start: Int
  private var isShort = false
  /// The values of the Content-Type fields of the message being scanned.
  private var openTypes: [[UInt8]] = []

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
        position = max(position + 1, windowStart + window.count - 5)
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
    let next = (min(stop + 1, window.count)..<window.count).prefix(MboxScanner.lookahead)
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
    let tail = window[max(from, local - 1_024)..<local]
    return !tail.split(separator: 0x0A).contains { $0.starts(with: closing) }
  }

  /// Where the Content-Length of a message says that the next one starts, if that is true.
  ///
  /// A length that does not lead to another separator or to the end of the file is not believed:
  /// it would swallow the next mail.
  private mutating func declaredEnd(of opener: Separator) throws -> Int? {
    openTypes = []
    try load()
    var local = opener.end - windowStart
    if window.count - local < 16 * MboxScanner.lookahead,
      windowStart + window.count < file.byteCount
    {
      try load(forcing: true)
      local = opener.end - windowStart
    }
    guard local >= 0, local < window.count else { return nil }
    let head = HeaderBlock(
      parsing: window, in: local..<min(window.count, local + Limits.headerByteCount), isInside: nil)
    openTypes = head.values(.contentType, in: window)
    guard let value = head.values(.contentLength, in: window).first,
      let length = Int(String(decoding: value.trimmed, as: UTF8.self)), length > 0,
      length < file.byteCount
    else { return nil }
    let target = windowStart + head.bodyStart + length
    guard target <= file.byteCount else { return nil }
    let around = try file.bytes(at: target - 1, count: MboxScanner.lookahead)
    guard target == file.byteCount || around.count > 1 else { return nil }
    var index = 1
    while index < around.count, index < 7, around[index] == 0x0A || around[index] == 0x0D {
      index += 1
    }
    if target - 1 + index >= file.byteCount { return target }
    guard around[index - 1] == 0x0A, around.starts(with: "From ", at: index, before: around.count)
    else { return nil }
    let stop = around.firstIndex(of: 0x0A, in: index..<around.count) ?? around.count
    let line = Array(around[index..<stop].filter { $0 != 0x0D })
    let separator = MboxSeparator(
      line: line, followsBlank: true, in: around, next: min(stop + 1, around.count)..<around.count)
    return separator.isAccepted ? target - 1 + index : nil
  }

  /// Makes `position` and what precedes and follows it part of the window.
  private mutating func load(forcing: Bool = false) throws {
    let isInside = position >= windowStart && position < windowStart + window.count
    guard !isInside || forcing else { return }
    windowStart = max(start, position - 8)
    window = try file.bytes(at: windowStart, count: windowByteCount)
    isShort = windowStart + window.count < min(windowStart + windowByteCount, file.byteCount)
  }
}
