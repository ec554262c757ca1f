/// The written languages of the platform.
///
/// Pages come in bokmål and nynorsk, the API in English too.
package enum Language: String, CaseIterable, Sendable {
  case bokmål = "nb"
  case nynorsk = "nn"
  case english = "en"
}
