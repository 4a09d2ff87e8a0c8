import Complaints

/// The queue as its template shows it.
struct QueueView: Sendable {
  let openWords: String
  let openCount: Int
  let unscored: Shortcut?
  let untagged: Shortcut?
  let matchingCount: Int
  let isFiltered: Bool
  let search: String
  /// What a search keeps of the address.
  let kept: [Parameter]
  let orders: [Order]
  let facets: [FacetView]
  let facetNote: String?
  let filters: [Filter]
  let rows: [RowView]
  let hasRows: Bool
  let range: String
  let previousPath: String?
  let nextPath: String?

  /// A number that leads to the complaints behind it.
  struct Shortcut: Sendable {
    let count: Int
    let path: String
  }

  /// A parameter of the address.
  struct Parameter: Sendable {
    let name: String
    let value: String
  }

  /// An order to work in.
  struct Order: Sendable {
    let title: String
    let path: String
    let isHere: Bool
  }

  /// What is filtered by, with the way back.
  struct Filter: Sendable {
    let words: String
    let path: String
  }

  /// The queue in words.
  init(_ model: QueueModel, _ pages: ReviewPages, _ chrome: Chrome) {
    let query = model.query
    openCount = model.openCount
    openWords = "\(Wording.count(model.openCount, "complaint")) to review"
    let shortcut = { (count: Int, value: String) in
      count == 0 ? nil : Shortcut(count: count, path: QueueQuery().with(.margin, value).path)
    }
    unscored = shortcut(model.unscoredCount, "unscored")
    untagged = shortcut(model.untaggedCount, "untagged")
    matchingCount = model.matchingCount
    search = query.search
    kept = query.with(.source, query.values[.source]).parameters.filter { $0.name != "search" }
      .map { Parameter(name: $0.name, value: $0.value) }
    orders = QueueQuery.Order.allCases.map { order in
      var other = query
      other.order = order
      other.page = 1
      return Order(
        title: QueueView.title(of: order), path: other.path, isHere: order == query.order)
    }
    facets = model.facets.map { FacetView($0.facet, $0.choices, query, pages.catalogue) }
    facetNote = model.facetSample.map { "Counted over the first \($0)." }
    filters = QueueView.filters(query, pages.catalogue)
    isFiltered = !filters.isEmpty
    rows = model.rows.map { RowView($0, query, pages, chrome) }
    hasRows = !rows.isEmpty
    let last = model.firstPosition + model.rows.count - 1
    range =
      "\(model.firstPosition)–\(last) of \(model.facetSample == nil ? "" : "more than ")\(model.matchingCount)"
    var page = query
    page.page = query.page - 1
    previousPath = page.page > 0 ? page.path : nil
    page.page = query.page + 1
    nextPath = model.hasMore ? page.path : nil
  }

  private static func filters(_ query: QueueQuery, _ catalogue: Catalogue) -> [Filter] {
    var filters = QueueQuery.Facet.allCases.compactMap { facet in
      query.values[facet].map { value in
        Filter(
          words: "\(facet.title): \(facet.words(for: value, catalogue))",
          path: query.with(facet, nil).path)
      }
    }
    if !query.search.isEmpty {
      var other = query
      other.search = ""
      other.page = 1
      filters.append(Filter(words: "Words: \(query.search)", path: other.path))
    }
    return filters
  }

  private static func title(of order: QueueQuery.Order) -> String {
    switch order {
    case .margin: "Least certain first"
    case .newest: "Newest first"
    case .problem: "By problem"
    }
  }
}
