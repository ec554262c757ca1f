import Kernel
import Testing

@Suite struct RefusalTests {
  private enum Reason: Refusal {
    case meetingHasNotEnded
    case bodyIsNotJSON
    case bodyIsNotAForm
    case numberIs(Int)
    case stale

    var kind: RefusalKind { .conflict }
    var text: Text { Text(nb: "nb", nn: "nn", en: "en") }
  }

  @Test func theCodeIsTheCaseInKebabCase() {
    #expect(Reason.meetingHasNotEnded.code == "meeting-has-not-ended")
    #expect(Reason.numberIs(3).code == "number-is")
    #expect(Reason.stale.code == "stale")
  }

  @Test func anAbbreviationIsOneWordOfTheCode() {
    #expect(Reason.bodyIsNotJSON.code == "body-is-not-json")
    #expect(Reason.bodyIsNotAForm.code == "body-is-not-a-form")
  }

  @Test func aRefusalHasNoFieldsUnlessItSaysSo() {
    #expect(Reason.stale.fields.isEmpty)
  }

  @Test func aTextIsReadInTheReadersLanguage() {
    let text = Text(nb: "ikke", nn: "ikkje", en: "not")

    #expect(Language.allCases.map { text[$0] } == ["ikke", "ikkje", "not"])
    #expect(Text(nb: "ikke", nn: "ikkje")[.english] == "ikke")
  }
}
