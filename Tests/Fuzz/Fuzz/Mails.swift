import Ingest

/// One message.
func readMail(_ bytes: [UInt8]) {
  Proof.read(bytes, as: .mail)
}
