import Testing

@testable import Authoring

struct RuleTextTests {
  private func inserted(_ text: String, at line: Int) throws -> String {
    var file = RuleText(text)
    try file.insert(unless: "\"so x\"", noMatch: "{text: \"T.\", because: unless}", at: line)
    return file.text
  }

  @Test func listsGrowWhereTheyStand() throws {
    let text = """
      # A head line
      tag: praise
      rules:
      - rule: a.b  # the id
        any:
        - "x"
        unless:
        - "y"   # kept

        # about the examples
        tests:
          match:
          - "[x]"
          no_match:
          - {text: "y x", because: unless}

      # about the next rule
      - rule: a.c
        any: ["x"]

      """
    #expect(
      try inserted(text, at: 4) == """
        # A head line
        tag: praise
        rules:
        - rule: a.b  # the id
          any:
          - "x"
          unless:
          - "y"   # kept
          - "so x"

          # about the examples
          tests:
            match:
            - "[x]"
            no_match:
            - {text: "y x", because: unless}
            - {text: "T.", because: unless}

        # about the next rule
        - rule: a.c
          any: ["x"]

        """)
  }

  @Test func missingKeysAreAddedInTheLayoutOfTheRule() throws {
    #expect(
      try inserted("rules:\n  - rule: a.b\n    any:\n      - x\n    why: w\n", at: 2) == """
        rules:
          - rule: a.b
            any:
              - x
            unless:
              - "so x"
            why: w
            tests:
              no_match:
              - {text: "T.", because: unless}

        """)
    #expect(
      try inserted(
        "rules:\n- tag: praise\n  rule: a.b\n  any: [x]\n  tests:\n    match: [a]", at: 3)
          == """
          rules:
          - tag: praise
            rule: a.b
            any: [x]
            unless:
            - "so x"
            tests:
              match: [a]
              no_match:
              - {text: "T.", because: unless}
          """)
  }

  @Test func listsInBracketsGrowInside() throws {
    #expect(
      try inserted(
        "rules:\n- rule: a.b\n  any: [x]\n  unless: [\"y]\", 'it''s',\n    z]\n  tests:\n    no_match: []\n",
        at: 2) == """
          rules:
          - rule: a.b
            any: [x]
            unless: ["y]", 'it''s',
              z, "so x"]
            tests:
              no_match: [{text: "T.", because: unless}]

          """)
  }

  @Test(arguments: [
    ("rules:\n- {rule: a.b, any: [x]}", 2, 2),
    ("rules:\n- rule: a.b\n  any: [x]\n  unless: y", 2, 4),
    ("rules:\n- rule: a.b\n  any: [x]\n  tests: {match: [a]}", 2, 4),
    ("rules:\n- rule: a.b\n  why: w", 2, 2), ("x", 7, 7),
  ])
  func layoutsThatGiveNoRoomAreRefused(text: String, line: Int, at place: Int) {
    var file = RuleText(text)
    let obstacle = #expect(throws: RuleText.Obstacle.self) {
      try file.insert(unless: "a", noMatch: "b", at: line)
    }
    #expect(obstacle?.line == place)
  }

  @Test func differencesAreTold() {
    let before = (1...12).map { "line \($0)" }.joined(separator: "\n")
    let after = before.replacing("line 3\n", with: "line 3\nnew\n").replacing(
      "line 11", with: "line eleven")
    let lines = TextDifference(from: before, to: after).lines.map {
      $0.mark == "@" ? $0.text : "\($0.mark)\($0.text)"
    }
    #expect(
      lines == [
        "@@ -2,4 +2,5 @@", " line 2", " line 3", "+new", " line 4", " line 5",
        "@@ -9,4 +10,4 @@", " line 9", " line 10", "-line 11", "+line eleven", " line 12",
      ])
    #expect(TextDifference(from: before, to: before).lines.isEmpty)
  }
}
