import Complaints
import Statistics

extension Comparison {
  /// The comparison for people.
  var lines: [String] {
    var table = TextTable([
      ("compared with \(ruleSet.description.prefix(8))", 42), ("these", 5), ("other", 5),
      ("by", 6), ("95 % interval", 15), ("greater in", 10),
    ])
    for entry in differences {
      table.add([
        entry.measure.title, TextTable.decimal(entry.value), TextTable.decimal(entry.other),
        TextTable.decimal(entry.difference),
        TextTable.decimal(entry.interval.low) + " – " + TextTable.decimal(entry.interval.high),
        "\(Int((entry.greaterShare * 100).rounded())) %",
      ])
    }
    return table.lines + [
      "failure tags only here: \(addedCount), \(addedRightCount) of them labelled; "
        + "only there: \(lostCount), \(lostRightCount) of them labelled"
    ]
  }
}
