import Backlog

/// Where an item stands: a shape and a word.
struct StateView: Sendable {
  let id: String
  let shape: String
  let words: String

  /// A state in words.
  init(_ state: ItemState) {
    id = state.rawValue
    (shape, words) = Wording.name(of: state)
  }
}

/// A link to an item.
struct ItemLink: Sendable {
  let label: String
  let path: String
  let state: StateView?

  /// A link to the item with a number.
  init(number: Int, state: ItemState?) {
    label = "PB-\(number)"
    path = "/item/\(number)"
    self.state = state.map(StateView.init)
  }
}
