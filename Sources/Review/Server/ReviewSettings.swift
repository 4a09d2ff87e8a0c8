/// Who may use the review desk, and where it listens.
public struct ReviewSettings: Sendable, Equatable {
  /// The reviewers' names; decisions bear them.
  public var users: [String]
  /// Names under which the desk may be asked for besides its own address, each exactly as a
  /// browser sends it: "desk.example.org", "desk.example.org:8443".
  public var hosts: [String]
  /// The address to listen on; the loopback one unless a reverse proxy runs elsewhere.
  public var address: String
  /// The port to listen on.
  public var port: Int
  /// Whether browsers reach the desk by HTTPS, through a reverse proxy.
  public var isBehindHTTPS: Bool

  /// Settings of a desk.
  public init(
    users: [String], hosts: [String] = [], address: String = "127.0.0.1", port: Int = 8460,
    isBehindHTTPS: Bool = false
  ) {
    self.users = users
    self.hosts = hosts
    self.address = address
    self.port = port
    self.isBehindHTTPS = isBehindHTTPS
  }

  /// The address to type into a browser, without a slash at its end.
  public var url: String {
    if isBehindHTTPS, let host = hosts.first { return "https://\(host)" }
    return "http://\(address.contains(":") ? "[\(address)]" : address):\(port)"
  }

  /// Every value of the Host header that is answered.
  var allowedHosts: Set<String> {
    var names = ["localhost", "127.0.0.1", "[::1]"]
    if address != "0.0.0.0", address != "::" {
      names.append(address.contains(":") ? "[\(address)]" : address)
    }
    let own = names.flatMap { port == 80 ? [$0, "\($0):80"] : ["\($0):\(port)"] }
    return Set(own + hosts.map { $0.lowercased() })
  }
}
