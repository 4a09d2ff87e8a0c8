import Foundation
import Lines
import Logging

/// Log entries as JSON objects on standard error, one a line, for journals and log shippers.
struct LogLines: LogHandler {
  var logLevel = Logger.Level.info
  var metadata: Logger.Metadata = [:]
  private let label: String

  /// A handler of a logger's label.
  init(label: String) {
    self.label = label
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var writer = JSONWriter()
    writer.object { object in
      object.member("time", Date.now.ISO8601Format())
      object.member("level", event.level.rawValue)
      object.member("logger", label)
      object.member("message", event.message.description)
      let all = metadata.merging(event.metadata ?? [:]) { $1 }
      for (key, value) in all.sorted(by: { $0.key < $1.key }) {
        object.member(key, Int(value.description), else: { value.description })
      }
    }
    Console.draw(String(decoding: writer.bytes, as: UTF8.self) + "\n")
  }
}

extension JSONWriter {
  /// Writes a whole number where there is one, else the words.
  fileprivate mutating func member(_ key: String, _ number: Int?, else words: () -> String) {
    if let number { member(key, number) } else { member(key, words()) }
  }
}
