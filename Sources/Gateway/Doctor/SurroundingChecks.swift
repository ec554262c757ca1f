/// What is set up around the instance.
extension Doctor {
  var links: Diagnosis {
    guard let publicURL else {
      return Diagnosis(
        "links", .notSetUp,
        "Invitations lead to this machine alone. Set --public-url to where people reach it.")
    }
    guard publicURL.isSecure || HostName.isLoopback(publicURL.host) else {
      return Diagnosis(
        "links", .wrong,
        "\(publicURL.text) is not encrypted, so passwords can be read on the way. Use https://.")
    }
    return Diagnosis("links", .ok, "Invitations lead to \(publicURL.text).")
  }

  var secret: Diagnosis {
    hasKey
      ? Diagnosis("secret", .ok, "Secrets of other services are sealed with the instance's key.")
      : Diagnosis(
        "secret", .notSetUp, "There is no --secret-file, which signing in elsewhere needs.")
  }

  var mail: Diagnosis {
    hasMailServer
      ? Diagnosis("mail", .ok, "Letters go through a mail server.")
      : Diagnosis("mail", .notSetUp, "No mail is sent. Hand invitations' links over yourself.")
  }
}
