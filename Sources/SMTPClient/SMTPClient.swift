import CCurl

/// Hands one letter to a mail server, in twenty seconds at most.
package enum SMTPClient {
  /// Why the server did not take it.
  package enum Failure: Error, Hashable {
    case cannotBeReached
    case tookTooLong
    /// No TLS where it is needed, or a certificate that does not hold.
    case isNotSafe
    case refusedOurPassword
    /// The server's own answer, 4xx: later perhaps.
    case refusedForNow(Int)
    /// The server's own answer, 5xx: never.
    case refusedForGood(Int)
  }

  private static let milliseconds = 20_000

  /// Hands over a whole message, whose lines end with CR and LF.
  ///
  /// `sender` and `recipient` are addresses without a line's end in them; `greeting` is the name we
  /// call ourselves.
  ///
  /// - Throws: `Failure`, which tells nothing of what was sent.
  package static func send(
    _ message: [UInt8], from sender: String, to recipient: String, through server: SMTPServer,
    greeting: String
  ) throws(Failure) {
    guard isReady, let curl = curl_easy_init() else { throw .cannotBeReached }
    defer { curl_easy_cleanup(curl) }
    let recipients = curl_slist_append(nil, "<\(recipient)>")
    defer { curl_slist_free_all(recipients) }
    let texts = [
      "\(server)/\(greeting)", server.scheme, "<\(sender)>", server.user, server.password,
      server.authorities,
    ]
    let code = withCStrings(texts) { text in
      message.withUnsafeBytes { bytes in
        var letter = curl_letter(
          url: text[0], protocol: text[1], user: text[3], password: text[4], authorities: text[5],
          sender: text[2], recipients: recipients, needs_tls: server.needsTLS ? 1 : 0,
          milliseconds: milliseconds, bytes: bytes.bindMemory(to: CChar.self).baseAddress,
          left: bytes.count)
        return curl_send_letter(curl, &letter)
      }
    }
    guard code != CURLE_OK else { return }
    throw failure(code, answer: curl_status(curl))
  }

  private static func failure(_ code: CURLcode, answer: Int) -> Failure {
    switch code {
    case CURLE_OPERATION_TIMEDOUT: return .tookTooLong
    case CURLE_LOGIN_DENIED: return .refusedOurPassword
    case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION,
      CURLE_SSL_CACERT_BADFILE:
      return .isNotSafe
    case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST: return .cannotBeReached
    default: break
    }
    switch answer {
    // The server wants a password we do not have: the host's to mend, not the letter's fault.
    case 530, 534, 535: return .refusedOurPassword
    case 400..<500: return .refusedForNow(answer)
    case 500..<600: return .refusedForGood(answer)
    default: return .cannotBeReached
    }
  }

  private static let isReady =
    curl_global_init(Int(CURL_GLOBAL_SSL | CURL_GLOBAL_WIN32)) == CURLE_OK

  /// Runs `body` with the texts as C has them, null where there is none.
  private static func withCStrings<Result>(
    _ texts: [String?], _ body: ([UnsafePointer<CChar>?]) -> Result
  ) -> Result {
    var buffer: [CChar] = []
    let starts = texts.map { text -> Int? in
      guard let text else { return nil }
      defer { buffer += text.utf8CString }
      return buffer.count
    }
    return buffer.withUnsafeBufferPointer { bytes in
      body(starts.map { start in start.flatMap { bytes.baseAddress?.advanced(by: $0) } })
    }
  }
}
