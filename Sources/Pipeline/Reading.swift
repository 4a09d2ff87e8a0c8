import Complaints
import Ingest
import Text

/// Everything but the bytes that the reading of sources depends on: a file is read anew when it
/// changes, since old complaints and new ones are to be counted alike.
struct Reading: Sendable, Equatable {
  /// Names what all sources have in common: the reader, the organisation and the footers.
  let fingerprint: Fingerprint

  init(organisation: Organisation, footers: [Footer]) {
    fingerprint = Fingerprint(
      fields: [Quarantine.readerVersion] + organisation.names + ["domains"]
        + organisation.domains + ["addresses"] + organisation.addresses + ["footers"]
        + footers.flatMap { [$0.domain ?? "", $0.fingerprint.description] })
  }

  /// Names what the reading of one place depends on.
  func fingerprint(of entry: SourceWalk.Entry) -> Fingerprint {
    let columns = entry.columns
    return Fingerprint(
      fields: [
        fingerprint.description, entry.name, columns.id, columns.text, columns.date,
        columns.author, columns.subject, columns.score,
      ])
  }
}
