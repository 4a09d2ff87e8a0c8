public import Classify
public import Complaints
import Foundation
import Text

/// The last rules that passed their checks and examples, kept in the state folder, so that a
/// mistake in a rule file does not stop the night's work.
public struct AcceptedRules {
  /// The rules that judge.
  public struct InForce: Sendable {
    /// The rules.
    public var ruleSet: RuleSet
    /// Why the folder's own are not used; nil when they are.
    public var refusal: RuleRefusal?
  }

  private let folder: String

  /// The rules kept in `rules/<fingerprint>` of a state folder.
  public init(stateFolder: String) {
    folder = stateFolder + "/rules"
  }

  /// The rules of a folder, which are kept when they pass; else the ones that passed last.
  ///
  /// - Throws: the refusal when the folder's rules are refused and none passed before.
  public func inForce(
    _ rules: String, organisation: Organisation
  ) throws(RuleRefusal) -> InForce {
    do throws(RuleRefusal) {
      let contents = AcceptedRules.contents(of: rules)
      let ruleSet = try RuleSet.accepted(folder: rules, organisation: organisation)
      keep(ruleSet, from: rules, contents)
      return InForce(ruleSet: ruleSet)
    } catch {
      guard let last = kept.first,
        let ruleSet = try? RuleSet.accepted(
          folder: folder + "/" + last, organisation: organisation)
      else { throw error }
      return InForce(ruleSet: ruleSet, refusal: error)
    }
  }

  /// The names of the kept folders; there are two only when the program ended in between.
  private var kept: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    func date(_ name: String) -> Date {
      let found = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      return found?[.modificationDate] as? Date ?? .distantPast
    }
    return names.filter { Fingerprint($0) != nil }
      .sorted { (date($1), $0) < (date($0), $1) }
  }

  /// Copies the files of rules that passed, whole or not at all. That it cannot be done is no
  /// reason not to run.
  private func keep(_ ruleSet: RuleSet, from rules: String, _ contents: Fingerprint) {
    let name = ruleSet.fingerprint.description
    let files = FileManager.default
    guard !files.fileExists(atPath: folder + "/" + name) else { return forget(besides: name) }
    let draft = folder + "/draft"
    do {
      try? files.removeItem(atPath: draft)
      for file in RuleSet.fileNames(in: rules) {
        let target = draft + "/" + file
        try files.createDirectory(
          atPath: (target as NSString).deletingLastPathComponent,
          withIntermediateDirectories: true)
        try files.copyItem(atPath: rules + "/" + file, toPath: target)
      }
      // A file may have changed since it was read.
      guard AcceptedRules.contents(of: draft) == contents else {
        return try files.removeItem(atPath: draft)
      }
      try files.moveItem(atPath: draft, toPath: folder + "/" + name)
      forget(besides: name)
    } catch {
      try? files.removeItem(atPath: draft)
    }
  }

  /// Names the files of a folder with all they hold.
  private static func contents(of folder: String) -> Fingerprint {
    var hasher = Hasher128()
    for file in RuleSet.fileNames(in: folder) {
      let data = FileManager.default.contents(atPath: folder + "/" + file) ?? Data()
      hasher.add("\(file)\0\(data.count)\0".utf8)
      hasher.add(data)
    }
    return hasher.fingerprint()
  }

  private func forget(besides name: String) {
    for other in kept where other != name {
      try? FileManager.default.removeItem(atPath: folder + "/" + other)
    }
  }
}
