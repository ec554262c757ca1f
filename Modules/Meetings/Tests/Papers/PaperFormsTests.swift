import TestKit
import Testing
import Web

@testable import Meetings

/// Papers as browsers and programs send them.
@Suite struct PaperFormsTests {
  @Test("A form is sent once, however often it is pressed", arguments: Engine.available)
  func isSentOnce(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let item = try year.addItem()
    let client = try year.client(year.leader)
    let action = "/moter/\(year.meeting.id)/saker/\(item.id)/vedlegg"
    var fields = hidden(client.page("/moter/\(year.meeting.id)").text, action)
    fields["concernsNoSinglePerson"] = "true"
    for boundary in ["abc", "abcd"] {
      let answer = client.submit(
        action, fields, fileName: "Møteplan.pdf", SampleFile.pdf(), boundary: boundary)
      #expect(answer.status == 303, "\(answer.text)")
    }
    let count: Int? = try year.kommune.value("SELECT count(*) FROM meetings_paper")
    #expect(count == 1)
    #expect(client.page("/moter/\(year.meeting.id)").text.contains("Møteplan.pdf</a>"))
    let other = client.submit(action, fields, fileName: "B.pdf", SampleFile.pdf())
    #expect(other.status == 422)
  }

  @Test("A refused file is explained beside its field", arguments: Engine.available)
  func isExplained(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let item = try year.addItem()
    let client = try year.client(year.leader)
    let action = "/moter/\(year.meeting.id)/saker/\(item.id)/vedlegg"
    var fields = hidden(client.page("/moter/\(year.meeting.id)").text, action)
    let unread = client.submit(action, fields, fileName: "a.pdf", SampleFile.pdf())
    #expect(unread.status == 422)
    #expect(unread.text.contains("Vedlegget sier ikke noe om enkeltpersoner."))
    fields["concernsNoSinglePerson"] = "true"
    let answer = client.submit(action, fields, fileName: "a.pdf", Array("<html>".utf8))
    #expect(answer.status == 422)
    #expect(answer.text.contains("Vi tar imot PDF, PNG, JPEG og ren tekst."))
    #expect(client.submit(action, fields, fileName: "", []).text.contains("Velg en fil."))
    fields["_token"] = "x"
    #expect(client.submit(action, fields, fileName: "a.pdf", SampleFile.pdf()).status == 403)
    #expect(client.submit(action, "a=b").status == 400)
  }

  @Test("A program sends the file as it is", arguments: Engine.available)
  func isSentByPrograms(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let item = try year.addItem()
    let client = try year.client(year.leader)
    let path = "/meetings/\(year.meeting.id)/agenda/\(item.id)/papers"
    let name = percentEncoded("Møteplan.pdf")
    let answer = client.upload(
      "\(path)?name=\(name)&concernsNoSinglePerson=true", SampleFile.pdf(),
      headers: ["Idempotency-Key": "key-12345678"])
    #expect(answer.status == 201, "\(answer.text)")
    #expect(answer.json("name") == "Møteplan.pdf")
    #expect(answer.json("kind") == "pdf")
    let again = client.upload(
      "\(path)?name=\(name)&concernsNoSinglePerson=true", SampleFile.pdf(),
      headers: ["Idempotency-Key": "key-12345678"])
    #expect(again.body == answer.body)
    let location = answer.headers["Location"] ?? ""
    #expect(location.hasSuffix("\(path)/\(answer.json("id") ?? "")"))
    let nothing = client.upload("\(path)?concernsNoSinglePerson=true", [])
    #expect(nothing.status == 422)
    let removed = client.api(.delete, "\(path)/\(answer.json("id") ?? "")")
    #expect(removed.status == 200)
  }

  private func hidden(_ page: String, _ action: String) -> [String: String] {
    let form = page.split(separator: "<form ").first { $0.contains("\(action)\">\n") } ?? ""
    #expect(form.contains("enctype=\"multipart/form-data\""))
    var fields: [String: String] = [:]
    for field in form.split(separator: "<input type=\"hidden\" name=\"").dropFirst() {
      let parts = field.split(separator: "\"", omittingEmptySubsequences: false)
      fields[String(parts[0])] = String(parts[2])
    }
    return fields
  }
}
