import Complaints
import Ingest
import Text

extension Checkup {
  private static let quietDays = 8

  mutating func lookAtSources() {
    guard !settings.sources.isEmpty else {
      return enter(
        .sources, .error, "no sources are named",
        remedy: "name files and folders: 'sources: [/srv/exports/care.mbox]'")
    }
    for source in settings.sources {
      let entries = SourceWalk.entries(of: [source], excluding: settings.state)
        .filter { $0.leftOut == nil }
      var (byteCount, newest) = (0, 0)
      var failures: [String] = []
      for entry in entries {
        do {
          let file = try entry.open()
          byteCount += file.byteCount
          newest = max(newest, file.modifiedSeconds)
        } catch {
          failures.append("\(entry.name): \(error.detail)")
        }
      }
      if let first = failures.first {
        let more = failures.count > 1 ? " and \(failures.count - 1) more" : ""
        enter(
          .sources, entries.count == failures.count ? .error : .warning,
          "\(source.path): \(first)\(more)",
          remedy: "check the path and the rights of the user that runs the night")
      } else if entries.isEmpty {
        enter(
          .sources, .warning, "\(source.path): nothing to read in it",
          remedy: "check that exports arrive there")
      } else if (now.seconds - newest) / 86_400 > Checkup.quietDays {
        enter(
          .sources, .warning,
          "\(source.path): nothing new for \((now.seconds - newest) / 86_400) days",
          remedy: "check that exports still arrive there")
      } else {
        enter(
          .sources, .fine,
          "\(source.path): \(counted(entries.count, "file")), \(byteCount / 1_000_000) MB")
      }
    }
  }
}
