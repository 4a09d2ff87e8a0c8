import Classify

/// Explanations in colour.
enum ExplainView {
  /// A line with its pieces in the terminal's styles.
  static func coloured(_ line: StyledLine) -> String {
    line.pieces.map { piece in
      let text = displayed(piece.text)
      switch piece.style {
      case .plain: return text
      case .heading: return Style.bold(text)
      case .tag: return Style.red(text)
      case .score: return Style.cyan(text)
      case .rule: return Style.green(text)
      case .evidence: return Style.evidence(text)
      case .cue: return Style.yellow(text)
      case .muted: return Style.dim(text)
      }
    }.joined()
  }
}
