public import Complaints
import GRDB
public import Store

extension ComplaintStore {
  /// Row numbers of verbatims of which a person decided something that is not undone, oldest
  /// decision first; with `draw`, only decisions on verbatims that came before people that way.
  public func reviewedRowIDs(draw: Decision.Draw? = nil) throws(Failure) -> [Int64] {
    try read { database in
      try Int64.fetchAll(
        database,
        sql: """
          SELECT verbatimID FROM decision WHERE undoneAt IS NULL AND (? IS NULL OR draw = ?)
          GROUP BY verbatimID ORDER BY min(id)
          """, arguments: [draw?.rawValue, draw?.rawValue])
    }
  }
}
