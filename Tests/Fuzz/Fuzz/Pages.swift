import Ingest

/// One HTML page.
func readPage(_ bytes: [UInt8]) {
  Proof.read(bytes, as: .page)
}
