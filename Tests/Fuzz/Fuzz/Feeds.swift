@testable import Ingest

/// A feed or the export of a blog.
func readFeed(_ bytes: [UInt8]) throws {
  try Proof.split(bytes) {
    try FeedSplitter(name: "input.xml").split($0, from: 0, ordinal: 1, each: $1)
  }
}
