"""Every wrong request, to the API, to the forms, and past both with raw SQL."""

import datetime
import urllib.parse

from house import Client, Server

PASSWORD = "en lang setning 4711"


def seat(group, who, deputy=None, leader=False):
    proposal = {"group": group, "name": who.title(), "email": f"{who}@stavanger.example"}
    if deputy:
        proposal |= {"deputyName": deputy.title(), "deputyEmail": f"{deputy}@stavanger.example"}
    return proposal | ({"leader": True} if leader else {})


FOUR_PUPILS = [
    seat("forelder", "per", "pia", leader=True),
    *[seat("elev", f"elev{n}", f"vara{n}") for n in range(4)], seat("ansatt", "ane")]


class People:
    """Those of the walk, signed in."""

    def __init__(self, server, walk):
        names = [k.split(".")[1] for k in walk.variables if k.startswith("token.")]
        self.ids = {name: walk.variables[f"person.{name}"] for name in names}
        self.nobody = Client(server.port, "stavanger")
        for name in names:
            setattr(self, name, Client(server.port, "stavanger", walk.variables[f"token.{name}"]))

    def by_browser(self, server, name):
        client = Client(server.port, "stavanger")
        return client.sign_in_by_form(f"{name}@stavanger.example", PASSWORD)


class Requests:
    def __init__(self, report, instance):
        self.report, self.instance = report, instance

    def expect(self, name, problem, send):
        """Sends what must be refused with this problem, and looks whether anything changed."""
        digest = self.instance.digest()
        answer = send()
        self.report.equal(name, answer.problem, problem)
        self.report.check(
            f"{name}: a sentence", len(answer.json["title"]) > 15 and 400 <= answer.status < 500,
            answer.text)
        self.report.check(f"{name}: nothing changed", self.instance.digest() == digest)

    def expect_form(self, name, says, send):
        digest = self.instance.digest()
        answer = send()
        self.report.check(
            name, 400 <= answer.status < 500 and says in answer.text
            and "<html" in answer.text, f"{answer.status} {answer.text.partition('<main')[2]}")
        self.report.check(f"{name}: nothing changed", self.instance.digest() == digest)


def refuse_councils(no, people, browser, unit):
    today = datetime.date.today().isoformat()
    council = {"unit": unit, "termStart": today, "name": "Et annet råd", "seats": FOUR_PUPILS}
    no.expect(
        "four pupils and one parent", "composition-breaks-the-rule",
        lambda: people.siv.post("/councils", council))
    title = people.siv.post("/councils", council).json["title"]
    no.report.check("it says which", "2" in title and "forelder" in title, title)
    no.expect(
        "a council by somebody else", "you-may-not-do-this",
        lambda: people.anne.post("/councils", council))
    no.expect("a council by nobody", "you-must-sign-in",
              lambda: people.nobody.post("/councils", council))
    fields = {"termStart": today, "name": "Et annet råd", "legalBasis": "local_decision"}
    for number, proposal in enumerate(FOUR_PUPILS):
        proposal = {k: ("1" if v is True else v) for k, v in proposal.items()}
        fields |= {f"seats.{number}.{key}": value for key, value in proposal.items()}
    page = f"/nytt-rad/{unit}/trondheim-skole"
    no.expect_form(
        "four pupils and one parent in the form", "Det skal være 2 i gruppen",
        lambda: browser.form(page, fields, page))
    no.expect_form(
        "a form from another site", "annet nettsted",
        lambda: browser.form(page, fields))


