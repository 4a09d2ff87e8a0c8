public import ArgumentParser
import Backlog
public import Complaints
import Foundation
import Pipeline
import Store

extension Day: ExpressibleByArgument {
  /// Reads "2026-11-17".
  public init?(argument: String) { self.init(argument) }
}

extension ItemState: ExpressibleByArgument {}

/// An item's number as people write it: "PB-12", "12".
struct ItemNumber: ExpressibleByArgument {
  let number: Int

  init?(argument: String) {
    let digits = argument.uppercased().hasPrefix("PB-") ? argument.dropFirst(3) : argument[...]
    guard let number = Int(digits), number > 0 else { return nil }
    self.number = number
  }
}

/// A problem as people write it: "v1/stock/repair", "stock/repair".
struct ProblemKey: ExpressibleByArgument {
  let problem: Problem

  init?(argument: String) {
    guard let problem = Problem(key: argument) else { return nil }
    self.problem = problem
  }
}

/// Options of commands that change an item.
struct ActingOptions: ParsableArguments {
  @OptionGroup var shared: SharedOptions

  @Option(help: "Who does this; without it the login name.")
  var by: String?

  /// Who does this.
  func person() throws -> String {
    guard let name = by ?? SharedOptions.loginName else {
      throw ValidationError("say who does this: --by NAME")
    }
    guard name.trimmingCharacters(in: .whitespacesAndNewlines).lowercased() != "forestall" else {
      throw ValidationError("'\(name)' stands for what the counts decide; --by names a person")
    }
    return name
  }

  /// Changes the backlog and tells what the item is now.
  func change(
    _ body: (_ book: BacklogBook, _ person: String, _ moment: Timestamp) throws -> PreventionItem
  ) throws {
    let settings = try shared.readSettings()
    let item = try body(try shared.backlog(settings), try person(), shared.moment)
    Console.print(BacklogItemView.told(item))
  }
}

extension SharedOptions {
  /// Who runs the program, by the environment.
  static var loginName: String? {
    let environment = ProcessInfo.processInfo.environment
    return environment["USER"] ?? environment["LOGNAME"]
  }

  /// Enters in the audit chain that something is about to be exported.
  func enterExport(_ what: String, _ store: ComplaintStore) throws {
    try store.enter(.export, by: SharedOptions.loginName ?? "unknown", what, at: moment)
  }

  /// The backlog of the settings' store, which must be there.
  func backlog(_ settings: Settings) throws -> BacklogBook {
    BacklogBook(
      store: try existingStore(settings), days: LocalDays(timeZone: settings.timeZone))
  }
}
