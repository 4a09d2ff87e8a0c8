import Complaints
import Pipeline
import Store
import Text

/// What would be erased, told to people.
enum EraseView {
  private static let shown = 20

  /// The plan, with the places; nothing of what is written there.
  static func plan(_ plan: ErasurePlan) -> [String] {
    guard !plan.isEmpty else { return ["Nothing to erase."] + rest(plan) }
    var lines = [
      "Would erase \(counted(plan.texts.count, "text")), "
        + "\(counted(plan.kept.count, "piece")) of quarantine; nothing is changed without --apply."
    ]
    for reason in ErasurePlan.Reason.allCases {
      let texts = plan.texts.filter { $0.reason == reason }.map {
        "\($0.id.description.prefix(8))  \(displayed($0.source))"
      }
      let kept = plan.kept.filter { $0.reason == reason }.map {
        "quarantine \($0.entry.fingerprint.description.prefix(8))  \(displayed($0.entry.source))"
      }
      lines += list(reason.words, texts + kept)
    }
    if let places = plan.places.placesInWords {
      lines.append("The address would be blackened or forgotten in \(places).")
    }
    return lines + rest(plan)
  }

  private static func rest(_ plan: ErasurePlan) -> [String] {
    list(
      "left: answers by other customers; see whether they quote",
      plan.othersAnswers.map { "\($0.id.description.prefix(8))  \(displayed($0.source))" })
      + list(
        "left: kept bytes that cannot be searched, encrypted or compressed",
        plan.sealed.map {
          "quarantine \($0.fingerprint.description.prefix(8))  \(displayed($0.source))"
        })
      + (plan.isPartOfAnother
        ? [
          "left: places or kept bytes in which the address is part of a longer name; "
            + "see whether it is the person's"
        ] : [])
      + ["Out of reach:"] + ErasureReceipt.outOfReach.map { "  - \($0)" }
  }

  private static func list(_ title: String, _ places: [String]) -> [String] {
    guard !places.isEmpty else { return [] }
    let more = places.count - shown
    return ["\(title): \(grouped(places.count))"] + places.prefix(shown).map { "  \($0)" }
      + (more > 0 ? ["  and \(grouped(more)) more"] : [])
  }
}
