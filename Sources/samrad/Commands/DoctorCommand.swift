import Gateway
import Web

extension Command {
  static let doctor = Command(
    "doctor",
    options: [
      .database, .publicURL, .secretFile, .smtpURL, .json,
      Option("deep", nil, "walk through every kommune's event log too"),
    ], does: "checks the database, what keeps the kommuner apart, the clock and the set-up"
  ) { arguments in
    let instance = try Instance(arguments)
    try instance.refuseMissingFolder()
    let diagnoses = Doctor(
      Instance.composition, at: instance.location,
      publicURL: arguments["public-url"].map { _ in instance.settings.publicURL },
      hasKey: instance.settings.key != nil, hasMailServer: instance.settings.sendsLetters,
      isDeep: arguments.has("deep")
    ).examine()
    arguments.has("json") ? Output.json(diagnoses) : print(diagnoses)
    let wrong = diagnoses.filter { $0.state == .wrong }.count
    guard wrong == 0 else { throw InstanceRefusal.doctorFoundSomething(wrong) }
  }

  private static func print(_ diagnoses: [Diagnosis]) {
    let words: [Diagnosis.State: String] = [
      .ok: "ok", .wrong: "WRONG", .notSetUp: "not set up", .notChecked: "not checked",
    ]
    for diagnosis in diagnoses {
      let state = words[diagnosis.state] ?? ""
      Output.result("\(padded(state, 12))\(padded(diagnosis.check, 12))\(diagnosis.text)")
      for detail in diagnosis.details { Output.result("  - \(detail)") }
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
