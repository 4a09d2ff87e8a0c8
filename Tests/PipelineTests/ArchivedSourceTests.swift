import Complaints
import Foundation
import Ingest
import Pipeline
import Store
import Testing

struct ArchivedSourceTests {
  /// Lets Python pack what is in the sources' folder.
  private func pack(_ world: World, _ script: String) throws {
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", "import zipfile,gzip,tarfile,os,io\n" + script]
    python.currentDirectoryURL = URL(fileURLWithPath: world.input)
    try python.run()
    python.waitUntilExit()
    try #require(python.terminationStatus == 0)
  }

  @Test func mailboxesInArchivesInArchivesAreReadAndNothingTwice() throws {
    let world = try World()
    try world.write("plain.mbox", World.mailbox(0..<5))
    try pack(
      world,
      """
      box=open('plain.mbox','rb').read()
      inner=io.BytesIO()
      with tarfile.open(fileobj=inner,mode='w:gz') as t:
        i=tarfile.TarInfo('mail/deep.mbox'); i.size=len(box); t.addfile(i,io.BytesIO(box.replace(b'a1@',b'b1@').replace(b'<1@',b'<x1@')))
      with zipfile.ZipFile('export.zip','w',zipfile.ZIP_DEFLATED) as z:
        z.writestr('takeout/same.mbox',box); z.writestr('inner.tgz',inner.getvalue())
      """)
    let report = try world.run()
    #expect(report.rejections.isEmpty)
    #expect(report.changes.newVerbatimCount == 6)
    #expect(report.changes.knownVerbatimCount == 9)
    let places = try world.everything().map(\.verbatim.source.description)
    #expect(places.contains("in/export.zip/inner.tgz/mail/deep.mbox#2"))
    #expect(try world.run().sources.allSatisfy(\.isUnchanged))
  }

  @Test func mailsOfOneNameInAnArchiveAreBothStored() throws {
    let world = try World()
    try pack(
      world,
      """
      z=zipfile.ZipFile('export.zip','w')
      for i in (1,2): z.writestr('a.eml','From: a@b.example\\nSubject: x\\n\\nThe pump %d was out of stock.'%i)
      z.close()
      """)
    let report = try world.run()
    #expect(report.rejections.isEmpty)
    #expect(report.changes.newVerbatimCount == 2)
    #expect(try world.everything().count == 2)
  }

  @Test func archivesNestedTooDeeplyAreQuarantinedWhole() throws {
    let world = try World()
    try pack(
      world,
      """
      data=b'Dear sirs, nobody rang me back about my order.'
      for level in range(6):
        b=io.BytesIO(); z=zipfile.ZipFile(b,'w'); z.writestr('in.zip',data); z.close(); data=b.getvalue()
      open('deep.zip','wb').write(data)
      """)
    let report = try world.run()
    #expect(report.rejections == [.overLimit: 1])
    #expect(try world.store.counts().quarantined == 1)
  }

  /// That an archive has grown does not tell that its members have.
  @Test func aMailThatIsCutOffInALargerArchiveReplacesNothing() throws {
    let world = try World()
    let whole = World.multipart([
      World.part("Nobody rang me back."), World.scan("image/png", "a.png"),
    ])
    func pack(_ box: String, _ letter: String) throws {
      try world.write("a.mbox", box)
      try self.pack(
        world,
        """
        box=open('a.mbox','rb').read(); os.remove('a.mbox')
        z=zipfile.ZipFile('export.zip','w'); z.writestr('a.mbox',box)
        z.writestr('m.eml','From: b@example.net\\n\\n\(letter)'); z.close()
        """)
    }
    try pack(whole, "The pump was faulty.")
    _ = try world.run()
    let before = try world.everything()
    let letter = String(repeating: "The pump was out of stock. ", count: 60)
    try pack(String(whole.dropLast(200)), letter)
    let report = try world.run()
    #expect(report.changes.cutVerbatimCount == 1)
    #expect(report.changes.changedVerbatimCount == 0)
    let after = try world.everything()
    #expect(before.allSatisfy(after.contains))
  }

  @Test func aSmallerArchiveIsReadOnce() throws {
    let world = try World()
    try world.write("plain.mbox", World.mailbox(0..<5))
    let script = "box=open('plain.mbox','rb').read()\nz=zipfile.ZipFile('export.zip','w')\n"
    try pack(world, script + "for i in (1,2): z.writestr('%d.mbox'%i,box)\nz.close()")
    _ = try world.run()
    try pack(world, script + "z.writestr('1.mbox',box); z.close()")
    #expect(try world.run().byteCount > 0)
    #expect(try world.run().sources.allSatisfy(\.isUnchanged))
  }

  @Test func whatADamagedArchiveStillHoldsIsRead() throws {
    let world = try World()
    try world.write("plain.mbox", World.mailbox(0..<3))
    try pack(
      world,
      """
      box=open('plain.mbox','rb').read(); os.remove('plain.mbox')
      z=zipfile.ZipFile('cut.zip','w'); z.writestr('a.mbox',box); z.writestr('b.bin',os.urandom(90000)); z.close()
      data=open('cut.zip','rb').read()[:50000]; open('cut.zip','wb').write(data)
      """)
    let report = try world.run()
    #expect(report.changes.newVerbatimCount == 3)
    #expect(report.rejections.values.reduce(0, +) == 1)
    #expect(report.sources.first?.ledger.quarantinedByteCounts.values.reduce(0, +) == 50_000)
  }
}
