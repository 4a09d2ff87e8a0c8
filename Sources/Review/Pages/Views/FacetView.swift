import Complaints

/// One facet of the queue with its choices.
struct FacetView: Sendable {
  let title: String
  let isOpen: Bool
  let choices: [Choice]

  /// One value.
  struct Choice: Sendable {
    let words: String
    let count: Int
    let path: String
    let isHere: Bool
  }

  /// A facet whose choices lead to the queue filtered by them; the chosen one leads back.
  init(
    _ facet: QueueQuery.Facet, _ choices: [QueueModel.Choice], _ query: QueueQuery,
    _ catalogue: Catalogue
  ) {
    title = facet.title
    isOpen = query.values[facet] != nil || facet == .margin || facet == .type
    self.choices = choices.map { choice in
      let isHere = query.values[facet] == choice.value
      return Choice(
        words: facet.words(for: choice.value, catalogue), count: choice.count,
        path: query.with(facet, isHere ? nil : choice.value).path, isHere: isHere)
    }
  }
}

extension QueueQuery.Facet {
  /// "Failure".
  var title: String {
    switch self {
    case .source: "Source"
    case .channel: "Channel"
    case .type: "Failure"
    case .touchpoint: "Touchpoint"
    case .week: "Week received"
    case .margin: "To decide"
    }
  }

  /// A value in words.
  func words(for value: String, _ catalogue: Catalogue) -> String {
    switch self {
    case .source, .week: value
    case .channel: Channel(rawValue: value).map(Wording.name) ?? value
    case .type: catalogue.title(of: Tag(.failure, value))
    case .touchpoint: catalogue.touchpoints.first { $0.id == value }?.title ?? value
    case .margin:
      switch value {
      case "unscored": "Not scored"
      case "untagged": "No failure tag"
      case "close": "Close to the threshold"
      case "clear": "Clear"
      default: value
      }
    }
  }
}
