extension RuleText {
  /// Adds an item to the list behind a key, in lines or in brackets.
  mutating func append(_ item: String, to list: Section) throws(Obstacle) {
    let head = list.lines.lowerBound
    let rest = lines[head].drop { $0 != ":" }.dropFirst().drop { $0 == " " }
    if rest.isEmpty || rest.hasPrefix("#") {
      let indent = itemIndent(of: list) ?? list.indent
      lines.insert(spaces(indent) + "- " + item, at: list.lines.upperBound)
    } else if rest.hasPrefix("["), let place = closingBracket(of: list) {
      let before = lines[place.line][..<place.index]
      let isEmpty = before.last { $0 != " " } == "["
      lines[place.line].insert(contentsOf: (isEmpty ? "" : ", ") + item, at: place.index)
    } else {
      throw Obstacle(line: head + 1, message: "no list; write '- ' and the value on a line below")
    }
  }

  /// Where the list in brackets that begins behind a key ends.
  private func closingBracket(of list: Section) -> (line: Int, index: String.Index)? {
    var depth = 0
    var quote: Character?
    for number in list.lines {
      let line = lines[number]
      var at = line.startIndex
      if number == list.lines.lowerBound { at = line.firstIndex(of: "[") ?? at }
      while at < line.endIndex {
        let letter = line[at]
        if let open = quote {
          if letter == "\\", open == "\"" { at = line.index(after: at) }
          if letter == open { quote = nil }
        } else if letter == "\"" || letter == "'" {
          quote = letter
        } else if letter == "[" {
          depth += 1
        } else if letter == "]" {
          depth -= 1
          if depth == 0 { return (number, at) }
        }
        if at < line.endIndex { at = line.index(after: at) }
      }
    }
    return nil
  }
}
