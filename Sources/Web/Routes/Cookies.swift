/// The cookies of a request.
package enum Cookies {
  /// The value of the first cookie of that name.
  package static func value(_ name: String, in request: Request) -> String? {
    for pair in (request.headers["Cookie"] ?? "").split(separator: ";") {
      let halves = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      if halves.count == 2, halves[0] == name { return String(halves[1]) }
    }
    return nil
  }

  /// A `Set-Cookie` that scripts cannot read and other sites cannot send.
  package static func setting(
    _ name: String, _ value: String, path: String, seconds: Int, isSecure: Bool
  ) -> String {
    "\(name)=\(value); Path=\(path); Max-Age=\(seconds); HttpOnly; SameSite=Lax"
      + (isSecure ? "; Secure" : "")
  }
}
