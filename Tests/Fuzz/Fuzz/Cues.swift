import Ingest

/// One WebVTT or SubRip transcript.
func readCues(_ bytes: [UInt8]) {
  Proof.read(bytes, as: .cues)
}
