import Complaints

extension CommentFinder {
  /// The comments in document order; by the surest mark that finds any.
  func items() -> [Item] {
    for mark in CommentNames.Mark.allCases {
      var marked: [Int]
      switch mark {
      case .sibling: marked = siblings()
      case .bodyClass: marked = withHeads(indices(of: mark))
      case .microdata:
        // One review may be what the page is; several are its readers'.
        let reviews = indices { isReview($0) }
        marked = indices(of: mark) + (reviews.count > 1 ? reviews : [])
        marked.sort()
      default: marked = indices(of: mark)
      }
      marked = withoutWrappers(marked, mark).filter { tree.byteCount(of: $0) > 0 }
      let isSure = mark.rawValue <= CommentNames.Mark.numberedID.rawValue
      if !marked.isEmpty, isSure || marked.contains(where: hasHead) { return nested(marked) }
    }
    return []
  }

  private func indices(of mark: CommentNames.Mark) -> [Int] { indices { matches($0, mark) } }

  private func indices(where predicate: (Int) -> Bool) -> [Int] {
    tree.layout.elements.indices.filter(predicate)
  }

  private func isReview(_ index: Int) -> Bool {
    let type = tree.layout.elements[index].attributes["itemtype"] ?? ""
    return !isBarred[index] && (type.hasSuffix("/Review") || type.hasSuffix("/UserReview"))
  }

  private func matches(_ index: Int, _ mark: CommentNames.Mark) -> Bool {
    guard !isBarred[index] else { return false }
    let element = tree.layout.elements[index]
    guard !CommentFinder.inlineTags.contains(element.tag) else { return false }
    let names = tree.names[index]
    switch mark {
    case .microdata:
      let type = element.attributes["itemtype"] ?? ""
      let property = element.attributes["itemprop"] ?? ""
      let isNamed =
        type.hasSuffix("/Comment") || type.hasSuffix("/UserComments")
        || property.split(separator: " ").contains("comment")
      // The list around the comments may bear their type.
      return isNamed && !CommentFinder.isList(names)
    case .microformat:
      return names.classes.contains { ["h-cite", "u-comment", "p-comment"].contains($0) }
    case .bloggerID:
      return names.id.first == "c" && names.id.utf8.count >= 7
        && names.id.utf8.dropFirst().allSatisfy { $0 &- 0x30 < 10 }
    case .numberedID: return CommentNames.key(fromID: names.id) != nil
    case .itemClass:
      return names.isAboutComments
        && names.classes.contains {
          CommentNames.role(ofClass: $0) == .item
            || names.id.utf8.last.map { $0 &- 0x30 < 10 } == true && CommentNames.endsAsComment($0)
        }
    case .bodyClass:
      return names.isAboutComments
        && names.classes.contains { CommentNames.role(ofClass: $0) == .body }
    case .sibling: return false
    }
  }

  static let inlineTags: Set<String> = [
    "a", "span", "em", "i", "b", "strong", "label", "button", "input", "h1", "h2", "h3", "h4", "h5",
    "h6", "time", "cite", "small", "textarea", "select", "option", "html", "body", "code",
  ]

  /// The elements around the words of comments that hold their heads as well: each is taken out as
  /// far as it holds no other comment's words.
  private func withHeads(_ bodies: [Int]) -> [Int] {
    var widened: [Int] = []
    for (position, body) in bodies.enumerated() {
      var element = body
      let previous = position > 0 ? bodies[position - 1] : -1
      let next = position + 1 < bodies.count ? bodies[position + 1] : Int.max
      var steps = 0
      while !hasOwnHead(element), let parent = tree.layout.elements[element].parent, steps < 5,
        parent > previous, tree.subtreeEnds[parent] <= next,
        !["html", "body", "main"].contains(tree.layout.elements[parent].tag),
        tree.byteCount(of: parent) < tree.byteCount(of: body) + 400
      {
        element = parent
        steps += 1
      }
      widened.append(hasOwnHead(element) ? element : body)
    }
    return widened
  }
}
