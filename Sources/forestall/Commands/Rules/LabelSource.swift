import ArgumentParser
import Authoring
import Classify
import Complaints
import Pipeline
import Store

/// Labelled texts of a file, or what people decided about stored ones.
enum LabelSource {
  /// The texts of a file; an error with every mistake where it has some.
  static func file(_ path: String, _ taxonomy: Taxonomy) throws -> [LabelledText] {
    let file = LabelFile.read(path: path, taxonomy: taxonomy)
    for diagnostic in file.diagnostics { Console.note(diagnostic.description) }
    guard !file.hasErrors else {
      Console.complain("the labels have mistakes; nothing was done")
      throw ExitCode.failure
    }
    guard !file.texts.isEmpty else {
      Console.complain("'\(path)' holds no labelled texts; nothing was done")
      throw ExitCode.failure
    }
    return file.texts
  }

  /// What people decided about stored verbatims; an error where nothing is decided.
  static func store(
    _ settings: Settings, _ options: SharedOptions, draw: Decision.Draw? = nil,
    redacts: Bool = true
  ) throws -> ReviewedTexts {
    let reviewed = try ReviewedTexts(
      in: try options.existingStore(settings), draw: draw, redacts: redacts,
      organisations: settings.organisation.names)
    if reviewed.unfinishedCount > 0 {
      Console.note(
        "\(counted(reviewed.unfinishedCount, "text")) left out: some tag is not decided yet; "
          + "Enter in the review desk accepts the rest", .dim)
    }
    return reviewed
  }
}
