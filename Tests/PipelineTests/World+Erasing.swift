import Complaints
import Foundation
import Pipeline
import Privacy
import Store

extension World {
  static let pseudonyms = Pseudonyms(key: [UInt8](repeating: 7, count: 32))

  /// Erases ten minutes after the runs.
  var eraser: Eraser {
    Eraser(
      store: store, days: LocalDays(timeZone: "UTC"), now: Timestamp(seconds: World.now + 600))
  }

  static func person(_ address: String) -> ErasureRequest {
    .person(PersonTrace(address: address, pseudonyms: pseudonyms))
  }

  func erase(_ address: String) throws -> ErasureReceipt {
    try eraser.apply(try eraser.plan(World.person(address)), by: "dana")
  }

  /// Files of the state folder in which some words stand, in any letter case: every byte is read.
  func files(holding words: String) throws -> [String] {
    let folder = store.folder
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let sought = Data(words.lowercased().utf8)
    return try names.filter { name in
      var isFolder: ObjCBool = false
      let path = folder + "/" + name
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { return false }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path)).map {
        $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0
      }
      return Data(bytes).range(of: sought) != nil
    }
  }
}
