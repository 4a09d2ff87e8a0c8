import Text

/// A cue's payload without mark-up, cut where the voice changes.
struct CuePayload {
  /// A run of words of one voice.
  struct Run: Equatable {
    /// The name in `<v Name>`; nil outside.
    var voice: String?
    /// The words.
    var text: String
  }
  /// The runs, in order; none is empty.
  private(set) var runs: [Run] = []

  private var words: [UInt8] = []
  private var voice: String?

  /// Reads a payload: tags are removed, character references decoded, `<v Name>` starts a voice.
  ///
  /// A "<" that no ">" follows stands for itself, so that no word is lost. Source: WebVTT §6.4.
  init(_ payload: String) {
    let bytes = Array(payload.utf8)
    var index = 0
    var lastClose = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    if bytes.isEmpty { lastClose = -1 }
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<") where index < lastClose && CuePayload.opensTag(bytes, index + 1):
        let close = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
        tag(bytes[(index + 1)..<close])
        index = close + 1
      case UInt8(ascii: "{")
      where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\\"):
        // SubRip's position mark, such as {\an8}.
        let close = bytes[index...].prefix(40).firstIndex(of: UInt8(ascii: "}"))
        index = (close ?? index) + 1
        if close == nil { words.append(UInt8(ascii: "{")) }
      case UInt8(ascii: "&"):
        let (decoded, length) = CuePayload.reference(bytes, at: index)
        words.append(contentsOf: decoded)
        index += length
      default:
        words.append(bytes[index])
        index += 1
      }
    }
    flush()
  }

  private static func opensTag(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard index < bytes.count else { return false }
    let byte = bytes[index]
    return byte.isASCIILetter || byte == UInt8(ascii: "/") || byte.isASCIIDigit
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ">")
  }

  private mutating func tag(_ tag: ArraySlice<UInt8>) {
    let name = tag.prefix { !$0.isASCIIWhiteSpace && $0 != UInt8(ascii: ".") }
    if name.elementsEqual("v".utf8) || name.elementsEqual("V".utf8) {
      flush()
      let annotation = tag.drop { !$0.isASCIIWhiteSpace }.drop { $0.isASCIIWhiteSpace }
      var label: [UInt8] = []
      var index = 0
      let bytes = Array(annotation)
      while index < bytes.count {
        let (decoded, length) =
          bytes[index] == UInt8(ascii: "&")
          ? CuePayload.reference(bytes, at: index) : ([bytes[index]], 1)
        label.append(contentsOf: decoded.map { $0.isASCIIWhiteSpace ? 0x20 : $0 })
        index += length
      }
      while label.last == 0x20 { label.removeLast() }
      voice = label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
    } else if name.elementsEqual("/v".utf8) || name.elementsEqual("/V".utf8) {
      flush()
      voice = nil
    } else if name.elementsEqual("br".utf8) || name.elementsEqual("br/".utf8) {
      words.append(0x0A)
    }
  }

  private mutating func flush() {
    let first = words.firstIndex { !$0.isASCIIWhiteSpace } ?? words.count
    let last = words.lastIndex { !$0.isASCIIWhiteSpace } ?? -1
    if first <= last {
      runs.append(Run(voice: voice, text: String(decoding: words[first...last], as: UTF8.self)))
    }
    words = []
  }

  /// The character reference at an "&", or the "&" itself.
  static func reference(_ bytes: [UInt8], at index: Int) -> ([UInt8], Int) {
    let names: [(StaticString, StaticString)] = [
      ("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("nbsp;", "\u{A0}"), ("lrm;", "\u{200E}"),
      ("rlm;", "\u{200F}"), ("quot;", "\""), ("apos;", "'"),
    ]
    let rest = bytes[(index + 1)...]
    for (name, value) in names
    where rest.starts(
      with: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    {
      let letters = UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount)
      return (Array(letters), name.utf8CodeUnitCount + 1)
    }
    if rest.first == UInt8(ascii: "#"), let end = rest.prefix(10).firstIndex(of: UInt8(ascii: ";"))
    {
      let digits = rest[(rest.startIndex + 1)..<end]
      let isHex = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
      let number = UInt32(
        String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self), radix: isHex ? 16 : 10
      )
      if let number, number > 0, let scalar = Unicode.Scalar(number) {
        return (Array(Character(scalar).utf8), end - index + 1)
      }
    }
    return ([UInt8(ascii: "&")], 1)
  }
}
