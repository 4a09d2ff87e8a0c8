import Complaints
import Foundation
import Store
import Text

extension Quarantine {
  /// The fingerprint of an entry's kept bytes, wherever they come from.
  func contents(of entry: QuarantineEntry) throws(ByteFile.Failure) -> Fingerprint {
    let file = try file(of: entry)
    var hasher = Hasher128()
    hasher.add("kept bytes|".utf8)
    var offset = 0
    while offset < file.byteCount {
      let bytes = try file.bytes(at: offset, count: 1 << 20)
      guard !bytes.isEmpty else { break }
      hasher.add(bytes)
      offset += bytes.count
    }
    return hasher.fingerprint()
  }

  /// A new entry, without its bytes where they were erased before, from this place or another. The
  /// entry stays, so that it is told that something is not read.
  func withoutErased(_ entry: QuarantineEntry) -> QuarantineEntry {
    guard entry.isKept, let erasures, let contents = try? contents(of: entry),
      (try? erasures.isErased(contents)) != false
    else { return entry }
    remove(entry.fingerprint)
    var entry = entry
    entry.isKept = false
    entry.detail = "erased"
    return entry
  }

  /// Deletes a copy that was interrupted.
  func removeUnfinished() {
    try? FileManager.default.removeItem(atPath: unfinished)
  }
}
