import Ingest

/// A table; the name decides nothing but ties.
func readTable(_ bytes: [UInt8]) throws {
  try Proof.split(bytes) {
    try TableSplitter(name: "input.csv", columns: ColumnMap()).split(
      $0, from: 0, ordinal: 1, each: $1)
  }
}
