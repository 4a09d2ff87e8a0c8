import Complaints
import Text

extension MailZoner {
  /// "Sent from my iPhone" and its relatives: a line that stands alone and is no sentence.
  func isMobileFooter(_ index: Int) -> Bool {
    guard script.lines[index].zone == .body else { return false }
    let line = script.folded.span.extracting(script.lines[index].words)
    guard line.count <= 120, line.count >= 8 else { return false }
    let rim = line.leadingCount(of: "<[(*_- ")
    let words = line.extracting(rim...)
    guard MailWords.mobileFooters.isStart(of: words) else {
      return MailWords.mobileEndings.isEnd(of: words)
        && words.count(of: 0x20) <= 8 && isStandalone(index)
    }
    let wordCount = words.count(of: 0x20) + 1
    guard wordCount <= 12, isStandalone(index) else { return false }
    if rim == 0, !MailWords.sureFooters.isStart(of: words) {
      return wordCount <= 6 && !words.containsDigit && !words.starts(with: "sent by ")
        && !endsSentence(words) && isLastWord(index)
    }
    return wordCount <= 6 || !endsSentence(words) || MailWords.footerExcuses.occurs(in: words)
  }

  /// Whether nothing of the author's follows a line but other footers.
  private func isLastWord(_ index: Int) -> Bool {
    guard let next = firstWords(from: index + 1), script.lines[next].zone == .body else {
      return true
    }
    let words = script.folded.span.extracting(script.lines[next].words)
    return words.starts(with: "--")
      || MailWords.mobileFooters.isStart(
        of: words.extracting(words.leadingCount(of: "<[(*_- ")...))
  }

  /// Whether words end with a mark that phones do not set.
  func endsSentence(_ words: Span<UInt8>) -> Bool { words.last?.isAmong(".?!:,") ?? false }
}

extension Span<UInt8> {
  fileprivate var containsDigit: Bool {
    for index in indices where self[index].isASCIIDigit { return true }
    return false
  }
}
