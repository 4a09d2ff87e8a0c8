import Complaints

extension CommentFinder {
  private static let formWords: Set<String> = [
    "form", "respond", "count", "link", "title", "open", "closed", "nav", "pagination", "meta",
  ]

  private static let listTags: Set<String> = [
    "div", "section", "ul", "ol", "dl", "table", "tbody", "figure", "aside", "li", "center", "td",
  ]

  /// Children of a list of comments that are built alike.
  func siblings() -> [Int] {
    let elements = tree.layout.elements
    var lists = elements.indices.filter { index in
      guard !isBarred[index],
        CommentFinder.listTags.contains(elements[index].tag)
          || elements[index].tag.contains("-")
      else {
        return false
      }
      let names = tree.names[index]
      return CommentFinder.isList(names)
        || names.isAboutComments && !names.has(CommentFinder.formWords)
    }
    // What stands several times beside its like is no list, but one of the comments.
    var counts: [String: Int] = [:]
    for list in lists { counts[shape(of: list), default: 0] += 1 }
    lists.removeAll { elements[$0].id == nil && counts[shape(of: $0), default: 0] > 1 }
    var found: [Int] = []
    for (position, list) in lists.enumerated() {
      if position + 1 < lists.count, tree.contains(list, lists[position + 1]) { continue }
      found += alike(in: list)
    }
    return found
  }

  /// Whether an element is named as one that holds all comments.
  static func isList(_ names: ElementNames) -> Bool {
    CommentNames.listNames.contains(names.id)
      || names.classes.contains { CommentNames.listNames.contains($0) }
  }

  /// What elements have in common that are built alike.
  private func shape(of index: Int) -> String {
    let element = tree.layout.elements[index]
    let name = element.classes.first { !CommentFinder.turnWords.contains($0.lowercased()) }
    return "\(element.parent ?? -1) \(element.tag) \(name ?? "")"
  }

  /// Classes that alternate between elements built alike.
  private static let turnWords: Set<String> = ["even", "odd", "alt", "alternate", "first", "last"]

  private func alike(in list: Int) -> [Int] {
    let elements = tree.layout.elements
    let names = tree.names[list]
    let isKnown = CommentFinder.isList(names)
    var groups: [String: [Int]] = [:]
    for index in tree.subtree(list).dropFirst() {
      guard let parent = elements[index].parent, !isBarred[index], parent - list < 4_096,
        !CommentFinder.inlineTags.contains(elements[index].tag),
        !tree.names[index].has(CommentFinder.formWords)
      else { continue }
      groups[shape(of: index), default: []].append(index)
    }
    let alike = groups.values.filter { group in
      let withHead = group.filter { hasHead($0) && tree.byteCount(of: $0) > 30 }
      return withHead.count * 3 > group.count * 2 && (withHead.count >= 2 || isKnown)
    }
    return alike.max { ($0.count, -$0[0]) < ($1.count, -$1[0]) } ?? []
  }

  func nested(_ elements: [Int]) -> [Item] {
    var items: [Item] = []
    var open: [Int] = []
    for element in elements {
      while let last = open.last, !tree.contains(items[last].element, element) {
        open.removeLast()
      }
      items.append(Item(element: element, key: ownKey(element), parent: open.last))
      open.append(items.count - 1)
    }
    return items
  }

  /// The id of a comment: its own, or that of a wrapper directly inside it.
  private func ownKey(_ element: Int) -> String? {
    func key(_ index: Int) -> String? {
      let element = tree.layout.elements[index]
      if let id = element.id {
        if let key = CommentNames.key(fromID: id) { return key }
        let digits = id.utf8.dropFirst()
        if id.utf8.first == 0x63, digits.count >= 6, digits.allSatisfy({ $0 &- 0x30 < 10 }) {
          return id
        }
      }
      return element.attributes["name"].flatMap { CommentNames.key(fromID: $0) }
    }
    for index in tree.subtree(element).prefix(6) {
      if let key = key(index) { return key }
    }
    return tree.layout.elements[element].id.flatMap { $0.utf8.count <= 80 ? $0 : nil }
  }
}
