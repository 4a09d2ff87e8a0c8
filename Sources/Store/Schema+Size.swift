import Complaints
import Foundation
import GRDB

extension Schema {
  /// Migration "6": the same in half the room, and counts that grow with what is new.
  static func shrink(_ database: Database) throws {
    try database.execute(sql: sixth)
    try renameTags(database)
    try indexWords(database)
    try database.execute(sql: sixthCases + sixthCounts)
  }

  private static let sixth = """
    -- Names inside packed tags: rules, types, touchpoints. A number is never used for another name.
    CREATE TABLE term (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

    -- What a finding says, but for its score.
    CREATE TABLE label (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      type TEXT NOT NULL,
      touchpoint TEXT,
      about TEXT
    ) STRICT;
    CREATE UNIQUE INDEX labelByName
      ON label (kind, type, coalesce(touchpoint, ''), coalesce(about, ''));
    INSERT INTO label (kind, type, touchpoint, about)
      SELECT DISTINCT kind, type, touchpoint, about FROM finding ORDER BY 1, 2, 3, 4;

    -- Scores are ten-thousandths.
    CREATE TABLE verdictLabel (
      generationID INTEGER NOT NULL,
      verbatimID INTEGER NOT NULL,
      labelID INTEGER NOT NULL REFERENCES label (id),
      score INTEGER NOT NULL,
      PRIMARY KEY (generationID, verbatimID, labelID),
      FOREIGN KEY (generationID, verbatimID)
        REFERENCES verdict (generationID, verbatimID) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    INSERT INTO verdictLabel
      SELECT generationID, verbatimID, label.id, CAST(round(score * 10000) AS INTEGER)
      FROM finding JOIN label ON label.kind = finding.kind AND label.type = finding.type
        AND label.touchpoint IS finding.touchpoint AND label.about IS finding.about;
    CREATE INDEX verdictLabelByLabel ON verdictLabel (generationID, labelID);
    DROP TABLE finding;
    CREATE VIEW finding AS
      SELECT generationID, verbatimID, kind, type, touchpoint, about,
        verdictLabel.score / 10000.0 AS score
      FROM verdictLabel JOIN label ON label.id = verdictLabel.labelID;

    -- Newsletters, whose message ids tie nobody together.
    CREATE INDEX verbatimOfCircular ON verbatim (messageID) WHERE class = 'bulk';
    """
}
