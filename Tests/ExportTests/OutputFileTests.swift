import Export
import Foundation
import Testing

struct OutputFileTests {
  private struct Stop: Error {}

  private func inFolder(_ body: (_ path: String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "output-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder + "/out.csv")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(left.allSatisfy { !$0.contains(".new-") }, "\(left)")
  }

  private func contents(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func theFileIsWholeAndItsOwners() throws {
    try inFolder { path in
      try OutputFile.write(to: path) { sink in
        try sink(Array("one,".utf8))
        #expect(contents(path) == nil)
        try sink(Array("two".utf8))
      }
      #expect(contents(path) == "one,two")
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test func anExportThatFailsLeavesTheOldFile() throws {
    try inFolder { path in
      try Data("old".utf8).write(to: URL(fileURLWithPath: path))
      #expect(throws: Stop.self) {
        try OutputFile.write(to: path) { sink in
          try sink(Array("half".utf8))
          throw Stop()
        }
      }
      #expect(contents(path) == "old")
      try OutputFile.write(to: path) { sink in try sink(Array("new".utf8)) }
      #expect(contents(path) == "new")
    }
  }

  @Test func aLinkIsFollowed() throws {
    try inFolder { path in
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: path + ".real")
      try Data("old".utf8).write(to: URL(fileURLWithPath: path + ".real"))
      try OutputFile.write(to: path) { sink in try sink(Array("new".utf8)) }
      #expect(contents(path + ".real") == "new")
      let link = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
      #expect(link == path + ".real")
    }
  }

  @Test(arguments: ["/dev/null", NSTemporaryDirectory()])
  func whatIsNoFileIsLeftAlone(path: String) {
    #expect(throws: ExportError.self) {
      try OutputFile.write(to: path) { sink in try sink([1]) }
    }
    #expect(FileManager.default.fileExists(atPath: path))
  }

  @Test func aMissingFolderIsToldInOneLine() {
    let error = #expect(throws: ExportError.self) {
      try OutputFile.write(to: "/dev/null/out.csv") { _ in }
    }
    #expect(error?.description.hasPrefix("/dev/null/out.csv: cannot be written: ") == true)
  }
}
