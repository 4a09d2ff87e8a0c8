private import Foundation

/// The date and author that JSON-LD gives for an article (schema.org).
struct StructuredData {
  /// `datePublished` as written.
  var published: String?
  /// `author.name` as written.
  var author: String?

  /// Takes in a script; what is not JSON is passed over.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= MarkupLimits.structuredDataByteCount,
      let value = try? JSONSerialization.jsonObject(with: Data(buffer: bytes))
    else { return }
    var waiting: [Any] = [value]
    var count = 0
    while let next = waiting.popLast(), count < 10_000 {
      count += 1
      if let list = next as? [Any] {
        waiting.append(contentsOf: list.reversed())
      } else if let object = next as? [String: Any] {
        take(object)
        for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
          if let inner = object[key] { waiting.append(inner) }
        }
      }
    }
  }

  private mutating func take(_ object: [String: Any]) {
    let types = object["@type"] as? [String] ?? [object["@type"] as? String].compactMap { $0 }
    if types.contains("Comment") || types.contains("Review") { return }
    if published == nil { published = object["datePublished"] as? String }
    guard author == nil, let value = object["author"] else { return }
    author = StructuredData.name(in: value)
  }

  private static func name(in value: Any) -> String? {
    if let text = value as? String { return text.hasPrefix("http") ? nil : text }
    if let object = value as? [String: Any] { return object["name"] as? String }
    if let list = value as? [Any], let first = list.first as? [String: Any] {
      return first["name"] as? String
    }
    return nil
  }
}
