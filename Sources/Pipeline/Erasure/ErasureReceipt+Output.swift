import Complaints
import Foundation
import Lines
import Store
import Text

#if canImport(Glibc)
  import Glibc
#endif

extension ErasureReceipt {
  /// Why a receipt could not be written.
  struct Unwritable: Error, CustomStringConvertible {
    let path: String
    let reason: String
    var description: String { "\(path): the receipt cannot be written: \(reason)" }
  }

  /// Keeps the receipt as `receipts/<moment>-<id>.json` and `.txt`, for the folder's owner.
  func write(stateFolder: String) throws {
    let folder = stateFolder + "/receipts"
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let moment = at.description.replacingOccurrences(of: ":", with: "-")
    let texts = [("json", json), ("txt", Array((text.joined(separator: "\n") + "\n").utf8))]
    for (kind, bytes) in texts {
      let path = "\(folder)/\(moment)-\(id).\(kind)"
      let isMade = FileManager.default.createFile(
        atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
      if !isMade { throw Unwritable(path: path, reason: String(cString: strerror(errno))) }
    }
  }

  /// One schema-1 line.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.member("schema", 1)
      object.member("line", "erasure")
      object.member("id", id)
      object.member("at", at.description)
      object.member("by", by)
      object.member("subject", subject)
      object.member("attempts", attemptCount)
      object.object("reasons") { members in
        for reason in ErasurePlan.Reason.allCases where reason != .place {
          members.member(reason.rawValue, reasons[reason] ?? 0)
        }
      }
      object.object("erased") { members in
        for (name, count) in figures { members.member(name, count) }
      }
      object.strings("texts", texts.map(\.description))
      object.strings("othersAnswers", othersAnswers.map(\.description))
      object.strings("sealed", sealed.map(\.description))
      object.object("proof") { members in
        members.member("files", proof?.fileCount)
        members.member("bytes", proof?.byteCount)
        members.member("words", proof?.wordCount)
        members.member("leftOut", proof?.leftOutCount)
        members.member("takenBefore", proof?.takenBeforeCount)
        members.strings("remains", proof?.remains ?? [])
      }
      object.strings("outOfReach", ErasureReceipt.outOfReach)
      object.member("chain", chain?.description)
    }
    writer.endLine()
    return writer.bytes
  }

  private var figures: [(name: String, count: Int)] {
    [
      ("texts", counts.verbatimCount), ("decisions", counts.decisionCount),
      ("quotations", counts.quotationCount), ("quarantine", counts.quarantineCount),
      ("itemEvents", counts.itemEventCount), ("weeks", counts.weekCount),
      ("paths", counts.pathCount),
    ]
  }

  /// For people, line by line.
  public var text: [String] {
    let why = ErasurePlan.Reason.allCases.compactMap { reason in
      reasons[reason].map { "\($0) \(reason.words)" }
    }
    var lines = [
      "Erasure \(id)", "  asked: \(subject)", "  done: \(at) by \(by)",
      "  texts: \(grouped(counts.verbatimCount))"
        + (why.isEmpty ? "" : " (\(why.joined(separator: ", ")))"),
      "  with them: \(counted(counts.decisionCount, "decision")) of reviewers, "
        + "\(counted(counts.quotationCount, "quotation")) in letters, "
        + "\(counted(counts.quarantineCount, "piece")) of quarantine",
    ]
    if let places = counts.placesInWords {
      lines.append("  the address is blackened or forgotten in \(places)")
    }
    if attemptCount > 1 {
      lines.append(
        "  begun \(attemptCount) times; the lines above leave out what an interrupted step took")
    }
    if let proof {
      lines.append(
        "  proof: \(counted(proof.wordCount, "telling word")) searched for in "
          + "\(counted(proof.byteCount, "byte")) of \(counted(proof.fileCount, "file")): "
          + (proof.remains.isEmpty
            ? "none found" : "still in \(proof.remains.joined(separator: ", "))"))
      if proof.takenBeforeCount > 0 {
        lines.append(
          "  not searched for: words of \(counted(proof.takenBeforeCount, "text")) that went before "
            + "the interruption")
      }
      if proof.leftOutCount > 0 {
        lines.append(
          "  not searched for: \(counted(proof.leftOutCount, "telling word")) that something of "
            + "others holds too")
      }
    }
    if !othersAnswers.isEmpty {
      lines.append("  answers by other customers stay; see whether they quote:")
      lines += othersAnswers.map { "    \($0)" }
    }
    if !sealed.isEmpty {
      lines.append("  kept bytes that cannot be searched, encrypted or compressed:")
      lines += sealed.map { "    \($0)" }
    }
    lines.append("  out of reach:")
    lines += ErasureReceipt.outOfReach.map { "  - \($0)" }
    if let chain { lines.append("  audit chain: \(chain)") }
    return lines
  }
}
