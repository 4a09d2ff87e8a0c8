@testable import Classify

extension BrokenFolder {
  /// At least one folder for each code.
  static let all = [
    BrokenFolder(
      name: "R001 empty folder", files: [:],
      expected: [
        "R: error[R001] no rules here: taxonomy.yml is missing or cannot be read"
      ],
      hasTaxonomy: false),
    BrokenFolder(
      name: "R001 not YAML",
      files: [
        "a.yml": "rules:\n- {rule: a.b", "b.yml": "rules: [\u{1}]",
        "c.yml": "tag: praise\ntag: praise\n",
      ],
      expected: [
        "a.yml:3:1: error[R001] not YAML: did not find expected ',' or '}'",
        "b.yml:1: error[R001] not YAML: control characters are not allowed",
        "c.yml:2:1: error[R001] key 'tag' stands twice in one mapping",
      ]),
    BrokenFolder(
      name: "R001 nested and multiplied",
      files: [
        "a.yml": "rules: " + String(repeating: "[", count: 20) + String(repeating: "]", count: 20),
        "b.yml": "rules: " + String(repeating: "[", count: 50_000),
        "c.yml": String(repeating: "- ", count: 50_000),
        "d.yml": "rules: &a []\ntag: *a\nlexicons: [*a, *a]\n",
      ],
      expected: [
        "a.yml:1:24: error[R001] nests deeper than 16",
        "b.yml:1:9: error[R001] nests deeper than 16",
        "c.yml:1:1999: error[R001] nests deeper than 16",
        "d.yml:2:6: error[R001] aliases are not read; write it out",
        "d.yml:3:12: error[R001] aliases are not read; write it out",
      ]),
    BrokenFolder(
      name: "R002 unknown keys",
      files: [
        "a.yml":
          "lexicon: {x: [y]}\ntags: praise\nrules:\n- rule: a.b\n  tag: praise\n  why: w\n  any: [wa]\n  unles: [b]\n  status: draft\n  zzzzzz: 1",
        "guards.yml": "guard: {}\nguards: {negated: {reech: 4}}", "weights.yml": "threshold: {}",
      ],
      expected: [
        "a.yml:1:1: error[R002] unknown key 'lexicon' in a rule file; did you mean 'lexicons'?",
        "a.yml:2:1: error[R002] unknown key 'tags' in a rule file; did you mean 'tag'?",
        "a.yml:8:3: error[R002] unknown key 'unles' in a rule; did you mean 'unless'?",
        "a.yml:10:3: error[R002] unknown key 'zzzzzz' in a rule; known keys: rule, tag, why, strength, speaker, passage, touchpoint, any, unless, with, needs, guards, status, tests, who, what, outcome",
        "guards.yml:1:1: error[R002] unknown key 'guard' in guards.yml; did you mean 'guards'?",
        "guards.yml:2:20: error[R002] unknown key 'reech' in a guard; did you mean 'reach'?",
        "weights.yml:1:1: error[R002] unknown key 'threshold' in weights.yml; did you mean 'thresholds'?",
      ]),
    BrokenFolder(
      name: "R003 missing keys",
      files: [
        "a.yml":
          "lexicons: {none: []}\nrules:\n- tag: praise\n- rule: a.b\n  status: draft\n- rule: a.c\n  tag: promise\n  any: []\n  with: {within: 1}\n  needs: {within: sentence}\n  status: draft"
      ],
      expected: [
        "a.yml:1:12: error[R003] word list 'none' is empty",
        "a.yml:3:3: error[R003] a rule needs 'rule: <type>.<name>'",
        "a.yml:4:9: error[R003] rule 'a.b' has no tag, and the file names none",
        "a.yml:6:9: error[R003] rule 'a.c' needs 'any'",
        "a.yml:6:9: error[R003] rule 'a.c' needs 'why'",
        "a.yml:9:9: error[R003] 'with' of 'a.c' needs 'any'",
        "a.yml:10:10: error[R003] 'needs' of 'a.c' needs 'all' or 'any'",
      ]),
    BrokenFolder(
      name: "R004 wrong kinds",
      files: [
        "a.yml": "lexicons: [a]\nrules: {a: b}", "b.yml": "- a",
        "c.yml":
          "rules:\n- text\n- rule: [a]\n- rule: a.b\n  tag: praise\n  why: {a: b}\n  any: {a: b}\n  status: draft",
        "guards.yml": "guards: [negated]\nstops: {a: b}",
      ],
      expected: [
        "a.yml:1:11: error[R004] lexicons must be a mapping",
        "a.yml:2:8: error[R004] rules must be a list",
        "b.yml:1:1: error[R004] a rule file must be a mapping",
        "c.yml:2:3: error[R004] a rule must be a mapping",
        "c.yml:3:9: error[R004] rule must be text",
        "c.yml:6:8: error[R004] why must be text",
        "c.yml:7:8: error[R004] patterns of a.b must be a list",
        "guards.yml:1:9: error[R004] guards must be a mapping",
        "guards.yml:2:8: error[R004] patterns of stops must be a list",
      ]),
    BrokenFolder(
      name: "R005 unknown tags",
      files: [
        "a.yml":
          "tag: failure:stok\nrules:\n- rule: a.b\n  why: w\n  any: [a]\n  status: draft\n- rule: a.c\n  tag: failures:stock\n  why: w\n  any: [a]\n  status: draft",
        "weights.yml": "thresholds: {\"failure:stokc\": 0.4, stock: 0.3}",
      ],
      expected: [
        "a.yml:1:6: error[R005] unknown tag 'failure:stok'; did you mean 'failure:stock'?",
        "a.yml:8:8: error[R005] unknown tag 'failures:stock'; did you mean 'failure:stock'?",
        "weights.yml:1:14: error[R005] threshold of unknown tag 'failure:stokc'; did you mean 'failure:stock'?",
        "weights.yml:1:36: error[R005] threshold of unknown tag 'stock'; did you mean 'failure:stock'?",
      ]),
    BrokenFolder(
      name: "R006 defined twice",
      files: [
        "a.yml": "rules:\n" + Sample.rule("a.b", "praise", ["x"]),
        "b.yml": "rules:\n" + Sample.rule("a.b", "praise", ["y"]),
      ],
      expected: [
        "b.yml:2:9: error[R006] rule 'a.b' is already defined in R/a.yml:2"
      ]),
    BrokenFolder(
      name: "R006 a file twice, with needs",
      files: [
        "a.yml": "rules:\n" + RuleCopies.rules, "b.yml": "rules:\n" + RuleCopies.rules,
      ],
      expected: RuleCopies.lines.map {
        "b.yml:\($0.line):9: error[R006] rule '\($0.id)' is already defined in R/a.yml:\($0.line)"
      }),
    BrokenFolder(
      name: "R005 tags without a threshold",
      files: [
        "weights.yml":
          "thresholds: {failure: 0.6, complaint: 0.4, promise: 0.9, sarcasm: 0.1, not-complaint: 0.2, \"touchpoint:contact\": 0.3}"
      ],
      expected: [
        "weights.yml:1:44: error[R005] 'promise' has no threshold: it is given wherever there is evidence",
        "weights.yml:1:58: error[R005] 'sarcasm' has no threshold: it is given wherever there is evidence",
        "weights.yml:1:72: error[R005] 'not-complaint' has no threshold: it is given wherever there is evidence",
        "weights.yml:1:92: error[R005] 'touchpoint:contact' has no threshold: it is given wherever there is evidence",
      ]),
    BrokenFolder(
      name: "R001 lines that end as on another system",
      files: [
        "a.yml":
          "tag: failure:stok\r\nrules:\r\n- rule: a.b\r\n  why: [\r\n  any: [a]\r\n- rule: a.c\r\n  tag: failure:stok\r\n  why: w\r\n  any: [a]\r\n  status: draft\r\n"
      ],
      expected: [
        "a.yml:1:6: error[R005] unknown tag 'failure:stok'; did you mean 'failure:stock'?",
        "a.yml:6:1: error[R001] not YAML: did not find expected ',' or ']'",
        "a.yml:7:8: error[R005] unknown tag 'failure:stok'; did you mean 'failure:stock'?",
      ]),
    BrokenFolder(
      name: "R001 a vertical tab ends no line",
      files: [
        "a.yml": "tag: praise\nrules:\n- rule: a.b\n  why: \u{0B}\n- rule: a.c\n  wy: w"
      ],
      expected: [
        "a.yml:4: error[R001] not YAML: control characters are not allowed",
        "a.yml:5:9: error[R003] rule 'a.c' needs 'any'",
        "a.yml:5:9: error[R003] rule 'a.c' needs 'why'",
        "a.yml:5:9: error[R015] live rule 'a.c' needs a 'match' and a 'no_match' test",
        "a.yml:6:3: error[R002] unknown key 'wy' in a rule; did you mean 'why'?",
      ]),
    BrokenFolder(
      name: "R006 types twice",
      files: [
        "taxonomy.yml":
          "families: [f]\nfailures: []\ncauses:\n- {id: a, title: t, means: m}\n- {id: a, title: t, means: m}"
      ],
      expected: [
        "taxonomy.yml:5:3: error[R006] type 'a' is defined twice"
      ], hasTaxonomy: false),
    BrokenFolder(
      name: "R007 ids",
      files: [
        "a.yml": "lexicons: {Bad-Name: [a]}\nrules:\n"
          + ["noDot", "a.b.c", "A.b", "a_b.c", ".a"].map {
            Sample.rule($0, "praise", ["x \($0.utf8.reduce(0) { $0 + Int($1) })"])
          }
          .joined(separator: "\n")
      ],
      expected: [
        "a.yml:1:12: error[R007] word list name 'Bad-Name' may hold only a-z, 0-9 and _",
        "a.yml:3:9: error[R007] rule id 'noDot' must be <type>.<name> in kebab-case",
        "a.yml:9:9: error[R007] rule id 'a.b.c' must be <type>.<name> in kebab-case",
        "a.yml:15:9: error[R007] rule id 'A.b' must be <type>.<name> in kebab-case",
        "a.yml:21:9: error[R007] rule id 'a_b.c' must be <type>.<name> in kebab-case",
        "a.yml:27:9: error[R007] rule id '.a' must be <type>.<name> in kebab-case",
      ]),
    BrokenFolder(
      name: "R008 patterns",
      files: [
        "a.yml":
          "lexicons:\n  list: [\"a (b\"]\nrules:\n- rule: a.b\n  tag: praise\n  why: w\n  any:\n  - \"a [9] b\"\n  - a [9] b\n  - 'é [9] b'\n  - \"@list (a\"\n  unless: [\"x [2]\"]\n  with: {any: [\"£5\"]}\n  status: draft",
        "guards.yml": "stops: [\"~\"]\nguards: {negated: {forward: [\"not [\"]}}",
      ],
      expected: [
        "a.yml:2:13: error[R008] word list 'list': '(' is not closed in \"a (b\"",
        "a.yml:8:8: error[R008] a.b: a gap is [0] to [8] or [1-8], the smaller first in \"a [9] b\"",
        "a.yml:9:7: error[R008] a.b: a gap is [0] to [8] or [1-8], the smaller first in \"a [9] b\"",
        "a.yml:10:8: error[R008] a.b: a gap is [0] to [8] or [1-8], the smaller first in \"é [9] b\"",
        "a.yml:11:12: error[R008] a.b: '(' is not closed in \"@list (a\"",
        "a.yml:12:17: error[R008] a.b: a gap cannot stand last in \"x [2]\"",
        "a.yml:13:16: error[R008] a.b: '£' means nothing here; write <money> for an amount in \"£5\"",
        "guards.yml:1:9: error[R008] stops: '~' means nothing here in \"~\"",
        "guards.yml:2:35: error[R008] guard 'negated': a gap is written [3] or [1-3] in \"not [\"",
      ]),
    BrokenFolder(
      name: "R009 unknown word lists",
      files: [
        "a.yml": "lexicons:\n  contact: [\"@contacts x\"]\nrules:\n"
          + Sample.rule("a.b", "praise", ["@contakt back", "(x|@nothing_like_it y)"]),
        "guards.yml": "stops: [\"@stop\"]",
      ],
      expected: [
        "a.yml:2:13: error[R009] unknown word list '@contacts' in \"@contacts x\"; did you mean '@contact'?",
        "a.yml:8:5: error[R009] unknown word list '@contakt' in \"@contakt back\"; did you mean '@contact'?",
        "a.yml:9:5: error[R009] unknown word list '@nothing_like_it' in \"(x|@nothing_like_it y)\"",
        "guards.yml:1:9: error[R009] unknown word list '@stop' in \"@stop\"",
      ]),
    BrokenFolder(
      name: "R010 word lists in a circle",
      files: [
        "a.yml":
          "lexicons:\n  a: [\"@b x\", y]\n  b: [\"@c\"]\n  c: [\"z (@a|q)\"]\n  self: [\"@self\"]\n  user: [\"@a\"]\nrules:\n"
          + Sample.rule("a.b", "praise", ["@user", "@self"])
      ],
      expected: [
        "a.yml:2:3: error[R010] word list 'a' contains itself",
        "a.yml:3:3: error[R010] word list 'b' contains itself",
        "a.yml:4:3: error[R010] word list 'c' contains itself",
        "a.yml:5:3: error[R010] word list 'self' contains itself",
      ]),
    BrokenFolder(
      name: "R011 word lists twice",
      files: [
        "a.yml": "lexicons: {x: [wa]}\nrules:\n" + Sample.rule("a.b", "praise", ["@x"]),
        "b.yml": "lexicons: {x: [b]}",
      ],
      expected: [
        "b.yml:1:12: error[R011] word list 'x' is already defined in R/a.yml:1"
      ]),
    BrokenFolder(
      name: "R012 values",
      files: [
        "a.yml": """
        rules:
        - rule: a.b
          tag: promise
          why: w
          strength: stong
          speaker: everybody
          passage: [body, header]
          touchpoint: deliver
          any: [wa]
          with: {within: 9, any: [b]}
          needs: {all: [a.b], within: paragraph}
          status: alive
          who: me
          what: w
          outcome: brocken
        """,
        "guards.yml":
          "guards: {negated: {reach: 900, action: none}, praise: {reach: x, action: label}}",
        "weights.yml": "strengths: {a.b: 1.5}\nthresholds: {praise: half}",
      ],
      expected: [
        "a.yml:2:9: error[R015] live rule 'a.b' needs a 'match' and a 'no_match' test",
        "a.yml:5:13: error[R012] unknown strength 'stong'; did you mean 'strong'?",
        "a.yml:6:12: error[R012] unknown speaker 'everybody'; one of customer, staff, bot, any",
        "a.yml:7:12: error[R012] unknown passage 'header'; one of body, quoted, signature, disclaimer, boilerplate, heading, turn, formField, any",
        "a.yml:8:15: error[R012] unknown touchpoint 'deliver'; did you mean 'delivery'?",
        "a.yml:10:18: error[R012] 'within' is 0 to 5 sentences or document",
        "a.yml:11:10: error[R012] 'within' of needs is document or sentence",
        "a.yml:12:11: error[R012] unknown status 'alive'; did you mean 'live'?",
        "a.yml:13:8: error[R012] unknown who 'me'; one of staff, company, supplier",
        "a.yml:15:12: error[R012] unknown outcome 'brocken'; did you mean 'broken'?",
        "guards.yml:1:27: error[R012] 'reach' is 1 to 50 words",
        "guards.yml:1:40: error[R012] 'action' is cancel or label",
        "guards.yml:1:63: error[R012] 'reach' is 1 to 50 words",
        "guards.yml:1:74: error[R012] guard 'praise' cancels; only other-party and past label",
        "weights.yml:1:18: error[R012] strengths are numbers from 0 to 1",
        "weights.yml:2:22: error[R012] thresholds are numbers from 0 to 1",
      ]),
    BrokenFolder(
      name: "R012 taxonomy",
      files: [
        "taxonomy.yml":
          "families: [f]\nfailures:\n- {id: a, family: g, title: t, means: m, prevention: p, touchpoint: nowhere}\n- {id: b}\ntouchpoints:\n- {id: at, title: t, means: m}\n- {id: by, title: t, means: m}"
      ],
      expected: [
        "taxonomy.yml:3:19: error[R012] unknown family 'g'; did you mean 'f'?",
        "taxonomy.yml:3:69: error[R012] unknown touchpoint 'nowhere'; one of at, by",
        "taxonomy.yml:4:3: error[R003] a failure type needs 'family'",
        "taxonomy.yml:4:3: error[R003] a failure type needs 'title'",
        "taxonomy.yml:4:3: error[R003] a failure type needs 'means'",
        "taxonomy.yml:4:3: error[R003] a failure type needs 'prevention'",
      ], hasTaxonomy: false),
    BrokenFolder(
      name: "R013 guards",
      files: [
        "a.yml": "rules:\n" + Sample.rule("a.b", "praise", ["x"], "guards: [negatd, question]"),
        "guards.yml": "guards: {negated: {}, sarcasm: {}, unless: {}}",
      ],
      expected: [
        "a.yml:7:11: error[R013] unknown guard 'negatd' in rule 'a.b'; did you mean 'negated'?",
        "a.yml:7:11: error[R013] unknown guard 'question' in rule 'a.b'",
        "guards.yml:1:23: error[R013] unknown guard 'sarcasm'; one of negated, hypothetical, other-party, past, praise, question",
        "guards.yml:1:36: error[R013] unknown guard 'unless'; one of negated, hypothetical, other-party, past, praise, question",
      ]),
    BrokenFolder(
      name: "R014 needs and weights",
      files: [
        "a.yml": "rules:\n"
          + Sample.rule("a.b", "praise", ["x"], "needs: {all: [a.c], any: [\"failure:stok\"]}"),
        "weights.yml": "strengths: {a.d: 0.5}",
      ],
      expected: [
        "a.yml:7:10: error[R014] rule 'a.b' needs 'a.c', which is no rule and no tag; did you mean 'a.b'?",
        "a.yml:7:10: error[R014] rule 'a.b' needs 'failure:stok', which is no rule and no tag; did you mean 'failure:stock'?",
        "weights.yml:1:13: warning[R014] weight of 'a.d', which is no rule",
      ]),
    BrokenFolder(
      name: "R015 and R016 examples",
      files: [
        "a.yml": """
        tag: praise
        rules:
        - {rule: a.none, why: w, any: [wa]}
        - {rule: a.one, why: w, any: [wb], tests: {match: ["[a]"]}}
        - {rule: a.draft, why: w, any: [wc], status: draft}
        - rule: a.bad
          why: w
          any: [wd]
          tests:
            match:
            - "no mark"
            - "[open"
            - "[a] b]"
            - "[[a]]"
            - "[]"
            - {text: "[a]", because: unless}
            - {speaker: staff}
            no_match:
            - text
            - {text: b}
            - {text: b, because: no_pattern}
            - {text: b, because: negated, speaker: boss, passage: page, extra: 1}
        """
      ],
      expected: [
        "a.yml:3:10: error[R015] live rule 'a.none' needs a 'match' and a 'no_match' test",
        "a.yml:4:10: error[R015] live rule 'a.one' needs a 'match' and a 'no_match' test",
        "a.yml:11:7: error[R016] a match test marks its evidence with [ ]",
        "a.yml:12:7: error[R016] a match test marks its evidence with [ ]",
        "a.yml:13:7: error[R016] a match test marks its evidence with [ ]",
        "a.yml:14:7: error[R016] a match test marks its evidence with [ ]",
        "a.yml:15:7: error[R016] a match test marks its evidence with [ ]",
        "a.yml:16:7: error[R016] a match test has no 'because'",
        "a.yml:17:7: error[R016] a test of 'a.bad' needs 'text'",
        "a.yml:19:7: error[R004] a test of 'a.bad' must be a mapping",
        "a.yml:19:7: error[R016] a test of 'a.bad' needs 'text'",
        "a.yml:20:7: error[R016] a no_match test needs 'because'",
        "a.yml:21:26: error[R012] unknown because 'no_pattern'; did you mean 'no-pattern'?",
        "a.yml:22:44: error[R012] unknown speaker 'boss'; one of customer, staff, bot, unknown",
        "a.yml:22:59: error[R012] unknown passage 'page'; one of body, quoted, signature, disclaimer, boilerplate, heading, turn, formField",
        "a.yml:22:65: error[R002] unknown key 'extra' in a test of 'a.bad'; known keys: text, speaker, passage, because",
      ]),
    BrokenFolder(
      name: "R017 too large",
      files: [
        "a.yml": "lexicons:\n  many: ["
          + (0..<300).map { "a\($0) b\($0)" }.joined(separator: ", ") + "]\nrules:\n"
          + Sample.rule("a.b", "praise", ["@many @many", "@many"], "unless: [\"@many @many\"]"),
        "guards.yml": "stops: [\"@many @many\"]",
      ],
      expected: [
        "a.yml:8:5: error[R017] pattern is too large; use fewer alternatives of several words",
        "a.yml:10:12: error[R017] pattern is too large; use fewer alternatives of several words",
        "guards.yml:1:9: error[R017] pattern is too large; use fewer alternatives of several words",
      ]),
    BrokenFolder(
      name: "R018 unused",
      files: [
        "a.yml": "lexicons: {x: [wa], y: [b]}\nrules:\n" + Sample.rule("a.b", "praise", ["@x"])
      ],
      expected: [
        "a.yml:1:21: warning[R018] no pattern uses word list 'y'"
      ]),
    BrokenFolder(
      name: "R019 unless that can overlap nothing",
      files: [
        "a.yml": "rules:\n"
          + Sample.rule(
            "a.b", "praise", ["never late", "came late"],
            "unless: [\"late again\", \"so late\", \"it came\", \"came kind\"]")
      ],
      expected: [26, 48].map {
        "a.yml:8:\($0): warning[R019] this 'unless' can overlap no match of 'any' in rule 'a.b'"
      }),
    BrokenFolder(
      name: "R020 and R021 patterns that say the same",
      files: [
        "a.yml": "rules:\n"
          + Sample.rule(
            "a.b", "praise", ["came late", "came  late", "came very late", "really came late"])
          + "\n" + Sample.rule("a.c", "praise", ["came late"]) + "\n"
          + Sample.rule("a.d", "promise", ["came late"])
      ],
      expected: [
        "a.yml:7:5: warning[R020] the same pattern stands in line 6",
        "a.yml:9:5: warning[R021] wherever this matches, the pattern in line 6 matches in it",
        "a.yml:15:5: warning[R020] rule 'a.b' of the same tag has the same pattern",
      ]),
    BrokenFolder(
      name: "R022 very common words",
      files: [
        "a.yml": "rules:\n"
          + Sample.rule(
            "a.b", "praise", ["the", "they [3] were", "not they", "they (were|sold) it"])
      ],
      expected: [6, 7, 9].map {
        "a.yml:\($0):5: warning[R022] very common words alone match this pattern: "
          + "it will hit nearly every text"
      }),
    BrokenFolder(
      name: "R023 many alternatives",
      files: [
        "a.yml": "rules:\n"
          + Sample.rule(
            "a.b", "praise",
            ["x (" + (0..<501).map { "word\($0)" }.joined(separator: "|") + ")"])
      ],
      expected: ["a.yml:6:5: warning[R023] a group of 501 alternatives"]),
    BrokenFolder(
      name: "R025 a type that no live rule gives",
      files: [
        "a.yml": "rules:\n" + Sample.rule("stock.a", "failure:stock", ["x"]) + "\n"
          + Sample.rule("repair.a", "failure:repair", ["y"], "status: shadow"),
        "taxonomy.yml": Sample.taxonomy,
      ],
      expected: ["repair", "attitude"].map {
        "taxonomy.yml: warning[R025] no live rule gives failure type '\($0)'"
      }, hasTaxonomy: false),
    BrokenFolder(
      name: "one bad line hides nothing behind it",
      files: [
        "a.yml": """
        tag: praise
        lexicons: {unused: [a]}
        rules:
        - rule: a.gap
          why: w
          any: ["x [1000] y"]
          status: draft
        - rule: a.indent
          why: w
         any: [x]
        - rule: a.twice
          why: w
          any: [x]
          any: [y]
        - rule: a.key
          wy: w
          any: [x]
          status: draft
        - rule: a.key
          why: w
          any: [x]
        """
      ],
      expected: [
        "a.yml:6:12: error[R008] a.gap: a gap is [0] to [8] or [1-8], the smaller first in \"x [1000] y\"",
        "a.yml:10:2: error[R001] not YAML: did not find expected '-' indicator",
        "a.yml:14:3: error[R001] key 'any' stands twice in one mapping",
        "a.yml:15:9: error[R003] rule 'a.key' needs 'why'",
        "a.yml:16:3: error[R002] unknown key 'wy' in a rule; did you mean 'why'?",
        "a.yml:19:9: error[R006] rule 'a.key' is already defined in R/a.yml:15",
        "a.yml:19:9: error[R015] live rule 'a.key' needs a 'match' and a 'no_match' test",
      ]),
    BrokenFolder(
      name: "all at once, in the order of files and lines",
      files: [
        "b.yml":
          "rule: x\nrules:\n- rule: a.b\n  tag: praise\n  any: [\"(\", \"[2] a\"]\n  status: off",
        "a/z.yml": "tag: prase", "a.yml": "rules: []\nx: y",
      ],
      expected: [
        "a.yml:2:1: error[R002] unknown key 'x' in a rule file; known keys: tag, lexicons, rules",
        "a/z.yml:1:6: error[R005] unknown tag 'prase'; did you mean 'praise'?",
        "b.yml:1:1: error[R002] unknown key 'rule' in a rule file; did you mean 'rules'?",
        "b.yml:3:9: error[R003] rule 'a.b' needs 'why'",
        "b.yml:3:9: error[R015] live rule 'a.b' needs a 'match' and a 'no_match' test",
        "b.yml:5:11: error[R008] a.b: empty branch in a group in \"(\"",
        "b.yml:5:14: error[R008] a.b: a gap cannot stand first in \"[2] a\"",
        "b.yml:6:11: error[R012] unknown status 'off'; one of live, draft, shadow, retired",
      ]),
  ]
}

/// Rules of which the last tag is needed, so that their numbers matter.
enum RuleCopies {
  private static let ids = ["a.b", "a.c", "a.d"]

  static let rules =
    ids.map { Sample.rule($0, "sarcasm", ["x"], "needs: {any: [\"touchpoint:delivery\"]}") }
    .joined(separator: "\n") + "\n" + Sample.rule("z.z", "touchpoint:delivery", ["y"])

  static let lines = (ids + ["z.z"]).enumerated().map { (line: 2 + $0.offset * 7, id: $0.element) }
}