def hold_meeting(report, people, walk):
    """A second meeting, with a ballot open, where Elin herself is there."""
    council = walk.variables["council"]
    soon = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=30)
    meeting = people.anne.post(
        f"/councils/{council}/meetings",
        {"startsAt": soon.strftime("%Y-%m-%dT16:00:00Z"), "place": "Kantina"}).json["id"]
    item = people.lars.post(
        f"/meetings/{meeting}/agenda",
        {"title": "Sykkelstativ", "kind": "proposal", "concernsNoSinglePerson": True}).json["id"]

    def act(who, path, body=None, has_version=True):
        version = people.anne.get(f"/meetings/{meeting}").json["version"] if has_version else None
        answer = who.post(f"/meetings/{meeting}{path}", body or {}, version)
        report.check(f"{path} of the second meeting", answer.status in (200, 201), answer.text)
        return answer

    act(people.rune, "/agenda/approvals")
    act(people.anne, "/agenda/approvals")
    act(people.anne, "/opening")
    there = ["anne", "bjorn", "cato", "elin", "rune"]
    act(people.anne, "/attendance", {"present": [people.ids[name] for name in there]})
    motion = {"item": item, "motion": "Brukerrådet ber om sykkelstativ."}
    ballot = act(people.anne, "/ballots", motion, has_version=False).json["id"]
    return meeting, ballot, there, act


def refuse_votes(no, people, ballot):
    path, yes = f"/ballots/{ballot}/votes", {"choice": "yes"}
    no.expect("a vote by the unit leader", "only-user-representatives-vote",
              lambda: people.rune.post(path, yes))
    no.expect("a vote by the staff", "only-user-representatives-vote",
              lambda: people.lars.post(path, yes))
    no.expect("a vote by a member who is away", "you-are-not-there",
              lambda: people.dina.post(path, yes))
    no.expect("a vote by a deputy whose member is there", "you-are-not-there",
              lambda: people.emil.post(path, yes))
    no.expect("a vote by nobody", "you-must-sign-in", lambda: people.nobody.post(path, yes))
    no.expect("a vote for maybe", "invalid-input",
              lambda: people.bjorn.post(path, {"choice": "maybe"}))
    no.report.equal("a vote", people.bjorn.post(path, yes).status, 200)
    no.expect("a second vote", "you-have-voted-already",
              lambda: people.bjorn.post(path, {"choice": "no"}))
    for who in [people.anne, people.elin]:
        no.report.equal("a vote", who.post(path, yes).status, 200)


def refuse_minutes(no, people, meeting, act, there):
    text = {"body": "Kort møte.", "concernsNoSinglePerson": True}
    no.expect("minutes nobody has read through", "minutes-may-concern-a-single-person",
              lambda: people.siv.api("PUT", f"/meetings/{meeting}/minutes", {"body": "Kort."}))
    answer = people.siv.api("PUT", f"/meetings/{meeting}/minutes", text)
    no.report.equal("minutes", answer.status, 200)
    no.report.equal("their ETag", answer.headers["ETag"], '"1"')
    path = f"/meetings/{meeting}/minutes/approvals"
    no.expect("minutes that are not circulated", "minutes-are-not-circulated",
              lambda: people.anne.post(path, {}, 1))
    circulated = people.siv.post(f"/meetings/{meeting}/minutes/circulation", {}, 1)
    no.report.equal("circulated", circulated.status, 200)
    for name in ["lars", "dina", "emil", "siv"]:
        no.expect(f"minutes approved by {name}, who was not there", "you-were-not-there",
                  lambda: getattr(people, name).post(path, {}, 1))
    no.expect("no version", "name-the-version-you-read", lambda: people.anne.post(path, {}))
    no.expect("another version", "record-has-changed", lambda: people.anne.post(path, {}, 7))
    no.expect("publication before that", "minutes-are-not-approved",
              lambda: people.siv.post(f"/meetings/{meeting}/minutes/publication"))
    for name in there:
        no.report.equal("approved", getattr(people, name).post(path, {}, 1).status, 200)
    no.expect("new minutes after that", "minutes-are-approved",
              lambda: people.siv.api("PUT", f"/meetings/{meeting}/minutes", text, 1))


