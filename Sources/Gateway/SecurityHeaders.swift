import Web

/// What every answer tells browsers: no script, no frame, no guessing, no leaking of addresses.
enum SecurityHeaders {
  private static let policy =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
    + " frame-ancestors 'none'; base-uri 'none'; object-src 'none'"

  static func add(to response: inout Response, isSecure: Bool) {
    // A file brings a policy of its own, which allows less.
    if response.headers["Content-Security-Policy"] == nil {
      response.headers.set("Content-Security-Policy", policy)
    }
    response.headers.set("X-Content-Type-Options", "nosniff")
    response.headers.set("Referrer-Policy", "same-origin")
    response.headers.set("Cross-Origin-Opener-Policy", "same-origin")
    response.headers.set("Cross-Origin-Resource-Policy", "same-origin")
    response.headers.set(
      "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
    if isSecure {
      response.headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
    }
    if response.headers["Cache-Control"] == nil {
      response.headers.set("Cache-Control", "no-store")
    }
  }
}
