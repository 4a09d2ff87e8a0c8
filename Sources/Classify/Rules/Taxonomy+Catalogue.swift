public import Complaints
import Foundation

extension Taxonomy {
  /// The names of the types, for those who only show them.
  public var catalogue: Catalogue {
    let entries = { (terms: [Term]) in
      terms.map { Catalogue.Entry(id: $0.id, title: $0.title, means: $0.means) }
    }
    return Catalogue(
      failures: failures.map {
        Catalogue.Entry(id: $0.id, title: $0.title, means: $0.means, prevention: $0.prevention)
      }, causes: entries(causes), effects: entries(effects), touchpoints: entries(touchpoints))
  }

  /// The types of a rules folder, without its rules; nil where they cannot be read.
  public init?(rulesFolder folder: String) {
    let path = folder + "/taxonomy.yml"
    guard let data = FileManager.default.contents(atPath: path),
      let root = try? YAMLValue.parse(String(decoding: data, as: UTF8.self), file: path)
    else { return nil }
    var reader = YAMLReader(file: path)
    self = .read(root, with: &reader)
  }

  /// The names in a rules folder's taxonomy; empty where there is none that can be read.
  public static func catalogue(rulesFolder folder: String) -> Catalogue {
    Taxonomy(rulesFolder: folder)?.catalogue ?? Catalogue()
  }
}
