import Complaints
import Foundation

/// Packs values into few bytes: variable-length integers, strings with their length.
struct PackedWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  mutating func write(_ text: String?) {
    write(text == nil ? 0 : 1)
    if let text { write(text) }
  }

  /// Scores and seconds are kept to four decimals, up to ±10¹³; what is no number becomes 0.
  mutating func write(_ value: Double) {
    let scaled = (value * 10_000).rounded()
    write(scaled.isNaN ? 0 : Int(max(-1e17, min(1e17, scaled))))
  }

  mutating func write(_ value: Double?) {
    write(value == nil ? 0 : 1)
    if let value { write(value) }
  }

  mutating func write<Element>(
    _ elements: [Element], _ body: (inout PackedWriter, Element) -> Void
  ) {
    write(elements.count)
    for element in elements { body(&self, element) }
  }

}

/// Reads what `PackedWriter` wrote.
struct PackedReader {
  /// The bytes were not written by `PackedWriter`: the database is damaged.
  struct Damage: Error, CustomStringConvertible {
    var description: String { "a stored row is damaged; restore the state folder from a backup" }
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ data: Data) {
    bytes = [UInt8](data)
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { position == bytes.count }

  mutating func integer() throws(Damage) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count, shift < 64 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value)) }
      shift += 7
    }
    throw Damage()
  }

  mutating func text() throws(Damage) -> String {
    let count = try integer()
    guard count >= 0, count <= bytes.count - position else { throw Damage() }
    defer { position += count }
    return String(decoding: bytes[position..<(position + count)], as: UTF8.self)
  }

  mutating func optionalText() throws(Damage) -> String? {
    try integer() == 0 ? nil : try text()
  }

  mutating func number() throws(Damage) -> Double { Double(try integer()) / 10_000 }

  mutating func optionalNumber() throws(Damage) -> Double? {
    try integer() == 0 ? nil : try number()
  }

  mutating func range() throws(Damage) -> Range<Int> {
    let start = try integer()
    let length = try integer()
    guard start >= 0, length >= 0, length < Int.max - start else { throw Damage() }
    return start..<(start + length)
  }

  mutating func choice<Choice: CaseIterable>(_ type: Choice.Type) throws(Damage) -> Choice {
    let index = try integer()
    let all = Array(Choice.allCases)
    guard all.indices.contains(index) else { throw Damage() }
    return all[index]
  }

  mutating func list<Element>(
    _ body: (inout PackedReader) throws(Damage) -> Element
  ) throws(Damage) -> [Element] {
    let count = try integer()
    guard count >= 0, count <= bytes.count - position else { throw Damage() }
    var elements: [Element] = []
    for _ in 0..<count { elements.append(try body(&self)) }
    return elements
  }
}

extension PackedWriter {
  mutating func write(_ range: Range<Int>) {
    write(range.lowerBound)
    write(range.count)
  }

  mutating func write<Choice: CaseIterable & Equatable>(choice: Choice) {
    write(Array(Choice.allCases).firstIndex(of: choice) ?? 0)
  }
}