def refuse_answers(no, people, browser, resolution, rune):
    path = f"/resolutions/{resolution}/answer"
    for outcome in ["not_followed", "partly_followed"]:
        for reasons in [None, "", "   ", "nei"]:
            body = {"outcome": outcome} | ({} if reasons is None else {"reasons": reasons})
            no.expect(f"{outcome} with {reasons!r}", "give-reasons",
                      lambda: people.rune.post(path, body | {"weightyReason": "law"}))
            no.expect_form(
                f"{outcome} with {reasons!r} in the form", "skal det begrunnes",
                lambda: browser.form(
                    f"/vedtak/{resolution}/svar", {"outcome": outcome, "reasons": reasons or ""},
                    f"/vedtak/{resolution}"))
    no.expect("reasons that are not weighty", "choose-a-weighty-reason",
              lambda: people.rune.post(
                  path, {"outcome": "not_followed", "reasons": "Vi har ikke lyst til det."}))
    no.expect("an answer by the council's leader", "you-may-not-do-this",
              lambda: people.anne.post(path, {"outcome": "followed"}))

    def by_sql(outcome, reasons, weighty):
        return no.instance.kommune_sql(
            "INSERT INTO meetings_answer (resolution_id, outcome, reasons, weighty_reason,"
            f" answered_by, answered_at) VALUES ('{resolution}', '{outcome}', {reasons}, {weighty},"
            f" '{rune}', 1)")

    digest = no.instance.digest()
    for name, values in {
        "no reasons": ("not_followed", "NULL", "'law'"), "blank": ("partly_followed", "'   '", "NULL"),
        "not weighty": ("not_followed", "'Vi har ikke lyst.'", "NULL"),
    }.items():
        done = by_sql(*values)
        no.report.check(
            f"raw SQL with {name}", done.returncode != 0
            and ("reasons_are_given_when_not_followed" in done.stderr
                 or "weighty_reason_when_not_followed" in done.stderr), done)
    no.report.check("raw SQL changed nothing", no.instance.digest() == digest)
    done = by_sql("not_followed", "'Forskriften sier noe annet.'", "'law'")
    no.report.check("raw SQL with reasons is let through, so it was the reasons",
                    done.returncode == 0, done)
    no.expect("a second answer", "resolution-is-answered",
              lambda: people.rune.post(path, {"outcome": "followed"}))
    for text in ["UPDATE meetings_answer SET reasons = 'Noe helt annet nå'",
                 "DELETE FROM meetings_answer", "DELETE FROM meetings_resolution"]:
        no.report.check(f"raw SQL: {text}", no.instance.kommune_sql(text).returncode != 0)


def refuse_odd_bodies(no, people, council):
    path = f"/councils/{council}/meetings"
    send = people.anne.send
    to = f"/stavanger/api/v1{path}"
    json_type = {"Content_Type": "application/json"}
    no.expect("no JSON", "body-is-not-json", lambda: send("POST", to, "{", **json_type))
    no.expect("JSON of another kind", "body-is-not-json", lambda: send("POST", to, "[]", **json_type))
    no.expect("a form to the API", "content-type-is-unknown",
              lambda: send("POST", to, "a=b", Content_Type="application/x-www-form-urlencoded"))
    no.expect("an unknown field", "invalid-input",
              lambda: people.anne.post(path, {"startsAt": "2099-01-01T12:00:00Z", "plaec": "x"}))
    no.expect("a meeting in the past", "meeting-would-be-in-the-past",
              lambda: people.anne.post(path, {"startsAt": "2001-01-01T12:00:00Z", "place": "Her"}))
    no.expect("a token nobody has", "token-is-not-valid",
              lambda: Client(people.nobody.port, "stavanger", "sks_" + "0" * 64).post(path, {}))
    no.expect("another kommune", "there-is-no-such-record",
              lambda: Client(people.nobody.port, "atlantis").get("/councils"))


def check_repeats(no, people, council):
    """The same call with the same key does its work once."""
    body = {"startsAt": "2099-01-01T12:00:00Z", "place": "Aulaen"}
    path, key = f"/councils/{council}/meetings", {"Idempotency_Key": "plan-2099-01-01"}
    first = people.anne.post(path, body, **key)
    digest = no.instance.digest()
    second = people.anne.post(path, body, **key)
    no.report.equal("the same key, the same answer", (second.status, second.text), (201, first.text))
    no.report.equal("the same place", second.headers["Location"], first.headers["Location"])
    no.report.equal("Location leads there", people.anne.send(
        "GET", first.headers["Location"]).json["id"], first.json["id"])
    no.report.check("nothing changed", no.instance.digest() == digest)
    no.expect("the same key for something else", "idempotency-key-was-used-for-something-else",
              lambda: people.anne.post(path, body | {"place": "Kantina"}, **key))


