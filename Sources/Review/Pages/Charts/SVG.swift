/// Writes a drawing: shapes carry classes for the stylesheet, and no styles of their own.
struct SVG: Sendable {
  private var text: String
  private let name: String

  /// An empty drawing.
  init(width: Double, height: Double, name: String) {
    self.name = name
    text =
      "<svg class=\"chart-drawing\" role=\"img\" viewBox=\"0 0 \(SVG.number(width))"
      + " \(SVG.number(height))\" aria-labelledby=\"\(name)-title \(name)-words\">"
  }

  /// The whole drawing.
  var closed: String { text + "</svg>" }

  /// What it is called and what is seen.
  mutating func titles(_ title: String, _ words: String) {
    text += "<title id=\"\(name)-title\">\(HTMLText.escaped(title))</title>"
    text += "<desc id=\"\(name)-words\">\(HTMLText.escaped(words))</desc>"
  }

  /// The hatching that trigger weeks are filled with.
  mutating func hatch(name: String) {
    text +=
      "<defs><pattern id=\"\(name)-hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\""
      + " patternTransform=\"rotate(45)\"><rect class=\"hatch-ground\" width=\"5\" height=\"5\"/>"
      + "<rect class=\"hatch-line\" width=\"2.2\" height=\"5\"/></pattern></defs>"
  }

  /// One week; a week without cases has a column without height.
  mutating func column(
    x: Double, y: Double, width: Double, height: Double, kind: String, fill: String?, title: String
  ) {
    text +=
      "<rect class=\"column \(kind)\" x=\"\(SVG.number(x))\" y=\"\(SVG.number(y))\""
      + " width=\"\(SVG.number(width))\" height=\"\(SVG.number(height))\""
      + (fill.map { " fill=\"\($0)\"" } ?? "")
      + "><title>\(HTMLText.escaped(title))</title></rect>"
  }

  /// A straight line.
  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ kind: String) {
    text +=
      "<line class=\"\(kind)\" x1=\"\(SVG.number(x1))\" y1=\"\(SVG.number(y1))\""
      + " x2=\"\(SVG.number(x2))\" y2=\"\(SVG.number(y2))\"/>"
  }

  /// Words.
  mutating func text(_ words: String, _ x: Double, _ y: Double, _ kind: String, anchor: String) {
    text +=
      "<text class=\"\(kind)\" x=\"\(SVG.number(x))\" y=\"\(SVG.number(y))\""
      + " text-anchor=\"\(anchor)\">\(HTMLText.escaped(words))</text>"
  }

  /// A small triangle whose lower edge stands at a point.
  mutating func triangle(_ x: Double, _ y: Double, _ kind: String) {
    text +=
      "<path class=\"\(kind)\" d=\"M\(SVG.number(x - 5)) \(SVG.number(y))h10l-5 -8z\"/>"
  }

  /// At most one decimal place.
  static func number(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
  }
}
