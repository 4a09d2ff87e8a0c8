/// A table of fixed width for people: the first column to the left, the others to the right.
struct TextTable {
  private let widths: [Int]
  /// Lines without line feeds.
  private(set) var lines: [String] = []

  /// A table with a heading; each column is `width` letters wide, two spaces apart.
  init(_ columns: [(title: String, width: Int)]) {
    widths = columns.map(\.width)
    add(columns.map(\.title))
  }

  /// Adds a row; the first cell is cut where it is too long, missing ones are empty.
  mutating func add(_ cells: [String]) {
    var line = ""
    for (index, (cell, width)) in zip(cells, widths).enumerated() {
      let gap = String(repeating: " ", count: max(0, width - cell.count))
      if index == 0 {
        line += cell.count > width ? cell.prefix(width - 1) + "…" : cell + gap
      } else {
        line += "  " + gap + cell
      }
    }
    while line.last == " " { line.removeLast() }
    lines.append(line)
  }

  /// Three decimals, or a dash for nothing.
  static func decimal(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "–" }
    let thousandths = Int((abs(value) * 1000).rounded())
    let digits = String(thousandths % 1000)
    let sign = value < 0 && thousandths > 0 ? "-" : ""
    return sign + "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count)
      + digits
  }
}