def check_guide(report, people, server, meeting):
    """What docs/api.md says and no other part of the walk holds."""
    names, query = [], ""
    while True:
        page = people.nobody.get(f"/units?limit=1{query}").json
        names += [unit["name"] for unit in page["data"]]
        if page["next"] is None:
            break
        query = "&cursor=" + urllib.parse.quote(page["next"], safe="")
    report.equal("a list, page by page", names, sorted(names))
    report.equal("the whole of it", len(names), 3)
    report.equal("too many at once", people.nobody.get("/units?limit=101").status, 422)
    wrong = people.nobody.api("DELETE", "/units")
    report.equal("another method", (wrong.status, wrong.headers["Allow"]), (405, "GET, HEAD"))
    norwegian = people.nobody.api("POST", "/councils", {}, Accept_Language="nn-NO")
    report.check("in nynorsk", norwegian.json["title"].startswith("Du må logge inn for å gjere"), norwegian.text)
    report.check(
        "the id of a request", norwegian.json["instance"].endswith(
            norwegian.headers["X-Request-Id"]), norwegian.text)
    signed_in = people.nobody.post(
        "/sessions", {"email": "bjorn@stavanger.example", "password": PASSWORD})
    bjorn = Client(server.port, "stavanger", signed_in.json["token"])
    report.equal("a session", bjorn.get("/account").json["name"], "Bjørn Eksempel")
    bjorn.api("DELETE", "/sessions")
    report.equal("that has ended", bjorn.get("/units").problem, "token-is-not-valid")
    vote = people.anne.post(f"/ballots/{'0' * 8}-0000-7000-8000-{'0' * 12}/closing", {}, 1)
    report.equal("a version where none is taken is passed over", vote.status, 404)
    item = {"title": "KID 15112612345 er feil", "kind": "discussion", "concernsNoSinglePerson": True}
    agenda = f"/meetings/{meeting}/agenda"
    asked = people.anne.post(agenda, item)
    report.equal(
        "what looks like an identity number", [e["field"] for e in asked.json["errors"]],
        ["title", "notAnIdentityNumber"])
    confirmed = people.anne.post(agenda, item | {"notAnIdentityNumber": True})
    report.equal("what is confirmed to be none", confirmed.problem, "agenda-is-set")
    number = "02813290025"  # nobody's: a test number
    refused = people.anne.post(agenda, item | {"title": f"Om {number}", "notAnIdentityNumber": True})
    report.equal("an identity number", [e["field"] for e in refused.json["errors"]], ["title"])
    people.nobody.get(f"/units/{number[:6]}%20{number[6:]}?serviceArea={number}")
    report.check(
        "no answer and no line of the log holds it",
        number not in refused.text and number[6:] not in server.said(), server.said())
    log = [line for line in server.said().splitlines() if '"path":"/stavanger/api/v1/units"' in line]
    report.check("the log has no queries", log and "limit" not in server.said(), log)


def run_bad_requests(report, instance, walk):
    report.part(f"{instance.name}: wrong requests")
    no = Requests(report, instance)
    with Server(instance) as server:
        people = People(server, walk)
        refuse_councils(no, people, people.by_browser(server, "siv"), walk.variables["unit"])
        meeting, ballot, there, act = hold_meeting(report, people, walk)
        refuse_votes(no, people, ballot)
        closing = f"/ballots/{ballot}/closing"
        no.expect("a count before everybody has voted", "not-everybody-has-voted",
                  lambda: people.anne.post(closing, {}))
        resolution = people.anne.post(closing, {"confirmMissing": True}).json["resolution"]
        report.equal("the next number in the protocol", resolution["number"], 2)
        act(people.anne, "/ending")
        refuse_minutes(no, people, meeting, act, there)
        refuse_answers(
            no, people, people.by_browser(server, "rune"), resolution["id"], people.ids["rune"])
        refuse_odd_bodies(no, people, walk.variables["council"])
        check_repeats(no, people, walk.variables["council"])
        check_guide(report, people, server, meeting)
