import Complaints
import Testing

@testable import Classify

/// A folder with mistakes and everything that must be said about it.
struct BrokenFolder: Sendable, CustomTestStringConvertible {
  var name: String
  var files: [String: String]
  var expected: [String]
  /// Whether the sample taxonomy stands beside the files, and rules that give its types.
  var hasTaxonomy = true

  var testDescription: String { name }

  /// What is wrong, without the folder's name.
  var found: [String] {
    var texts = files.map { (name: $0.key, text: $0.value) }
    if hasTaxonomy { texts += [("taxonomy.yml", Sample.taxonomy), ("types.yml", Sample.types)] }
    texts.sort { $0.name < $1.name }
    return RuleSet.compiled(RuleFolder(texts: texts, path: "R"), isReviewed: true).diagnostics.map {
      $0.description.hasPrefix("R/") ? String($0.description.dropFirst(2)) : $0.description
    }
  }
}
