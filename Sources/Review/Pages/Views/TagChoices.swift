import Complaints

/// What can be chosen where a tag is added.
struct TagChoices: Sendable {
  let groups: [Group]
  let touchpoints: [Choice]

  /// The tags of one kind.
  struct Group: Sendable {
    let title: String
    let choices: [Choice]
  }

  /// One choice of a list.
  struct Choice: Sendable {
    let value: String
    let words: String
    let means: String
    let isChosen: Bool
  }

  /// All tags of a catalogue but those that the verbatim already has.
  init(_ catalogue: Catalogue, without present: Set<Tag>) {
    let group = { (title: String, kind: Tag.Kind, entries: [Catalogue.Entry]) in
      Group(
        title: title,
        choices: entries.filter { !present.contains(Tag(kind, $0.id)) }.map {
          Choice(
            value: Tag(kind, $0.id).description, words: $0.title, means: $0.means, isChosen: false)
        })
    }
    let others = [
      (Tag.praise, "Praise", "Credits somebody with good service."),
      (Tag.complaint, "A complaint", "Reports a failure."),
    ]
    let rest = Group(
      title: "Other",
      choices: others.filter { !present.contains($0.0) }.map {
        Choice(value: $0.0.description, words: $0.1, means: $0.2, isChosen: false)
      })
    groups = [
      group("Failures", .failure, catalogue.failures),
      group("Stated causes", .cause, catalogue.causes),
      group("Effects", .effect, catalogue.effects), rest,
    ].filter { !$0.choices.isEmpty }
    touchpoints = TagChoices.touchpoints(catalogue, chosen: "unspecified")
  }

  /// The touchpoints of a catalogue; "unspecified" and the chosen one are always among them.
  static func touchpoints(_ catalogue: Catalogue, chosen: String) -> [Choice] {
    var entries = catalogue.touchpoints
    for id in ["unspecified", chosen] where !entries.contains(where: { $0.id == id }) {
      let title = id == "unspecified" ? "Not stated" : id
      entries.append(Catalogue.Entry(id: id, title: title, means: ""))
    }
    return entries.map {
      Choice(value: $0.id, words: $0.title, means: $0.means, isChosen: $0.id == chosen)
    }
  }
}
