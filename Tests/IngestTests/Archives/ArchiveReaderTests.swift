import Foundation
import Ingest
import Testing
import Text

/// Archives are made by Python, so that neither the reader nor its tests say what is right.
struct ArchiveReaderTests {
  /// The names and bytes of an archive that a Python script writes to `path`, and what stopped it.
  private func members(
    of script: String, budget: ArchiveReader.Budget = .init()
  ) throws -> (found: [(name: String, text: String)], end: Rejection?) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("archive").path
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = [
      "python3", "-c", "import sys,io,zipfile,tarfile,gzip,bz2,lzma\npath=sys.argv[1]\n" + script,
      path,
    ]
    try python.run()
    python.waitUntilExit()
    try #require(python.terminationStatus == 0)
    var found: [(String, String)] = []
    let file = try ByteFile(path: path)
    let head = try file.bytes(at: 0, count: Sniffer.headByteCount)
    #expect(Sniffer.kind(of: head, name: "archive") == .archive)
    let end = try ArchiveReader(name: "archive", budget: budget).read(file) { member in
      switch member.content {
      case .success(let contents):
        let bytes = try contents.bytes(at: 0, count: contents.byteCount)
        found.append((member.name, String(decoding: bytes, as: UTF8.self)))
      case .failure(let rejection): found.append((member.name, "\(rejection)"))
      }
    }
    return (found, end)
  }

  @Test func everyMemberOfAZipIsRead() throws {
    let (found, end) = try members(
      of: """
        with zipfile.ZipFile(path,'w',zipfile.ZIP_DEFLATED) as z:
          z.writestr('a/one.eml','From: a\\n\\none'); z.writestr('zwei ü.txt','two'*100000)
        """)
    #expect(end == nil)
    #expect(found.map(\.name) == ["a/one.eml", "zwei ü.txt"])
    #expect(found.map(\.text.utf8.count) == [12, 300_000])
  }

  @Test(arguments: ["w", "w:gz", "w:bz2", "w:xz"])
  func everyMemberOfATarIsRead(mode: String) throws {
    let (found, end) = try members(
      of: """
        with tarfile.open(path,'\(mode)') as t:
          for name in ('one','two'):
            i=tarfile.TarInfo('box/'+name); i.size=3; t.addfile(i,io.BytesIO(b'abc'))
        """)
    #expect(end == nil)
    #expect(found.map(\.name) == ["box/one", "box/two"])
  }

  @Test func aCompressedFileIsItsOwnOnlyMember() throws {
    let (found, end) = try members(of: "gzip.open(path,'wb').write(b'From: a\\n\\nwords')")
    #expect(end == nil)
    #expect(found.count == 1)
    #expect(found.first?.name == "")
    #expect(found.first?.text == "From: a\n\nwords")
  }

  @Test func pathsThatLeadOutsideAreOnlyNames() throws {
    let (found, _) = try members(
      of:
        "z=zipfile.ZipFile(path,'w'); z.writestr('../../x.eml','a'); z.writestr('/abs.eml','b'); z.close()"
    )
    #expect(found.map(\.text) == ["a", "b"])
    #expect(!FileManager.default.fileExists(atPath: "/abs.eml"))
  }

  @Test func aBombEndsAtTheBudgetAndNotInMemory() throws {
    let (found, end) = try members(
      of: "gzip.open(path,'wb').write(b'x'*(64<<20))")
    #expect(end?.reason == .overLimit)
    #expect(found.count == 1)
  }

  @Test func claimedSizesAreNotBelieved() throws {
    var budget = ArchiveReader.Budget()
    budget.byteCount = 100
    let (_, end) = try members(
      of: "z=zipfile.ZipFile(path,'w'); z.writestr('a','x'*90); z.writestr('b','x'*90); z.close()",
      budget: budget)
    #expect(end?.reason == .overLimit)
  }

  @Test func aTruncatedArchiveGivesWhatIsThereAndSaysSo() throws {
    let (found, end) = try members(
      of: """
        z=zipfile.ZipFile(path,'w'); z.writestr('a','first'); z.writestr('b','x'*100000); z.close()
        data=open(path,'rb').read()[:60000]; open(path,'wb').write(data)
        """)
    #expect(found.first?.text == "first")
    #expect(end != nil || found.contains { $0.text.contains("truncated") })
  }

  @Test func officeDocumentsAreToldAndNotTakenApart() throws {
    let (found, end) = try members(
      of: "z=zipfile.ZipFile(path,'w'); z.writestr('[Content_Types].xml','<x/>'); z.close()")
    #expect(found.isEmpty)
    #expect(end?.reason == .unsupported)
  }

  @Test func noiseBehindAMagicNumberIsRejected() throws {
    let (found, end) = try members(
      of:
        "import random; random.seed(3); open(path,'wb').write(b'PK\\x03\\x04'+random.randbytes(5000))"
    )
    #expect(end != nil || found.allSatisfy { $0.text.contains("archive") })
  }

  @Test func aFileInZstandardIsRead() throws {
    let (found, end) = try members(
      of: """
        words=b'From: a@b.example\\n\\nwords'
        block=(len(words)<<3|1).to_bytes(3,'little')
        open(path,'wb').write(b'\\x28\\xb5\\x2f\\xfd\\x20'+bytes([len(words)])+block+words)
        """)
    #expect(end == nil)
    #expect(found.map(\.text) == ["From: a@b.example\n\nwords"])
  }

  /// What a member produced before it turned out to be damaged was produced all the same.
  @Test func damagedMembersCountAgainstTheBudget() throws {
    var budget = ArchiveReader.Budget()
    budget.byteCount = 1_000
    let (found, end) = try members(
      of: """
        with zipfile.ZipFile(path,'w') as z:
          for i in range(50): z.writestr(str(i),'x'*90)
        import zlib
        data=open(path,'rb').read()
        open(path,'wb').write(data.replace(zlib.crc32(b'x'*90).to_bytes(4,'little'),b'bad!'))
        """, budget: budget)
    #expect(end?.reason == .overLimit)
    #expect(found.count < 20)
  }

  /// Names in old charsets stay apart, and so do members of the same name.
  @Test func everyMemberKeepsANameOfItsOwnOrItsOrdinal() throws {
    let (found, end) = try members(
      of: """
        with zipfile.ZipFile(path,'w') as z:
          for name in ('AA.eml','BB.eml','same.eml','same.eml'): z.writestr(name,name+str(len(z.filelist)))
        data=open(path,'rb').read()
        open(path,'wb').write(data.replace(b'AA.eml',b'\\x93\\xfa.eml').replace(b'BB.eml',b'\\x93\\xfb.eml'))
        """)
    #expect(end == nil)
    #expect(found.count == 4)
    #expect(Set(found.map(\.name)).count == 3)
    #expect(found.suffix(2).map(\.text) == ["same.eml2", "same.eml3"])
  }
}
