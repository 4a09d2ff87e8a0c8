import Complaints
import Foundation
import GRDB
import Testing

@testable import Store

struct BulkStatementTests {
  private func withTable(_ body: (Database) throws -> Void) throws {
    try DatabaseQueue().write { database in
      try database.execute(sql: "CREATE TABLE t (id INTEGER PRIMARY KEY, value)")
      try body(database)
    }
  }

  @Test func whatIsBoundComesBack() throws {
    try withTable { database in
      let add = try BulkStatement("INSERT INTO t (value) VALUES (?)", database)
      let fingerprint = Fingerprint(high: 1 << 63, low: 0x0102_0304_0506_0708)
      add.bind(Int64.min)
      try add.run()
      add.bind("tö\0x")
      try add.run()
      add.bind("")
      try add.run()
      add.bind([UInt8]())
      try add.run()
      add.bind(fingerprint)
      try add.run()
      add.bind(0.25)
      try add.run()
      add.bind(nil as String?)
      try add.run()
      add.bind(text: Array("ö".utf8))
      try add.run()
      #expect(
        try String.fetchAll(database, sql: "SELECT typeof(value) FROM t ORDER BY id")
          == ["integer", "text", "text", "blob", "blob", "real", "null", "text"])
      let read = try BulkStatement("SELECT value FROM t WHERE id = ?", database)
      func row<Value>(_ id: Int64, _ value: (BulkStatement) -> Value) throws -> Value? {
        read.bind(id)
        defer { read.stop() }
        return try read.next() ? value(read) : nil
      }
      #expect(try row(1) { $0.integer(0) } == .min)
      #expect(try row(2) { $0.text(0) } == "tö\0x")
      #expect(try row(3) { $0.optionalText(0) } == "")
      #expect(try row(4) { $0.withBytes(0) { $0.count } } == 0)
      #expect(try row(5) { $0.fingerprint(0) } == fingerprint)
      #expect(try row(6) { $0.optionalNumber(0) } == 0.25)
      #expect(try row(7) { $0.optionalInteger(0) == nil && $0.optionalText(0) == nil } == true)
      #expect(try row(8) { $0.optionalText(0) } == "ö")
      #expect(try row(9) { $0.integer(0) } == nil)
    }
  }

  @Test func aRefusedValueIsAnErrorAndTheStatementGoesOn() throws {
    try withTable { database in
      let add = try BulkStatement("INSERT INTO t (value) VALUES (?)", database)
      add.bind("a")
      add.bind("secret words")
      let error = #expect(throws: DatabaseError.self) { try add.run() }
      #expect(error?.resultCode == .SQLITE_RANGE)
      #expect(error.map { "\($0)".contains("secret") } == false)
      add.bind("b")
      try add.run()
      #expect(try String.fetchAll(database, sql: "SELECT value FROM t") == ["b"])
    }
  }

  @Test func aRefusedRowIsAnErrorAndTheStatementGoesOn() throws {
    try withTable { database in
      let add = try BulkStatement("INSERT INTO t VALUES (?, 'secret words')", database)
      for id: Int64 in [1, 2] {
        add.bind(id)
        try add.run()
      }
      add.bind(1 as Int64)
      let error = #expect(throws: DatabaseError.self) { try add.run() }
      #expect(error?.resultCode == .SQLITE_CONSTRAINT)
      #expect(error.map { "\($0)".contains("secret") } == false)
      add.bind(3 as Int64)
      try add.run()
      #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM t") == 3)
    }
  }
}
