import Authoring
import Complaints
import Pipeline
import Store
import Text

extension SharedOptions {
  /// Stored verbatims as people decided about them; those that are not decided whole are told.
  func reviewedTexts(
    in store: ComplaintStore, _ settings: Settings, draw: Decision.Draw? = nil,
    redacts: Bool = true
  ) throws -> [LabelledText] {
    let reviewed = try ReviewedTexts(
      in: store, draw: draw, redacts: redacts,
      organisations: settings.organisation.names)
    if reviewed.unfinishedCount > 0 {
      Console.note(
        "\(counted(reviewed.unfinishedCount, "text")) left out: some tag is not decided yet; "
          + "Enter in the review desk accepts the rest", .dim)
    }
    return reviewed.texts
  }
}
