import Text

extension CueFile {
  /// The two times of "00:01.000 --> 00:02.000 align:start".
  static func times(
    _ line: ArraySlice<UInt8>, isWebVTT: Bool
  ) -> (from: Double, to: Double)? {
    var rest = line
    func skipSpace() { rest = rest.drop { $0.isASCIIWhiteSpace } }
    skipSpace()
    guard let from = time(&rest, isWebVTT: isWebVTT) else { return nil }
    skipSpace()
    guard rest.starts(with: "-->".utf8) else { return nil }
    rest = rest.dropFirst(3)
    skipSpace()
    guard let to = time(&rest, isWebVTT: isWebVTT) else { return nil }
    return (from, to)
  }

  /// A WebVTT timestamp (§6.4), or a SubRip one.
  private static func time(_ rest: inout ArraySlice<UInt8>, isWebVTT: Bool) -> Double? {
    func digits() -> (value: Int, count: Int)? {
      let run = rest.prefix { $0.isASCIIDigit }
      guard !run.isEmpty, run.count <= 9, let value = Int(String(decoding: run, as: UTF8.self))
      else { return nil }
      rest = rest.dropFirst(run.count)
      return (value, run.count)
    }
    guard let first = digits() else { return nil }
    guard rest.first == UInt8(ascii: ":") else { return nil }
    rest = rest.dropFirst()
    guard let second = digits(), second.count == 2 || !isWebVTT else { return nil }
    var (hours, minutes, seconds) = (0, first.value, second.value)
    if rest.first == UInt8(ascii: ":") {
      rest = rest.dropFirst()
      guard let third = digits(), third.count == 2 || !isWebVTT else { return nil }
      (hours, minutes, seconds) = (first.value, second.value, third.value)
    }
    guard minutes < 60, seconds < 60 else { return nil }
    var fraction = 0.0
    if rest.first == UInt8(ascii: ".") || (!isWebVTT && rest.first == UInt8(ascii: ",")) {
      rest = rest.dropFirst()
      guard let part = digits(), part.count == 3 || (!isWebVTT && part.count <= 3) else {
        return nil
      }
      fraction = Double(part.value) / [1, 10, 100, 1_000][part.count]
    } else if isWebVTT {
      return nil
    }
    return Double(hours * 3_600 + minutes * 60 + seconds) + fraction
  }
}
