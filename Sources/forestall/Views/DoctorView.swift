import Lines
import Pipeline
import Text

/// What the doctor found, told to people.
enum DoctorView {
  /// One finding: a mark, the area, what is so, and what to do on a line of its own.
  static func line(_ finding: Checkup.Finding) -> String {
    let mark =
      switch finding.level {
      case .fine: Style.green("ok     ")
      case .warning: Style.yellow("warning")
      case .error: Style.red("error  ")
      }
    let area = padded(finding.area.rawValue, 9)
    let told = "\(mark)  \(Style.dim(area))  \(displayedLine(finding.message))"
    return finding.remedy.isEmpty ? told : told + "\n" + indent + displayedLine(finding.remedy)
  }

  private static let indent = String(repeating: " ", count: 20) + "→ "

  /// The last line.
  static func summary(_ findings: [Checkup.Finding]) -> String {
    let errors = findings.count { $0.level == .error }
    let warnings = findings.count { $0.level == .warning }
    if errors > 0 { return Style.red("The night cannot work: \(counted(errors, "error")).") }
    if warnings > 0 { return "The night works; \(counted(warnings, "warning"))." }
    return Style.green("All is well.")
  }

  /// One finding as a JSON object.
  static func json(_ finding: Checkup.Finding) -> String {
    var writer = JSONWriter()
    writer.object {
      $0.member("area", finding.area.rawValue)
      $0.member("level", finding.level.rawValue)
      $0.member("message", finding.message)
      $0.member("remedy", finding.remedy)
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
