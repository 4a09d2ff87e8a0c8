import Complaints
import Foundation
import Store

/// Cases by the words of their definition: every complaint is held against every earlier one.
struct CaseOracle {
  private let all: [StoredVerbatim]
  private let days: LocalDays
  private let threads: [Int]
  private var cases: [[Int]] = []
  private var originals: [Int: Int] = [:]

  init(_ all: [StoredVerbatim], days: LocalDays) {
    self.all = all
    self.days = days
    threads = CaseOracle.threads(all)
    let order = all.indices.filter { all[$0].reviewedVerdict?.isComplaint == true }.sorted {
      let (left, right) = (all[$0].verbatim, all[$1].verbatim)
      if left.received == right.received { return left.id < right.id }
      guard let first = left.received, let second = right.received else {
        return left.received != nil
      }
      return first < second
    }
    for (place, index) in order.enumerated() { put(index, after: order[..<place]) }
    for members in cases { findNearDuplicates(members) }
  }

  /// Rows of `complaintCase`.
  var caseLines: [String] {
    cases.map { members in
      let first = all[members[0]]
      let received = first.verbatim.received
      let person = members.compactMap { all[$0].verbatim.person }.first
      let contacts = members.count { originals[$0] == nil }
      return [
        "\(first.rowID)", person ?? "NULL", received.map { "\($0.seconds)" } ?? "NULL",
        received.map { "\(days.week(of: $0).start.number)" } ?? "NULL", "\(contacts)",
      ].joined(separator: " ")
    }.sorted()
  }

  /// Rows of `contact`, without the folded words.
  var contactLines: [String] {
    all.indices.map { index in
      let place = cases.firstIndex { $0.contains(index) }
      let caseID = place.map { "\(all[cases[$0][0]].rowID)" }
      return [
        "\(all[index].rowID)", "\(all[threads[index]].rowID)", caseID ?? "NULL",
        originals[index].map { "\(all[$0].rowID)" } ?? "NULL", margin(all[index]),
        all[index].decisions.isEmpty ? "0" : "1",
      ].joined(separator: " ")
    }
  }

  /// Rows of `caseProblem`.
  var problemLines: [String] {
    cases.flatMap { members in
      var seen: Set<Problem> = []
      return members.flatMap { index -> [String] in
        (all[index].reviewedVerdict?.failures ?? []).compactMap { failure -> String? in
          let problem = Problem(type: failure.type, touchpoint: failure.touchpoint)
          guard failure.about != .other, seen.insert(problem).inserted else { return nil }
          return line(problem, all[members[0]].rowID, all[index])
        }
      }
    }.sorted()
  }

  private func line(_ problem: Problem, _ caseID: Int64, _ stored: StoredVerbatim) -> String {
    var values = [problem.type, problem.touchpoint, "\(caseID)", "\(stored.rowID)"]
    if let received = stored.verbatim.received {
      let day = days.day(of: received)
      var then = day
      var lag = "NULL"
      if let happened = stored.verdict?.happened?.day, happened <= day,
        day.number - happened.number <= 366
      {
        then = happened
        lag = "\(day.number - happened.number)"
      }
      values += ["\(day.week.start.number)", "\(then.week.start.number)", lag]
    } else {
      values += ["NULL", "NULL", "NULL"]
    }
    return values.joined(separator: " ")
  }

  private func margin(_ stored: StoredVerbatim) -> String {
    if stored.verdict?.unscored != nil, stored.verbatim.documentClass == .human { return "-1.0" }
    guard stored.verdict?.isComplaint == true else { return "NULL" }
    let scores = (stored.verdict?.failures ?? []).map {
      max(1, (abs($0.score - 0.5) * 1e4).rounded())
    }
    return "\((scores.min() ?? 0) / 1e4)"
  }

  private mutating func put(_ index: Int, after earlier: ArraySlice<Int>) {
    let own = all[index].verbatim
    let words = CaseOracle.folded(own.text)
    let original = earlier.first { other in
      let verbatim = all[other].verbatim
      return words.count >= 8 && originals[other] == nil
        && words == CaseOracle.folded(verbatim.text)
        && (own.person != nil && own.person == verbatim.person
          || (own.person == nil || verbatim.person == nil) && isRecent(verbatim, before: own)
            && hasNobodyElse(other, than: own.person))
    }
    let sameThread = earlier.first { threads[$0] == threads[index] }
    if let joined = original ?? sameThread,
      let place = cases.firstIndex(where: { $0.contains(joined) })
    {
      cases[place].append(index)
      originals[index] = original
      return
    }
    let place = cases.firstIndex { members in
      guard let person = own.person, let received = own.received,
        let first = all[members[0]].verbatim.received
      else { return false }
      return members.compactMap { all[$0].verbatim.person }.first == person
        && received.seconds - first.seconds <= 28 * 86_400
    }
    if let place { cases[place].append(index) } else { cases.append([index]) }
  }

  private func isRecent(_ earlier: Verbatim, before later: Verbatim) -> Bool {
    guard let from = earlier.received, let to = later.received else { return false }
    return to.seconds - from.seconds <= 28 * 86_400
  }

  /// Whether the first person known in the complaint's case is this one, or there is none.
  private func hasNobodyElse(_ index: Int, than person: String?) -> Bool {
    guard let person, let members = cases.first(where: { $0.contains(index) }) else { return true }
    return [nil, person].contains(members.compactMap { all[$0].verbatim.person }.first)
  }

  private mutating func findNearDuplicates(_ members: [Int]) {
    for (place, index) in members.enumerated() where originals[index] == nil {
      let own = all[index].verbatim
      let later = CaseOracle.shingles(own.text)
      let original = members[..<place].first { other in
        let earlier = CaseOracle.shingles(all[other].verbatim.text)
        let shared = Double(later.intersection(earlier).count)
        return originals[other] == nil && own.person != nil
          && own.person == all[other].verbatim.person && !earlier.isEmpty && !later.isEmpty
          && shared / Double(earlier.count) >= 0.9
          && 1 - shared / Double(later.count) <= 0.4 + 1e-9
      }
      originals[index] = original
    }
  }

  private static func folded(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func shingles(_ text: String) -> Set<[String]> {
    let words = folded(text)
    guard words.count >= 8 else { return [] }
    return Set((0...(words.count - 5)).map { Array(words[$0..<($0 + 5)]) })
  }

  /// The first member of everyone's thread, by handing the least number on until nothing changes.
  private static func threads(_ all: [StoredVerbatim]) -> [Int] {
    let circulars = Set(
      all.filter { $0.verbatim.documentClass == .bulk }.compactMap(\.verbatim.messageID))
    let names = all.map { stored -> Set<String> in
      var names = Set(stored.verbatim.references + [stored.verbatim.messageID].compactMap(\.self))
      names.subtract(circulars)
      if let row = stored.verbatim.row { names.insert("\(stored.verbatim.source.name)|\(row)") }
      return names
    }
    var threads = Array(all.indices)
    var isChanged = true
    while isChanged {
      isChanged = false
      for left in all.indices {
        for right in all.indices
        where threads[right] < threads[left] && !names[left].isDisjoint(with: names[right]) {
          threads[left] = threads[right]
          isChanged = true
        }
      }
    }
    return threads
  }
}
