import Backlog
import Cases
import Classify
import Complaints
import Ingest
import Lines
import Store

extension RunReport {
  /// The run as one JSON object: counts, bytes, rejections, cases, signals; no customers' words.
  public func json(_ facts: RunFacts) -> String {
    var writer = JSONWriter()
    writer.object { object in
      object.member("schema", 1)
      object.member("startedAt", facts.startedAt.description)
      object.member("seconds", (facts.seconds * 10).rounded() / 10)
      object.member("peakBytes", facts.peakByteCount)
      object.objects("sources", sources.filter { !$0.isUnchanged }) { writer, source in
        writer.member("name", source.name)
        writer.member("bytes", source.byteCount)
        writer.member("documents", source.documentCount)
        writer.members(of: source.changes)
      }
      object.member("unchangedSources", sources.count { $0.isUnchanged })
      object.strings("waiting", waiting)
      object.objects("leftOut", leftOut) { writer, entry in
        writer.member("name", entry.name)
        writer.member("reason", entry.reason)
      }
      object.member("documents", documentCount)
      object.members(of: changes)
      object.object("bytes") { writer in
        for (kind, count) in byteCountsByKind { writer.member(kind, count) }
      }
      object.object("rejections") { writer in
        for (reason, count) in rejections.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
          writer.member(reason.rawValue, count)
        }
      }
      object.member("rejudged", rejudgedCount)
      object.member("retriedRead", retried.readCount)
      object.member("retriedRejected", retried.rejectedCount)
      object.member("rulesRefused", rulesRefusal.map(\.description))
      object.member("cases", cases?.caseCount)
      object.objects("transitions", transitions) { writer, event in
        writer.member("item", "PB-\(event.item)")
        writer.member("to", event.kind.rawValue)
      }
      object.objects("newSignals", newSignals) { writer, signal in
        writer.member("problemKey", signal.problem.key)
        writer.member("week", signal.week.description)
      }
      object.objects("sourceWarnings", warnings) { writer, warning in
        writer.member("source", warning.source)
        writer.member("kind", warning.kind.rawValue)
        writer.member("days", warning.dayCount)
        writer.member("count", warning.count)
        writer.member("expected", warning.expectedCount)
        writer.member("baselineDays", warning.baselineDayCount)
      }
      object.object("erasedByAge") { writer in
        writer.member("before", retention?.before.description)
        writer.member("texts", retention?.counts.verbatimCount ?? 0)
        writer.member("quarantine", retention?.counts.quarantineCount ?? 0)
      }
      object.object("store") { writer in
        writer.member("verbatims", facts.verbatimCount)
        writer.member("complaints", facts.complaintCount)
        writer.member("quarantined", facts.quarantinedCount)
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Where the bytes of the run went, in a fixed order.
  var byteCountsByKind: [(kind: String, count: Int)] {
    [
      ("documents", ledgers.reduce(0) { $0 + $1.documentByteCount }),
      ("structure", ledgers.reduce(0) { $0 + $1.structureByteCount }),
      ("leftOut", ledgers.reduce(0) { $0 + $1.skippedByteCounts.values.reduce(0, +) }),
      ("quarantined", ledgers.reduce(0) { $0 + $1.quarantinedByteCounts.values.reduce(0, +) }),
    ]
  }
}

extension JSONWriter {
  fileprivate mutating func members(of changes: StoreChanges) {
    member("newVerbatims", changes.newVerbatimCount)
    member("changedVerbatims", changes.changedVerbatimCount)
    member("knownVerbatims", changes.knownVerbatimCount)
    member("cutOff", changes.cutVerbatimCount)
    member("erasedBefore", changes.erasedVerbatimCount)
    member("newComplaints", changes.complaintCount)
    member("newRejections", changes.newRejectionCount)
  }
}
