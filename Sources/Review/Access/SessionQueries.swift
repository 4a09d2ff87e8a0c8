import Complaints
import Foundation
import GRDB
import Store

extension ComplaintStore {
  /// Keeps a login link, and forgets the ones that are too old.
  func keepLink(_ secret: Data, of reviewer: String, until: Int, now: Int) throws {
    try write { database in
      try database.execute(
        sql: "DELETE FROM loginLink WHERE expiresAt <= ?", arguments: [now])
      try database.execute(
        sql: "INSERT INTO loginLink (secret, reviewer, expiresAt) VALUES (?, ?, ?)",
        arguments: [secret, reviewer, until])
    }
  }

  /// Turns a link of one of the users into a session, in one transaction.
  ///
  /// - Returns: whose link it was; nil where it is unknown, used or too old.
  func useLink(
    _ secret: Data, session: Data, until: Int, now: Int, users: [String]
  ) throws -> String? {
    try write { database in
      let reviewer = try String.fetchOne(
        database, sql: "SELECT reviewer FROM loginLink WHERE secret = ? AND expiresAt > ?",
        arguments: [secret, now])
      try database.execute(sql: "DELETE FROM loginLink WHERE secret = ?", arguments: [secret])
      guard let reviewer, users.contains(reviewer) else { return nil }
      try database.execute(sql: "DELETE FROM session WHERE expiresAt <= ?", arguments: [now])
      try database.execute(
        sql: "INSERT INTO session (secret, reviewer, expiresAt) VALUES (?, ?, ?)",
        arguments: [session, reviewer, until])
      try ComplaintStore.enter(
        .login, by: reviewer, "review desk", at: Timestamp(seconds: now), database)
      return reviewer
    }
  }

  /// Whose session it is; nil where there is none or it is over.
  func reviewer(ofSession secret: Data, now: Int) throws -> String? {
    try read { database in
      try String.fetchOne(
        database.cachedStatement(
          sql: "SELECT reviewer FROM session WHERE secret = ? AND expiresAt > ?"),
        arguments: [secret, now])
    }
  }

  /// Forgets a session.
  func endSession(_ secret: Data) throws {
    try write { database in
      try database.execute(sql: "DELETE FROM session WHERE secret = ?", arguments: [secret])
    }
  }
}
