import Classify
import Complaints
import Lines
import Statistics

extension EvaluationReport {
  /// The report as one JSON object and a line feed, in UTF-8.
  ///
  /// Keys are always present, in the same order; unknown is null. Values have six decimals.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", 1)
      json.member("line", "evaluation")
      json.member("ruleSet", ruleSet.description)
      json.member("engine", Classifier.engineVersion)
      json.member("level", Evaluation.level)
      json.member("replicates", Evaluation.replicateCount)
      json.member("macroCases", Evaluation.smallestSupport)
      json.object("all") { EvaluationReport.members(of: all, &$0) }
      json.objects("confused", neighbours) { EvaluationReport.members(of: $1, &$0) }
      json.member("by", key?.rawValue)
      json.objects("groups", groups) { json, group in
        json.member("name", group.name)
        EvaluationReport.members(of: group.figures, &json)
      }
      json.objects("compared", comparison.map { [$0] } ?? []) { json, comparison in
        EvaluationReport.members(of: comparison, &json)
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func members(of figures: Figures, _ json: inout JSONWriter) {
    json.member("texts", figures.textCount)
    json.member("complaints", figures.complaintCount)
    json.member("unscored", figures.unscoredCount)
    json.object("measures") { json in
      for measure in Measure.allCases {
        json.object(measure.rawValue) { json in
          let estimate = figures.estimates[measure]
          json.member("value", rounded(estimate?.value))
          json.member("low", rounded(estimate?.interval.low))
          json.member("high", rounded(estimate?.interval.high))
          json.member("n", estimate?.count ?? 0)
        }
      }
    }
    json.object("complaint") { members(of: figures.complaint, &$0) }
    types("failures", figures.failures, &json)
    types("causes", figures.causes, &json)
    types("effects", figures.effects, &json)
    json.object("praise") { members(of: figures.praise, &$0) }
  }

  private static func types(_ key: String, _ types: [TypeCounts], _ json: inout JSONWriter) {
    json.objects(key, types) { json, type in
      json.member("type", type.type)
      members(of: type.counts, &json)
    }
  }

  private static func members(of counts: TagCounts, _ json: inout JSONWriter) {
    json.member("labelled", counts.support)
    json.member("truePositives", counts.truePositives)
    json.member("falsePositives", counts.falsePositives)
    json.member("falseNegatives", counts.falseNegatives)
    json.member("precision", rounded(counts.precision))
    json.member("recall", rounded(counts.recall))
    json.member("f1", rounded(counts.f1))
    json.member("evidenceOverlap", rounded(counts.evidenceOverlap))
  }

  private static func members(of neighbours: Neighbours, _ json: inout JSONWriter) {
    func counts(_ key: String, _ counts: [Neighbours.Count], _ json: inout JSONWriter) {
      json.objects(key, counts) { json, count in
        json.member("type", count.type)
        json.member("texts", count.count)
      }
    }
    json.member("type", neighbours.type)
    json.member("false", neighbours.falseCount)
    counts("labelledInstead", neighbours.labelledInstead, &json)
    json.member("noLabelThere", neighbours.unlabelledCount)
    json.member("noComplaint", neighbours.peacefulCount)
    json.member("missed", neighbours.missedCount)
    counts("givenInstead", neighbours.givenInstead, &json)
    json.member("nothingThere", neighbours.silentCount)
  }

  private static func members(of comparison: Comparison, _ json: inout JSONWriter) {
    json.member("ruleSet", comparison.ruleSet.description)
    json.object("measures") { json in
      for entry in comparison.differences {
        json.object(entry.measure.rawValue) { json in
          json.member("value", rounded(entry.value))
          json.member("other", rounded(entry.other))
          json.member("difference", rounded(entry.difference))
          json.member("low", rounded(entry.interval.low))
          json.member("high", rounded(entry.interval.high))
          json.member("greaterShare", rounded(entry.greaterShare))
        }
      }
    }
    json.member("added", comparison.addedCount)
    json.member("addedRight", comparison.addedRightCount)
    json.member("lost", comparison.lostCount)
    json.member("lostRight", comparison.lostRightCount)
  }

  private static func rounded(_ value: Double?) -> Double? {
    value.map { ($0 * 1_000_000).rounded() / 1_000_000 }
  }
}
