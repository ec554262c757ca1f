import Testing

@testable import Meetings

/// The few words it knows, and what it leaves alone (R088).
@Suite struct PersonTraceTests {
  @Test(arguments: [
    ("Sønnen min har det ikke bra.", ["person Sønnen min"]),
    ("Dottera mi, Kari Nordmann, går her", ["person Dottera mi"]),
    ("Eleven Kari Nordmann går her", ["person Eleven", "name Kari Nordmann"]),
    ("Hun heter Berit.", ["name Berit"]),
    ("K.N. og K. N. sa det", ["initials K.N", "initials K. N"]),
    ("født 03.04.2012 eller 2012-04-03", ["date 03.04.2012", "date 2012-04-03"]),
    ("Den 3. april 2012 kom", ["date 3. april 2012"]),
    ("På rom nr. 14, leilighet 3", ["room rom nr. 14", "room leilighet 3"]),
    ("Autisme og diabetes", ["health Autisme", "health diabetes"]),
    ("naboen. Naboen! naboen?", ["person naboen", "person Naboen"]),
  ])
  func finds(_ text: String, _ traces: [String]) {
    #expect(PersonTrace.all(in: text).map { "\($0.kind) \($0.words)" } == traces)
  }

  /// What goes on at the unit and around it is a theme (R120).
  @Test(arguments: [
    "", "Skolegården om vinteren", "Elever som trenger hjelp til lekser", "Pårørende på Utsikten",
    "Møtet 15. november kl. 18", "Punkt 7.1.2 i planen", "Klasserommet er for lite",
    "Alle avdelinger i 2026", "Trafikken i nabolaget og naboene til skolen",
    "Mine forslag til møtet", "Rom for alle", "A. Innledning",
  ])
  func leavesThemesOfManyAlone(_ text: String) { #expect(PersonTrace.all(in: text) == []) }
}
