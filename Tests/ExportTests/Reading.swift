import Foundation
import Testing

/// Reads what exports wrote, the slow and obvious way.
enum Reading {
  /// The records of a CSV text (RFC 4180); fails on a quote in the wrong place.
  static func csv(_ text: String) throws -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = ""
    var scalars = Array(text.unicodeScalars)[...]
    var isQuoted = false
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          cell.unicodeScalars.append(scalar)
        } else if scalars.first == "\"" {
          cell += "\""
          scalars.removeFirst()
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        try #require(cell.isEmpty, "a quote inside a bare cell")
        isQuoted = true
      } else if scalar == "," {
        record.append(cell)
        cell = ""
      } else if scalar == "\r" {
        try #require(scalars.popFirst() == "\n")
        records.append(record + [cell])
        (record, cell) = ([], "")
      } else {
        try #require(scalar != "\n", "a bare line feed")
        cell.unicodeScalars.append(scalar)
      }
    }
    try #require(!isQuoted && record.isEmpty && cell.isEmpty, "no CRLF at the end")
    return records
  }

  /// The objects of JSON Lines.
  static func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  /// The keys of the outermost object on a line, in their order.
  static func keys(_ line: some StringProtocol) -> [String] {
    var keys: [String] = []
    var depth = 0
    var string: String?
    var isEscaped = false
    for character in line {
      if let open = string {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          string = nil
          if depth == 1 { keys.append(open) }
          continue
        }
        string?.append(character)
      } else {
        switch character {
        case "\"": string = ""
        case "{", "[": depth += 1
        case "}", "]": depth -= 1
        case ":" where depth == 1: keys.append("\(keys.removeLast()):")
        default: break
        }
      }
    }
    return keys.filter { $0.hasSuffix(":") }.map { String($0.dropLast()) }
  }
}
