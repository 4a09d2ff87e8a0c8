public import Complaints
import Store

extension BacklogBook {
  /// Records what the counts have decided by a moment, each once, dated when it was decided: a late
  /// call records what earlier ones would have.
  ///
  /// - Returns: what was recorded now, in order.
  /// - Throws: `ComplaintStore.Failure` when the database cannot be written.
  @discardableResult
  public func advance(to moment: Timestamp) throws -> [ItemEvent] {
    try write(at: moment) { standing, _ in ([], standing.unrecorded.map(\.event)) }
  }

  /// Signals of the last week that was over and read, of problems that had none in the week before.
  ///
  /// - Throws: `ComplaintStore.Failure` when the database cannot be read.
  public func newSignals(at moment: Timestamp) throws -> [Signal] {
    let standing = try standing(at: moment)
    let (watch, week) = (standing.watch, standing.counts.through)
    let before = Set(watch.signals(in: week.moved(by: -1)).map(\.problem))
    return watch.signals(in: week).reduce(into: []) { found, signal in
      if !before.contains(signal.problem), found.last?.problem != signal.problem {
        found.append(signal)
      }
    }
  }

  /// Adds what a person did to an item, if its state takes that and nobody did anything later.
  func edit(
    _ number: Int, _ command: ItemCommand, by person: String, at moment: Timestamp,
    _ change: (PreventionItem, Standing) throws(BacklogError) -> ItemChange
  ) throws -> PreventionItem {
    let person = try name(person, of: "by")
    return try write(at: moment) { standing, records in
      let last = records.last { $0.item == number && !$0.change.kind.isDerived }
      if let last, last.at > moment {
        throw BacklogError.backwards(item: number, last: last.at)
      }
      guard var item = standing.item(number) else { throw BacklogError.unknownItem(number) }
      guard command.isAllowed(in: item.state) else {
        throw BacklogError.wrongState(item: number, state: item.state, command: command)
      }
      if item.state == .accepted, command == .reopen {
        for problem in item.problems {
          try checkOwner(of: problem, standing, records, except: number)
        }
      }
      let record = ItemRecord(
        item: number, at: moment, actor: person, change: try change(item, standing))
      item.apply(record)
      return ([record], item)
    }
  }
}
