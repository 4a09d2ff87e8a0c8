import Complaints

/// What people say that tells which side of a counter they stand on.
///
/// Each phrase has a weight, above zero for staff, below zero for customers; how much a speaker's
/// words weigh is the sum, each phrase counted at most three times.
struct RoleBehaviour {
  private let phrases: [Substring: [(rest: [Substring], weight: Double)]]

  /// What a phrase of step 1, 2 or 3 weighs.
  private static let steps = [0, 0.25, 0.8, 1.8]

  /// Phrases by line: a step, a space, phrases between bars, cut into words as what is said is.
  init(staff: String, customer: String) {
    var phrases: [Substring: [(rest: [Substring], weight: Double)]] = [:]
    for (sign, lists) in [(1.0, staff), (-1.0, customer)] {
      for line in lists.split(separator: "\n") {
        guard let space = line.firstIndex(of: " "), let step = Int(line[..<space]),
          RoleBehaviour.steps.indices.contains(step)
        else { continue }
        let weight = sign * RoleBehaviour.steps[step]
        for phrase in line[line.index(after: space)...].split(separator: "|") {
          let words = RoleBehaviour.words(of: String(phrase))
          guard let first = words.first else { continue }
          phrases[first, default: []].append((Array(words.dropFirst()), weight))
        }
      }
    }
    self.phrases = phrases
  }

  /// How much the turns of one speaker weigh: above zero for staff, below for customers.
  func weight(of turns: [String]) -> Double {
    var hits: [String: (count: Int, weight: Double)] = [:]
    for turn in turns {
      let words = RoleBehaviour.words(of: turn)
      for index in words.indices {
        guard let candidates = phrases[words[index]] else { continue }
        for (rest, weight) in candidates
        where words[(index + 1)...].prefix(rest.count).elementsEqual(rest) {
          let key = String(words[index]) + " " + rest.joined(separator: " ")
          hits[key, default: (0, weight)].count += 1
        }
      }
      if RoleBehaviour.endsWithInitials(turn) { hits["^", default: (0, 2)].count += 1 }
      if RoleBehaviour.linksToHelp(turn) { hits["/", default: (0, 1.8)].count += 1 }
      if RoleBehaviour.callsCare(turn) { hits["@", default: (0, -1.8)].count += 1 }
    }
    // In a fixed order, so that the sum is the same in every run.
    return hits.sorted { $0.key < $1.key }.reduce(0) { sum, hit in
      sum + hit.value.weight * Double(min(hit.value.count, 3))
    }
  }

  /// Whether a turn opens a talk: a greeting among its first three words.
  static func isGreeting(_ text: String) -> Bool {
    words(of: text).prefix(3).contains { greetings.contains(String($0)) }
  }

  private static let greetings: Set<String> = [
    "hello", "hi", "hey", "welcome", "morning", "afternoon", "evening", "calling", "contacting",
    "hallo", "moin", "bonjour", "hola", "ciao", "goedemorgen", "goedemiddag",
  ]

  /// The words of a text in lower case, cut at everything that is no letter; at most 2,000.
  private static func words(of text: String) -> [Substring] {
    let lower = text.utf8.prefix(12_000).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    return String(decoding: lower, as: UTF8.self)
      .split(maxSplits: 2_000) { !($0.isASCII && $0.isLetter) }
  }

  /// Whether a message is signed as care teams sign: "^TJ", "-AB", "*MS", "^JoPoe".
  private static func endsWithInitials(_ text: String) -> Bool {
    guard let last = text.split(separator: " ").last, let mark = last.first else { return false }
    let letters = last.dropFirst()
    if mark == "^" {
      return (2...16).contains(letters.count) && letters.allSatisfy(\.isLetter)
        && letters.first?.isUppercase == true
    }
    guard "/-*~".contains(mark), (1...3).contains(letters.count) else { return false }
    return letters.allSatisfy { $0.isUppercase }
  }

  /// Whether a message points to a help page, as staff do: "https://help.acme.example/late".
  private static func linksToHelp(_ text: String) -> Bool {
    let head = String(decoding: text.utf8.prefix(12_000), as: UTF8.self)
    return head.split(whereSeparator: \.isWhitespace).contains { word in
      guard let start = word.firstRange(of: "://")?.upperBound else { return false }
      let address = word[start...].lowercased()
      return ["support", "help", "faq", "article"].contains { address.contains($0) }
    }
  }

  /// Whether a message addresses a care team by its handle: "@AcmeSupport", "@AskAcme".
  private static func callsCare(_ text: String) -> Bool {
    let head = String(decoding: text.utf8.prefix(12_000), as: UTF8.self)
    return head.split(whereSeparator: \.isWhitespace).contains { word in
      guard word.first == "@" else { return false }
      let handle = word.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.lowercased()
      return ["support", "help", "helps", "care", "cares", "service"].contains {
        handle.hasSuffix($0)
      }
        || (handle.count > 5 && (handle.hasPrefix("ask") || handle.hasPrefix("team")))
    }
  }
}
