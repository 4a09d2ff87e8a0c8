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

  /// The names in a rules folder's taxonomy, without compiling its rules; empty where there is none
  /// that can be read.
  public static func catalogue(rulesFolder folder: String) -> Catalogue {
    let path = folder + "/taxonomy.yml"
    guard let data = FileManager.default.contents(atPath: path),
      let root = try? YAMLValue.parse(String(decoding: data, as: UTF8.self), file: path)
    else { return Catalogue() }
    var reader = YAMLReader(file: path)
    return read(root, with: &reader).catalogue
  }
}
