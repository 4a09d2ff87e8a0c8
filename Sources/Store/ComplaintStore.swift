import Complaints
import Foundation
package import GRDB

/// The SQLite database that holds what was read and what the rules said of it.
///
/// One writer at a time, any number of readers (write-ahead log). The folder is only for its owner.
public final class ComplaintStore: Sendable {
  /// The folder that holds the database, the quarantine and the pseudonym key.
  public let folder: String
  /// For queries beside their use, in files named `…Queries.swift`.
  package let database: DatabasePool
  /// The numbers that names have in this store.
  package let vocabulary = Vocabulary()

  /// Why a store could not be opened or written.
  public enum Failure: Error, CustomStringConvertible {
    /// The folder cannot be made or written.
    case folder(path: String, reason: String)
    /// The database was written by a newer forestall.
    case newerSchema(path: String)
    /// SQLite refused.
    case database(path: String, reason: String)

    /// One line with a fix.
    public var description: String {
      switch self {
      case .folder(let path, let reason):
        "\(path): state folder cannot be used: \(reason); name another with 'state:' in the settings"
      case .newerSchema(let path):
        "\(path): written by a newer forestall; install that version"
      case .database(let path, let reason): "\(path): \(reason)"
      }
    }
  }

  /// Opens the store in a folder, making both where they are missing.
  ///
  /// - Throws: `Failure` when the folder or the database cannot be used.
  public convenience init(folder: String) throws(Failure) {
    try self.init(folder: folder, trace: nil)
  }

  /// As `init(folder:)`; `trace` is told every statement that is run from then on, without arguments.
  package init(folder: String, trace: (@Sendable (String) -> Void)?) throws(Failure) {
    self.folder = folder
    let path = folder + "/forestall.sqlite"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      // A folder that was there before may be open to others.
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
    } catch {
      throw .folder(path: folder, reason: (error as NSError).localizedDescription)
    }
    do {
      var configuration = Configuration()
      configuration.maximumReaderCount = 2
      configuration.busyMode = .timeout(10)
      configuration.prepareDatabase { database in
        // The page size is that of a new file; an older one gets it from `compact`. A negative
        // cache size counts KiB. Pages of random keys are changed again and again: a long log lets
        // each be written back once.
        try database.execute(
          sql: """
            PRAGMA page_size = \(ComplaintStore.pageByteCount); PRAGMA cache_size = -32768;
            PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;
            PRAGMA wal_autocheckpoint = \(ComplaintStore.logPageCount)
            """)
        if let trace {
          database.trace(options: .statement) { event in
            if case .statement(let statement) = event { trace(statement.sql) }
          }
        }
      }
      database = try DatabasePool(path: path, configuration: configuration)
      let migrator = Schema.migrator
      if try database.read(migrator.hasBeenSuperseded) { throw Failure.newerSchema(path: path) }
      try migrator.migrate(database)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .database(path: path, reason: ComplaintStore.reason(error))
    }
  }

  /// Runs one write transaction.
  package func write<Result>(
    _ body: (Database) throws -> Result
  ) throws(Failure) -> Result {
    do {
      return try database.write(body)
    } catch {
      vocabulary.forget()
      throw .database(path: database.path, reason: ComplaintStore.reason(error))
    }
  }

  /// Runs one read transaction.
  package func read<Result>(
    _ body: (Database) throws -> Result
  ) throws(Failure) -> Result {
    do {
      return try database.read(body)
    } catch {
      throw .database(path: database.path, reason: ComplaintStore.reason(error))
    }
  }

  /// SQLite's message without statement arguments, which may be customers' text.
  static func reason(_ error: any Error) -> String {
    if let error = error as? DatabaseError {
      return error.message ?? "database error \(error.resultCode.rawValue)"
    }
    return "\(error)"
  }
}
