import Foundation

/// What is done with the bytes of one input, by the name of the target.
///
///     Fuzz TARGET [INPUT | FOLDER | -OPTION]…      libFuzzer's own arguments; Scripts/fuzz sets them
private let targets: [String: @Sendable ([UInt8]) throws -> Void] = [
  "boxes": readBox, "mails": readMail, "pages": readPage, "feeds": readFeed, "cues": readCues,
  "transcripts": readTranscript, "tables": readTable, "archives": readArchive, "rules": checkRules,
]

nonisolated(unsafe) private var chosen: (@Sendable ([UInt8]) throws -> Void)?

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ values: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ each: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Does what is to be done with one input; libFuzzer calls it.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do {
    try chosen?(Array(UnsafeBufferPointer(start: start, count: count)))
  } catch {
    fatalError("thrown out of the reader: \(error)")
  }
  return 0
}

/// The program's start, under the name that the package manager gives to `main`.
@_cdecl("Fuzz_main")
public func start(
  _ count: CInt, _ values: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  let name = count > 1 ? values?[1].map { String(cString: $0) } : nil
  chosen = name.flatMap { targets[$0] }
  guard chosen != nil, let values else {
    FileHandle.standardError.write(
      Data("usage: Fuzz \(targets.keys.sorted().joined(separator: "|")) [INPUT | FOLDER]…\n".utf8))
    return 64
  }
  // libFuzzer sees the program's name and everything behind the target's.
  values[1] = values[0]
  var rest: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = values + 1
  var restCount = count - 1
  return runDriver(&restCount, &rest, tryInput)
}
