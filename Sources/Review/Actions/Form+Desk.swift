import Complaints
import Hummingbird

extension Form {
  /// A field that names a page of the desk; nil where it names anything else.
  func path(_ name: String) -> String? {
    guard let path = self[name], path.hasPrefix("/"), !path.hasPrefix("//"), !path.contains("\\"),
      path.utf8.count <= 2_000, path.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    return path
  }

  /// The queue that a page was opened from; nil where it was opened otherwise.
  ///
  /// An empty field is the whole queue.
  func queueQuery() throws -> QueueQuery? {
    guard let text = parameters.first(where: { $0.name == "from" })?.value else { return nil }
    return QueueQuery(try Form(text).parameters)
  }

  /// How the verbatim came before the person.
  func draw() throws -> Decision.Draw {
    let query = try queueQuery() ?? QueueQuery()
    if !query.search.isEmpty { return .search }
    switch query.order {
    case .margin: return .queue
    case .newest: return .newest
    case .problem: return .problem
    }
  }

  /// A week; nil where it is missing or empty.
  func week(_ name: String, _ label: String) throws -> Week? {
    guard let text = self[name] else { return nil }
    guard let week = Week(text) else {
      throw DeskError.invalid("\(label) is no week; write 2026-W46.")
    }
    return week
  }

  /// A day that must be there.
  func requiredDay(_ name: String, _ label: String) throws -> Day {
    guard let day = Day(try required(name, label, limit: 10)) else {
      throw DeskError.invalid("\(label) is no day; write 2026-11-17.")
    }
    return day
  }
}
