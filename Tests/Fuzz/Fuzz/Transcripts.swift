import Ingest

/// A call, chat or ticket in JSON.
func readTranscript(_ bytes: [UInt8]) {
  Proof.read(bytes, as: .transcriptJSON)
}
