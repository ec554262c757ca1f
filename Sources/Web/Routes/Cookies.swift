/// The cookies of one kommune on the host where people reach it.
package struct Cookies: Sendable {
  /// Where they are sent: below the kommune, or everywhere on a host of its own.
  private let path: String
  private let isSecure: Bool

  /// The cookies of a kommune whose paths start with `base`.
  package init(base: String, isSecure: Bool) {
    path = base.isEmpty ? "/" : base
    self.isSecure = isSecure
  }

  /// The name as browsers know it.
  ///
  /// Over https a prefix makes them refuse one that came any other way, and `__Host-` one that
  /// another host set; that one needs the whole host, so it is for kommuner with a host of their own.
  package func name(_ name: String) -> String {
    guard isSecure else { return name }
    return (path == "/" ? "__Host-" : "__Secure-") + name
  }

  /// The value of the first cookie of that name.
  package func value(_ name: String, in request: Request) -> String? {
    let wanted = self.name(name)
    for pair in (request.headers["Cookie"] ?? "").split(separator: ";") {
      let halves = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      if halves.count == 2, halves[0] == wanted { return String(halves[1]) }
    }
    return nil
  }

  /// A `Set-Cookie` that scripts cannot read and other sites cannot send.
  package func setting(_ name: String, _ value: String, seconds: Int) -> String {
    "\(self.name(name))=\(value); Path=\(path); Max-Age=\(seconds); HttpOnly; SameSite=Lax"
      + (isSecure ? "; Secure" : "")
  }

  /// A `Set-Cookie` that takes it away.
  package func removing(_ name: String) -> String { setting(name, "", seconds: 0) }
}
