import Complaints
import Foundation

extension RuleFolder {
  /// The rule files below a folder, as paths relative to it, in order; hidden ones are none.
  static func fileNames(in path: String) -> [String] {
    names(in: path).filter { $0.hasSuffix(".yml") }
  }

  /// Warnings of files that were meant for rules, by their names, and are not read.
  static func passedOver(in path: String) -> [Diagnostic] {
    let endings = [".yml", ".yaml", ".yml.txt", ".yaml.txt"]
    return names(in: path).filter { name in
      !name.hasSuffix(".yml") && endings.contains { name.lowercased().hasSuffix($0) }
    }.map {
      Diagnostic(
        file: path + "/" + $0, line: 0, column: 0, severity: .warning, code: "R024",
        message: "not read: only files ending in .yml are")
    }
  }

  /// The text of a file.
  ///
  /// - Throws: `R001` where it cannot be read, or at the first byte that is not UTF-8.
  static func text(of path: String) throws(Diagnostic) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Diagnostic(
        file: path, line: 0, column: 0, code: "R001", message: "not readable",
        mend: "let the account that runs forestall read the file")
    }
    let bytes = [UInt8](data)
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: bytes.span))
    } catch {
      let before = bytes[..<error.byteOffsets.lowerBound]
      let line =
        before.split(
          separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
        ).last ?? []
      throw Diagnostic(
        file: path, line: 1 + before.count { $0 == UInt8(ascii: "\n") },
        column: 1 + line.count { $0 & 0xC0 != 0x80 }, code: "R001",
        message: "not UTF-8", mend: "save it as UTF-8")
    }
  }

  /// All that is not hidden below a folder.
  private static func names(in path: String) -> [String] {
    let root = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let found = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return found.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted()
  }
}
