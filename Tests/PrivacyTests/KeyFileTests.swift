import Foundation
import Privacy
import Testing

/// Each test has a folder of its own.
final class KeyFileTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("key-file-tests-\(UUID().uuidString)")
  private var path: String { folder.appendingPathComponent("pseudonym.key").path }
  private let digits = String(repeating: "0123456789abcdef", count: 4)

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func write(_ text: String, mode: Int = 0o600) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  private func mode() throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func aNewKeyIsPrivateCompleteAndStays() throws {
    let key = try KeyFile.readOrCreate(path: path)
    #expect(key.count == KeyFile.byteCount)
    #expect(Set(key).count > 8)
    #expect(try mode() == 0o600)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.utf8.count == 65 && text.hasSuffix("\n"))
    #expect(try KeyFile.readOrCreate(path: path) == key)
    #expect(try KeyFile.read(path: path) == key)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
  }

  @Test func twoNewKeysDiffer() throws {
    let first = try KeyFile.readOrCreate(path: path)
    try FileManager.default.removeItem(atPath: path)
    #expect(try KeyFile.readOrCreate(path: path) != first)
  }

  @Test func allWhoCreateAtOnceGetOneKey() async throws {
    let path = path
    let keys = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<16 { group.addTask { try KeyFile.readOrCreate(path: path) } }
      return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
    }
    #expect(keys.count == 1)
  }

  @Test(arguments: ["\n", "", "upper\n"])
  func digitsOfEitherCaseAreRead(end: String) throws {
    try write(end == "upper\n" ? digits.uppercased() + "\n" : digits + end)
    #expect(
      try KeyFile.read(path: path).prefix(8) == [0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF])
  }

  @Test(arguments: ["", "\n", "0", "x", "short", "long", "CRLF", "two lines", "spaces"])
  func anythingElseIsMalformed(kind: String) throws {
    let text =
      switch kind {
      case "x": "x\(digits.dropFirst())\n"
      case "short": "\(digits.dropFirst(2))\n"
      case "long": digits + "00\n"
      case "CRLF": digits + "\r\n"
      case "two lines": digits + "\n\n"
      case "spaces": " " + digits + "\n"
      default: kind
      }
    try write(text)
    let path = path
    #expect(throws: KeyFileError.malformed(path: path)) { try KeyFile.read(path: path) }
    #expect(throws: KeyFileError.malformed(path: path)) { try KeyFile.readOrCreate(path: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test(arguments: [0o640, 0o604, 0o620, 0o644, 0o610])
  func filesOpenToOthersAreRefused(mode: Int) throws {
    try write(digits + "\n", mode: mode)
    let path = path
    let error = #expect(throws: KeyFileError.self) { try KeyFile.read(path: path) }
    #expect(error == .exposed(path: path, mode: UInt32(mode)))
    #expect(error?.description.hasSuffix("run chmod 600 '\(path)'") == true)
    #expect(throws: KeyFileError.self) { try KeyFile.readOrCreate(path: path) }
  }

  @Test func aReadOnlyFileIsFine() throws {
    try write(digits + "\n", mode: 0o400)
    #expect(try KeyFile.read(path: path).count == 32)
  }

  @Test func aMissingFileIsNotCreatedByReading() {
    let path = path
    #expect(throws: KeyFileError.missing(path: path)) { try KeyFile.read(path: path) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func aMissingFolderIsNotCreated() {
    let path = folder.appendingPathComponent("none/pseudonym.key").path
    let error = #expect(throws: KeyFileError.self) { try KeyFile.readOrCreate(path: path) }
    #expect(error == .unwritable(path: path, reason: "No such file or directory"))
  }

  @Test func aFolderIsNoKey() {
    let path = folder.path
    #expect(throws: KeyFileError.unreadable(path: path, reason: "not a regular file")) {
      try KeyFile.read(path: path)
    }
  }

  @Test func messagesAreOneLineWithTheFixLast() {
    #expect(
      KeyFileError.exposed(path: "k", mode: 0o644).description
        == "k: key file is open to group or others (mode 0644); run chmod 600 'k'")
    #expect(KeyFileError.missing(path: "k").description == "k: no such key file; check the path")
  }
}
