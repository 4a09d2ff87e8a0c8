/// Where things lie in a chart of weeks, in units of its own width.
struct ChartFrame: Sendable {
  static let height = 250.0
  let left = 30.0
  let right: Double
  let top = 30.0
  let bottom = 206.0
  private let step: Double
  private let scale: Double
  /// The values that are written at the left.
  let ticks: [Int]

  /// A frame for so many columns up to a value.
  init(width: Double, columns: Int, highest: Int) {
    right = width - 2
    step = (right - left) / Double(max(columns, 1))
    let distance =
      [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000].first { highest <= $0 * 5 }
      ?? max(1, highest / 5)
    let count = (highest + distance - 1) / distance
    ticks = (0...count).map { $0 * distance }
    scale = (bottom - top) / Double(count * distance)
  }

  /// The space between two columns.
  var gap: Double { min(6, step * 0.25) }

  /// A column's width; where few weeks are shown, no wider than is good to look at.
  var columnWidth: Double { min(28, step - gap) }

  /// The left edge of a column.
  func x(_ index: Int) -> Double { left + (Double(index) + 0.5) * step - columnWidth / 2 }

  /// The height of a value.
  func y(_ value: Double) -> Double { bottom - value * scale }
}
