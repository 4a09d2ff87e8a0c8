import Mustache

/// Escapes for HTML by scalars: in a `Character` a quote can hide behind an accent.
struct MailHTML: MustacheContentType {
  func escapeText(_ text: String) -> String {
    replaced(text) { scalar in
      switch scalar {
      case "<": "&lt;"
      case ">": "&gt;"
      case "&": "&amp;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: nil
      }
    }
  }
}

/// Escapes for Markdown inside a line: no emphasis, link, code, HTML or address is made of words.
///
/// What begins a block needs no escape: in the template no line begins with somebody's words.
struct Markdown: MustacheContentType {
  func escapeText(_ text: String) -> String {
    let marks: Set<Unicode.Scalar> = ["\\", "`", "*", "_", "[", "]", "<", ">", "&", "~", "|", "$"]
    return replaced(text) { marks.contains($0) ? "\\\($0)" : nil }
      .replacing("://", with: ":\\//")
      .replacing("www.", with: "www\\.")
      .replacing("WWW.", with: "WWW\\.")
  }
}

private func replaced(
  _ text: String, _ replacement: (Unicode.Scalar) -> String?
) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if let words = replacement(scalar) {
      result.append(contentsOf: words.unicodeScalars)
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}
