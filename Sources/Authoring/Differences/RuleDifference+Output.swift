import Complaints
import Lines

extension VerdictChange {
  /// The change for people, one line a tag and one a quote.
  public var lines: [String] {
    var lines = ["\(source)  \(id)"]
    for (mark, changes) in [("-", lost), ("+", gained)] {
      for change in changes {
        lines.append("\(mark) \(change.tag)")
        lines += change.evidence.map { proof in
          "    \(proof.rule): \(proof.quote.before)[\(proof.quote.words)]\(proof.quote.after)"
        }
      }
    }
    lines += moved.map { "~ \($0.tag): \($0.from) → \($0.to)" }
    return lines
  }

  /// The change as one JSON object and a line feed.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", 1)
      json.member("line", "verdictChange")
      json.member("id", id.description)
      json.member("source", source)
      for (key, changes) in [("gained", gained), ("lost", lost)] {
        json.objects(key, changes) { json, change in
          json.member("tag", "\(change.tag)")
          json.member("score", change.score)
          json.objects("evidence", change.evidence) { json, proof in
            json.member("rule", proof.rule)
            json.member("before", proof.quote.before)
            json.member("text", proof.quote.words)
            json.member("after", proof.quote.after)
          }
        }
      }
      json.objects("moved", moved) { json, move in
        json.member("tag", "\(move.tag)")
        json.member("from", move.from)
        json.member("to", move.to)
      }
    }
    json.endLine()
    return json.bytes
  }
}

extension RuleDifference {
  /// The totals for people: tags that change first, then the others.
  public var table: String {
    var table = TextTable([
      ("tag", 32), ("old", 7), ("new", 7), ("gained", 7), ("lost", 7),
    ])
    for (tag, total) in sortedTotals {
      table.add(
        [tag.description]
          + [total.oldCount, total.newCount, total.gainedCount, total.lostCount].map(String.init))
    }
    let head =
      "\(changedCount) of \(textCount) texts change their tags; rule sets "
      + "\(ruleSets.old.description.prefix(8)) → \(ruleSets.new.description.prefix(8))"
    return ([head, ""] + table.lines).joined(separator: "\n") + "\n"
  }

  /// The totals as one JSON object and a line feed.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", 1)
      json.member("line", "ruleDifference")
      json.member("old", ruleSets.old.description)
      json.member("new", ruleSets.new.description)
      json.member("texts", textCount)
      json.member("changed", changedCount)
      json.objects("tags", sortedTotals) { json, total in
        json.member("tag", total.key.description)
        json.member("old", total.value.oldCount)
        json.member("new", total.value.newCount)
        json.member("gained", total.value.gainedCount)
        json.member("lost", total.value.lostCount)
      }
    }
    json.endLine()
    return json.bytes
  }

  private var sortedTotals: [(key: Tag, value: Total)] {
    func changes(_ total: Total) -> Int { total.gainedCount + total.lostCount }
    return totals.sorted {
      let (left, right) = (changes($0.value), changes($1.value))
      return left != right ? left > right : $0.key.description < $1.key.description
    }
  }
}
