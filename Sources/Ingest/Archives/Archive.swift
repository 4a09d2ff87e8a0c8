import CLibArchive
import Complaints
import Text

#if canImport(Glibc)
  import Glibc
#endif

/// What an archive says of one of its members.
struct ArchiveHeader {
  var name: String
  var isFile: Bool
  var isEncrypted: Bool
  var modifiedSeconds: Int

  /// Whether an archive that begins with this is an office document (OOXML, OpenDocument, EPUB).
  var isOfficePart: Bool {
    name == "[Content_Types].xml" || name == "mimetype" || name.hasPrefix("_rels/")
  }
}

/// Owns libarchive's reader over a file that is read in bounded windows.
final class Archive {
  private let archive: OpaquePointer
  private let source: Source

  /// The file as libarchive reads it. One window is in memory.
  private final class Source {
    let file: ByteFile
    var position = 0
    var window: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)

    init(_ file: ByteFile) {
      self.file = file
    }

    deinit { buffer.deallocate() }

    /// Fills the buffer from where it is; -1 when the system fails to read.
    func read() -> Int {
      guard let bytes = try? file.bytes(at: position, count: buffer.count) else { return -1 }
      buffer.copyBytes(from: bytes)
      position += bytes.count
      return bytes.count
    }

    func seek(_ offset: Int, _ whence: CInt) -> Int {
      let start = whence == 0 ? 0 : whence == 1 ? position : file.byteCount
      let (sum, overflow) = start.addingReportingOverflow(offset)
      guard !overflow, sum >= 0 else { return Int(ARCHIVE_FATAL) }
      position = min(sum, file.byteCount)
      return position
    }
  }

  /// Opens a file as an archive of whatever kind; nil only without memory.
  init?(_ file: ByteFile) {
    Archive.useUnicodeNames
    guard let archive = archive_read_new() else { return nil }
    self.archive = archive
    source = Source(file)
    archive_read_support_filter_all(archive)
    archive_read_support_format_tar(archive)
    archive_read_support_format_zip(archive)
    archive_read_support_format_empty(archive)
    archive_read_support_format_raw(archive)
    archive_read_set_callback_data(archive, Unmanaged.passUnretained(source).toOpaque())
    archive_read_set_read_callback(archive) { _, data, buffer in
      guard let data else { return -1 }
      let source = Unmanaged<Source>.fromOpaque(data).takeUnretainedValue()
      let count = source.read()
      buffer?.pointee = UnsafeRawPointer(source.buffer.baseAddress)
      return count
    }
    archive_read_set_seek_callback(archive) { _, data, offset, whence in
      guard let data else { return Int64(ARCHIVE_FATAL) }
      let source = Unmanaged<Source>.fromOpaque(data).takeUnretainedValue()
      return Int64(source.seek(Int(offset), whence))
    }
    isOpen = archive_read_open1(archive) >= ARCHIVE_WARN
  }

  private let isOpen: Bool

  /// libarchive gives names in the locale's charset, and none where that has no letter for them.
  private static let useUnicodeNames: Void = { _ = setlocale(LC_CTYPE, "C.UTF-8") }()

  deinit { archive_read_free(archive) }

  /// The next member's header; nil at the end.
  func next() throws(Rejection) -> ArchiveHeader? {
    guard isOpen else { throw damage() }
    var entry: OpaquePointer?
    let status = archive_read_next_header(archive, &entry)
    if status == ARCHIVE_EOF { return nil }
    guard status >= ARCHIVE_WARN, let entry else { throw damage() }
    let isRaw = archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_RAW
    return ArchiveHeader(
      name: isRaw ? "" : Archive.name(of: entry),
      isFile: isRaw || archive_entry_filetype(entry) & 0o170000 == 0o100000,
      isEncrypted: archive_entry_is_encrypted(entry) != 0,
      modifiedSeconds: archive_entry_mtime_is_set(entry) != 0 ? Int(archive_entry_mtime(entry)) : 0)
  }

  /// A path as written, in whatever charset: no two names may become one.
  private static func name(of entry: OpaquePointer) -> String {
    if let name = archive_entry_pathname_utf8(entry) { return String(cString: name) }
    guard let name = archive_entry_pathname(entry) else { return "" }
    return DecodedText(
      decoding: Array(UnsafeRawBufferPointer(start: name, count: strlen(name))), label: nil
    ).text
  }

  /// The next bytes of the present member, valid until the next call; nil at its end.
  func block() throws(Rejection) -> UnsafeRawBufferPointer? {
    var start: UnsafeRawPointer?
    var count = 0
    var offset: Int64 = 0
    let status = archive_read_data_block(archive, &start, &count, &offset)
    if status == ARCHIVE_EOF { return nil }
    guard status >= ARCHIVE_WARN else { throw damage() }
    return UnsafeRawBufferPointer(start: start, count: count)
  }

  /// Why libarchive stopped, in its own words.
  private func damage() -> Rejection {
    let words = archive_error_string(archive).map { String(cString: $0) } ?? "damaged"
    let isLocked = words.contains("ncrypt") || words.contains("assphrase")
    return Rejection(isLocked ? .encrypted : .truncated, "archive: \(words)")
  }
}
