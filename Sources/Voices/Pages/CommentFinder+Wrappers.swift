import Complaints

extension CommentFinder {
  /// Leaves out elements that only repeat the comment around them: `div#div-comment-12` in
  /// `li#li-comment-12`, `article.comment-body` in `li.comment`.
  func withoutWrappers(_ marked: [Int], _ mark: CommentNames.Mark) -> [Int] {
    // A vocabulary's own mark stands once on each comment.
    let isOnce = mark == .microdata || mark == .microformat
    var kept: [Int] = []
    var open: [Int] = []
    for (position, element) in marked.enumerated() {
      while let last = open.last, !tree.contains(last, element) { open.removeLast() }
      if let outer = open.last {
        if !isOnce, kept.last == outer, holdsSeveral(outer, among: marked[position...]) {
          kept.removeLast()
          open.removeLast()
          open.append(element)
          kept.append(element)
          continue
        }
        if outer == element || open.count >= CommentFinder.nestingLimit
          || !isOnce && isSameComment(outer, element)
        {
          continue
        }
        // A list that bears the mark itself holds several marked elements and is no comment.
        if !isOnce, kept.last == outer, isContainer(outer, of: marked[position...]) {
          kept.removeLast()
          open.removeLast()
        }
      }
      open.append(element)
      kept.append(element)
    }
    return kept
  }

  private static let replyWords: Set<String> = [
    "children", "replies", "nested", "child", "subcomments", "thread", "responses",
  ]

  private func isSameComment(_ outer: Int, _ inner: Int) -> Bool {
    let elements = tree.layout.elements
    let keys = (elements[outer].id.flatMap(key), elements[inner].id.flatMap(key))
    if let left = keys.0, let right = keys.1 { return left == right }
    // A reply stands in a list of its own, or behind the words of the comment it answers.
    var current = elements[inner].parent
    var steps = 0
    while let index = current, index != outer, steps < 32 {
      let names = tree.names[index]
      if ["ul", "ol"].contains(elements[index].tag)
        || names.has(CommentFinder.replyWords)
      {
        return false
      }
      current = elements[index].parent
      steps += 1
    }
    if elements[inner].tag == "li" { return false }
    let (start, end) = (tree.blockRanges[outer].lowerBound, tree.blockRanges[inner].lowerBound)
    return start >= end || tree.byteCount(in: start..<end) < 160
  }

  private func key(_ id: String) -> String? { CommentNames.key(fromID: id) }

  /// Whether an element's own words, outside the marked ones inside it, are too few for a comment.
  private func isContainer(_ outer: Int, of marked: ArraySlice<Int>) -> Bool {
    var own = tree.byteCount(of: outer)
    var covered = 0
    var count = 0
    for element in marked {
      guard tree.contains(outer, element) else { break }
      if element < covered { continue }
      covered = tree.subtreeEnds[element]
      own -= tree.byteCount(of: element)
      count += 1
    }
    return (own <= 40 || count >= 2 && own <= 200) && !hasHeadOutside(outer, of: marked)
  }

  private func hasHeadOutside(_ outer: Int, of marked: ArraySlice<Int>) -> Bool {
    guard let first = marked.first else { return false }
    return headSums[first] > headSums[outer]
  }

  /// Whether an element holds several comments built alike, and so is none itself, whatever its
  /// name says.
  private func holdsSeveral(_ outer: Int, among marked: ArraySlice<Int>) -> Bool {
    guard let first = marked.first, isSameComment(outer, first), hasOwnHead(first) else {
      return false
    }
    let shape = { (index: Int) in
      (tree.layout.elements[index].tag, tree.names[index].classes.first ?? "")
    }
    for element in marked.dropFirst().prefix(64) {
      guard tree.contains(outer, element) else { return false }
      if !tree.contains(first, element), shape(element) == shape(first), hasOwnHead(element) {
        return true
      }
    }
    return false
  }
}
