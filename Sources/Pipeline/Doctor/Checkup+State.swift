import Complaints
import Foundation
import Privacy
import Store
import Text

#if canImport(Glibc)
  import Glibc
#endif

extension Checkup {
  private static let leastRoom = 1 << 30

  /// Whether there is a store to look into.
  mutating func lookAtState() -> Bool {
    guard let folder = settings.state else {
      enter(
        .state, .error, "no state folder is named",
        remedy: "name one: 'state: /var/lib/forestall'")
      return false
    }
    var facts = stat()
    guard stat(folder, &facts) == 0 else {
      lookAtParent(of: folder)
      return false
    }
    guard facts.st_mode & S_IFMT == S_IFDIR else {
      enter(.state, .error, "\(folder): not a folder", remedy: "name another with 'state:'")
      return false
    }
    let user = geteuid()
    if facts.st_uid != user, user != 0 {
      enter(
        .state, .error, "\(folder): belongs to user \(facts.st_uid), you are \(user)",
        remedy: "run as its owner, or: chown -R \(user) \(folder)")
    } else if access(folder, R_OK | W_OK | X_OK) != 0 {
      enter(
        .state, .error, "\(folder): cannot be written", remedy: "chmod 0700 \(folder)")
    } else if facts.st_mode & 0o077 != 0 {
      enter(
        .state, .warning,
        "\(folder): others have rights (\(String(facts.st_mode & 0o777, radix: 8)))",
        remedy: "chmod 0700 \(folder); the next run does it too")
    } else {
      enter(.state, .fine, "\(folder): only for its owner")
    }
    lookAtRoom(in: folder)
    lookAtKey(in: folder)
    guard FileManager.default.fileExists(atPath: folder + "/forestall.sqlite") else {
      enter(.store, .fine, "no store yet; 'forestall run' makes it")
      return false
    }
    return true
  }

  private mutating func lookAtParent(of folder: String) {
    let parent = (folder as NSString).deletingLastPathComponent
    let place = parent.isEmpty ? "." : parent
    if access(place, W_OK | X_OK) == 0 {
      enter(.state, .fine, "\(folder): not there yet; 'forestall run' makes it")
      lookAtRoom(in: place)
    } else {
      enter(
        .state, .error, "\(folder): not there, and \(place) does not let you make it",
        remedy: "as root: install -d -m 0700 -o \(NSUserName()) \(folder)")
    }
  }

  private mutating func lookAtRoom(in folder: String) {
    var room = statvfs()
    guard statvfs(folder, &room) == 0 else { return }
    let bytes = Int(room.f_bavail) * Int(room.f_frsize)
    let told = "\(bytes / 1_000_000) MB free"
    if bytes < Checkup.leastRoom {
      enter(
        .state, .warning, told,
        remedy:
          "a night needs about three times the new mail; make room, or 'forestall store compact'")
    } else {
      enter(.state, .fine, told)
    }
  }

  private mutating func lookAtKey(in folder: String) {
    let path = folder + "/pseudonym.key"
    guard FileManager.default.fileExists(atPath: path) else { return }
    do throws(KeyFileError) {
      _ = try KeyFile.read(path: path)
      enter(.state, .fine, "\(path): one key, only for its owner")
    } catch {
      enter(.state, .error, "\(error)", remedy: "put the key back from a backup, mode 0600")
    }
  }

  mutating func lookAtStore() {
    guard let folder = settings.state else { return }
    do {
      let store = try ComplaintStore(folder: folder)
      let counts = try store.counts()
      enter(
        .store, .fine,
        "\(counted(counts.verbatims, "verbatim")), \(counted(counts.complaints, "complaint"))")
      if counts.quarantined > 0 {
        enter(
          .store, .warning, "\(counted(counts.quarantined, "item")) in quarantine",
          remedy: "'forestall quarantine list' says why")
      }
      let open = OpenErasure.all(stateFolder: folder).count
      if open > 0 {
        enter(
          .store, .error, "\(counted(open, "erasure")) without a receipt, interrupted",
          remedy: "repeat it: the same 'forestall erase … --apply' goes on with it")
      }
      lookAtRuns(try store.readUntil())
    } catch {
      enter(.store, .error, "\(error)", remedy: "'forestall store check' looks closer")
    }
  }

  private mutating func lookAtRuns(_ last: Timestamp?) {
    guard let last else {
      return enter(
        .runs, .warning, "no run has come to its end yet",
        remedy: "'forestall run' reads everything")
    }
    let hours = (now.seconds - last.seconds) / 3_600
    if hours > 36 {
      enter(
        .runs, .warning, "the last run that came to its end was \(hours / 24) days ago",
        remedy: "look at its messages: journalctl -u forestall.service")
    } else if hours < -1 {
      enter(
        .runs, .warning, "the last run is dated \(last), later than now",
        remedy: "set the clock; dates of weeks hang on it")
    } else {
      enter(.runs, .fine, "the last run that came to its end began \(last)")
    }
  }
}
