/// Thirteen weeks of cases, as small as a word.
struct Sparkline: Sendable {
  /// Cases a week, oldest first.
  let counts: [Int]

  /// The drawing; its numbers stand in its title.
  var drawing: String {
    let highest = Double(max(counts.max() ?? 0, 3))
    let numbers = counts.map(String.init).joined(separator: ", ")
    var svg =
      "<svg class=\"sparkline\" role=\"img\" viewBox=\"0 0 \(counts.count * 7) 24\">"
      + "<title>Cases in each of the last \(Wording.count(counts.count, "week")): \(numbers)</title>"
    for (index, count) in counts.enumerated() {
      let height = count == 0 ? 1 : max(2, Double(count) / highest * 23)
      svg +=
        "<rect class=\"column\(count == 0 ? " none" : "")\" x=\"\(index * 7 + 1)\""
        + " y=\"\(SVG.number(24 - height))\" width=\"5\" height=\"\(SVG.number(height))\"/>"
    }
    return svg + "</svg>"
  }
}
