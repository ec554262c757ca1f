"""People who sign in with an issuer, programs that come with a token of one, and all who would like
to be taken for them."""

import base64
import json
import os
import re
import secrets
import time
import urllib.parse
from http.client import HTTPConnection

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"  # the provider is on this machine, over http

from house import Answer, Server, free_port  # noqa: E402
from provider import CLIENT, SECRET, Provider  # noqa: E402

PID = "02013299997"
SCOPE = "samrad:politiker.read"
ORGANISATIONS = {"trondheim": "942110464", "baerum": "935478715"}


class Browser:
    """Keeps the cookies of our server, follows nothing by itself."""

    def __init__(self, port):
        self.port, self.cookies = port, {}

    def _send(self, method, path, body=None, **headers):
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(
            method, path, body, {"Accept": "text/html", **{k.replace("_", "-"): v for k, v in headers.items()}})
        response = connection.getresponse()
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        answer = Answer(response)
        connection.close()
        return answer

    def get(self, path):
        return self._send("GET", path)

    def press(self, page, action):
        """Presses the button of the form on a page that leads to an address."""
        html = self.get(page).text
        form = re.search(rf'action="{re.escape(action)}".*?</form>', html, re.S)
        assert form, html
        hidden = dict(re.findall(r'<input type="hidden" name="(_\w+)" value="([^"]*)"', form[0]))
        return self._send(
            "POST", action, urllib.parse.urlencode(hidden),
            Content_Type="application/x-www-form-urlencoded",
            Origin=f"http://127.0.0.1:{self.port}")


def at_the_issuer(address):
    """What the issuer's page does: sends the browser back with a code. Gives the path and query."""
    url = urllib.parse.urlsplit(address)
    connection = HTTPConnection(url.hostname, url.port, timeout=20)
    connection.request("GET", f"{url.path}?{url.query}")
    response = connection.getresponse()
    assert response.status == 302, response.read()
    back = urllib.parse.urlsplit(response.headers["Location"])
    return f"{back.path}?{back.query}"


class Logins:
    def __init__(self, report, instance, provider, port):
        self.report, self.instance, self.provider, self.port = report, instance, provider, port
        self.key = instance.folder / "instance.key"
        self.key.write_bytes(secrets.token_bytes(32))
        self.secret = instance.folder / "client.secret"
        self.secret.write_text(SECRET + "\n")
        for file in (self.key, self.secret):
            file.chmod(0o600)
        self.home = f"http://127.0.0.1:{port}"

    def cli(self, *words):
        done = self.instance.cli(*words, SAMRAD_SECRET_FILE=str(self.key), SAMRAD_PUBLIC_URL=self.home)
        assert done.returncode == 0, (words, done.stderr)
        return done.stdout

    def set_up(self):
        self.instance.migrate()
        self.invitations = {}
        for number, slug in [("5001", "trondheim"), ("3201", "baerum")]:
            added = json.loads(self.cli(
                "tenant", "add", number, "--slug", slug, "--admin", f"admin@{slug}.example",
                "--organisation-number", ORGANISATIONS[slug], "--json"))
            self.invitations[slug] = added["invitation"]["link"].removeprefix(self.home)
            self.add_login(slug)
            self.provider.answers.add(f"{self.home}/{slug}/logg-inn/porten/svar")

    def add_login(self, slug, *words):
        return self.cli(
            "login", "add", slug, "--profile", "oidc", "--name", "porten", "--label", "Porten",
            "--issuer", self.provider.issuer, "--test", "--client-id", CLIENT,
            "--client-secret-file", str(self.secret), *words)

    def words(self):
        return [
            "--listen", f"127.0.0.1:{self.port}", "--public-url", self.home,
            "--secret-file", str(self.key), "--maskinporten-issuer", self.provider.issuer,
            "--maskinporten-scope", SCOPE]

    def browser(self):
        return Browser(self.port)

    def leave(self, browser, slug="trondheim"):
        """From our page to the issuer's; gives the way back."""
        answer = browser.press(f"/{slug}/logg-inn", f"/{slug}/logg-inn/porten")
        address = (answer.headers["Refresh"] or "").removeprefix("0; url=")
        assert answer.status == 200 and address, (answer.status, answer.text)
        return at_the_issuer(address)

    def sign_in(self, slug="trondheim"):
        browser = self.browser()
        return browser, browser.get(self.leave(browser, slug))

    def refused(self, name, answer, status, says):
        self.report.check(
            name, answer.status == status and says in answer.text
            and "samrad=" not in (answer.headers["Set-Cookie"] or ""),
            (answer.status, re.findall(r'role="alert">.*?</div>', answer.text, re.S)))


def check_good_logins(report, logins):
    report.part(f"{logins.instance.name}: people who sign in with an issuer")
    _, stranger = logins.sign_in()
    logins.refused("whoever nobody knows", stranger, 403, "Kommunen har ingen bruker")
    browser, invitation = logins.browser(), logins.invitations["trondheim"]
    logins.provider.claims = {"pid": PID, "sid": "okt-hos-porten"}
    onwards = browser.press(invitation, f"{invitation}/porten")
    address = (onwards.headers["Refresh"] or "").removeprefix("0; url=")
    report.check(
        "an invitation leads to the issuer, by a page of its own",
        onwards.status == 200 and address.startswith(logins.provider.issuer)
        and "form-action 'self'" in onwards.headers["Content-Security-Policy"], onwards.headers)
    answer = browser.get(at_the_issuer(address))
    report.equal("and back in", (answer.status, answer.headers["Location"]), (303, "/trondheim/min-side"))
    report.equal("signed in", browser.get("/trondheim/min-side").status, 200)
    report.equal("the invitation is used", logins.browser().get(invitation).status, 409)
    again, answer = logins.sign_in()
    report.equal("the second time without it", (answer.status, again.get("/trondheim/min-side").status), (303, 200))
    ended = logins.browser().get(
        f"/trondheim/logg-inn/porten/avsluttet?iss={logins.provider.issuer}&sid=okt-hos-porten")
    report.check(
        "the issuer ends both sessions", ended.status == 200
        and "frame-ancestors https:" in ended.headers["Content-Security-Policy"]
        and [b.get("/trondheim/min-side").status for b in (browser, again)] == [303, 303], ended.status)
    browser, _ = logins.sign_in()
    out = browser.press("/trondheim/min-side", "/trondheim/logg-ut")
    farewell = browser.get(out.headers["Location"])
    report.check(
        "signing out here leads to signing out there", out.headers["Location"] == "/trondheim/logg-ut/porten"
        and f"{logins.provider.issuer}/logout?client_id=" in farewell.headers["Refresh"], farewell.headers)


def check_answers_that_do_not_fit(report, logins):
    report.part(f"{logins.instance.name}: answers that do not fit")
    browser = logins.browser()
    way = logins.leave(browser)
    logins.refused("in another browser", logins.browser().get(way), 409, "kjenner ikke igjen")
    report.equal("in the right one", browser.get(way).status, 303)
    logins.refused("a second time", browser.get(way), 409, "kjenner ikke igjen")
    browser = logins.browser()
    way = logins.leave(browser)
    used = logins.sign_in()[0]
    other = urllib.parse.parse_qs(urllib.parse.urlsplit(logins.leave(used)).query)["code"][0]
    logins.refused(
        "another's code", browser.get(re.sub(r"code=[^&]*", f"code={other}", way)), 403, "codeIsRefused")
    browser = logins.browser()
    way = logins.leave(browser)
    logins.refused("with another state", browser.get(re.sub(r"state=.", "state=x", way)), 409, "kjenner ikke igjen")
    logins.refused("at another kommune", browser.get(way.replace("trondheim", "baerum", 1)), 409, "kjenner ikke igjen")
    cookies, browser.cookies = browser.cookies, {}
    logins.refused("without cookies", browser.get(way), 409, "kjenner ikke igjen")
    browser.cookies = {k: v[:-2] + "AA" for k, v in cookies.items()}
    logins.refused("with a cookie somebody changed", browser.get(way), 409, "kjenner ikke igjen")
    browser.cookies = cookies
    denied = f"{way.split('?')[0]}?error=access_denied&state={re.search('state=([^&]*)', way)[1]}"
    logins.refused("called off", browser.get(denied), 409, "avbrutt")
    for name, query in [("nothing at all", ""), ("no state", "?code=a"), ("no code", "?state=a"),
                        ("twice", "?state=a&state=b"), ("nonsense", "?%zz"), ("long", "?code=" + "a" * 5000)]:
        status = browser.get(way.split("?")[0] + query).status
        report.check(name, 400 <= status < 500, status)
    link = browser.get("/trondheim/logg-inn/porten")
    report.equal("a link sends nobody to the issuer", link.headers["Location"], "/trondheim/logg-inn")


def unsigned(claims, algorithm="none"):
    parts = [{"alg": algorithm, "typ": "JWT"}, claims]
    return ".".join(
        base64.urlsafe_b64encode(json.dumps(p).encode()).rstrip(b"=").decode() for p in parts) + "."


def forgeries(provider):
    """Tokens nobody may believe, with the word the refusal names."""
    mine = provider._new_key("first")
    now = int(time.time())
    yield "without a signature", "isSignedInAnotherWay", {}, unsigned
    yield "signed with another key", "signatureIsWrong", {}, lambda c: provider.sign(c, mine)
    yield "with a key that came along", "signatureIsWrong", {}, lambda c: provider.sign(
        c, mine, jwk=mine.as_dict(private=False), jku=f"{provider.issuer}/mine")
    yield "with a key nobody knows", "keyIsUnknown", {}, lambda c: provider.sign(
        c, provider._new_key("another"))
    yield "with an extension", "isSignedInAnotherWay", {}, lambda c: re.sub(
        r"^[^.]*", base64.urlsafe_b64encode(b'{"alg":"RS256","crit":["b64"],"b64":false}').decode().rstrip("="),
        provider.sign(c))
    for name, word, claims in [
            ("for another", "isForSomebodyElse", {"aud": "another"}),
            ("for us and another", "isForSomebodyElse", {"aud": [CLIENT, "another"]}),
            ("from another issuer", "isFromAnotherIssuer", {"iss": provider.issuer + "/"}),
            ("to another question", "answersAnotherQuestion", {"nonce": "another"}),
            ("to no question", "answersAnotherQuestion", {"nonce": None}),
            ("of another access token", "answersAnotherQuestion", {"at_hash": "AAAA"}),
            ("that is over", "isNotOfThisMoment", {"exp": now - 60, "iat": now - 120}),
            ("from a clock that is ahead", "isNotOfThisMoment", {"iat": now + 120, "exp": now + 240}),
            ("that is not valid yet", "isNotOfThisMoment", {"nbf": now + 120}),
            ("without a name", "namesNobody", {"sub": None}),
            ("with an identity number for a name", "namesNobody", {"sub": PID})]:
        yield name, word, claims, None


def check_forged_tokens(report, logins):
    report.part(f"{logins.instance.name}: forged tokens")
    provider, genuine = logins.provider, dict(logins.provider.claims)
    for name, word, claims, forge in list(forgeries(provider)):
        provider.claims, provider.forge = {**genuine, **claims}, forge
        logins.refused(f"a token {name}", logins.sign_in()[1], 403, word)
    provider.claims, provider.forge = genuine, None
    logins.add_login("trondheim", "--acr", "hoy")
    for level in [None, "lav", ["hoy"]]:
        provider.claims = {**genuine, "acr": level}
        logins.refused(f"the level {level}", logins.sign_in()[1], 403, "ikke sikker nok")
    provider.claims = {**genuine, "acr": "hoy"}
    report.equal("the level that was asked for", logins.sign_in()[1].status, 303)
    provider.claims = genuine
    logins.add_login("trondheim")
    report.equal("the genuine one", logins.sign_in()[1].status, 303)


def check_issuers_in_trouble(report, logins):
    report.part(f"{logins.instance.name}: an issuer in trouble")
    provider = logins.provider
    browser = logins.browser()
    way = logins.leave(browser)
    provider.delay = 6
    began = time.monotonic()
    logins.refused("a slow one", browser.get(way), 503, "svarer ikke akkurat nå")
    report.check("is waited for five seconds", 4 < time.monotonic() - began < 6.5, time.monotonic() - began)
    provider.delay = 0
    browser = logins.browser()
    way = logins.leave(browser)
    provider.__exit__()
    answer = browser.get(way)
    logins.refused("one that is down", answer, 503, "svarer ikke akkurat nå")
    report.check("says when to try again", answer.headers["Retry-After"], answer.headers)
    provider.__enter__()
    report.equal("one that is up again", logins.sign_in()[1].status, 303)


def check_people_and_programs(report, logins):
    report.part(f"{logins.instance.name}: people who left, and programs")
    provider = logins.provider
    logins.cli("user", "disable", "trondheim", "--email", "admin@trondheim.example")
    logins.refused("a disabled person", logins.sign_in()[1], 403, "Kommunen har ingen bruker")
    logins.refused("one known in another kommune", logins.sign_in("baerum")[1], 403, "Kommunen har ingen bruker")

    def call(token, slug="trondheim", path="/councils"):
        connection = HTTPConnection("127.0.0.1", logins.port, timeout=20)
        connection.request("GET", f"/{slug}/api/v1{path}", headers={"Authorization": f"Bearer {token}"})
        return Answer(connection.getresponse())

    now = int(time.time())
    good = {
        "iss": provider.issuer, "client_id": "dashbord", "iat": now, "exp": now + 120,
        "scope": f"annet:les {SCOPE}", "jti": "1",
        "consumer": {"authority": "iso6523-actorid-upis", "ID": f"0192:{ORGANISATIONS['trondheim']}"}}
    answer = call(provider.sign(good), path="/account")
    report.equal("a kommune's own program", (answer.status, answer.json.get("roles")), (200, ["politician"]))
    report.equal("reads what is public", call(provider.sign(good)).status, 200)
    for name, token, slug in [
            ("at another kommune", provider.sign(good), "baerum"),
            ("without a signature", unsigned(good), "trondheim"),
            ("signed by another", provider.sign(good, provider._new_key("first")), "trondheim"),
            ("without the scope", provider.sign({**good, "scope": "annet:les"}), "trondheim"),
            ("that is over", provider.sign({**good, "iat": now - 300, "exp": now - 60}), "trondheim"),
            ("for a person", provider.last_token, "trondheim"), ("of nonsense", "ey.ey.ey", "trondheim")]:
        answer = call(token, slug)
        report.equal(f"a token {name}", (answer.status, answer.problem), (401, "token-is-not-valid"))


def check_what_is_left_behind(report, logins, server):
    report.part(f"{logins.instance.name}: what logins leave behind")
    said, kept = server.said(), logins.instance.text()
    report.check("the subject is kept", "kari" in kept, kept[:200])
    for name, secret in [
            ("identity number", PID), ("client's secret", SECRET),
            ("token", logins.provider.last_token), ("the issuer's session", "okt-hos-porten")]:
        report.check(f"no {name} in the database", secret not in kept)
        report.check(f"no {name} in the log", secret not in said)
    report.check(
        "no code, state or subject in the log",
        not re.search(r"code=|state=|nonce|eyJ|sealed1|kari\b", said), said[-500:])
    report.check("no fault of ours", '"status":500' not in said and " 500 " not in said, said[-500:])


def run_logins(report, instance):
    with Provider() as provider:
        logins = Logins(report, instance, provider, free_port())
        logins.set_up()
        with Server(instance, *logins.words()) as server:
            check_good_logins(report, logins)
            check_answers_that_do_not_fit(report, logins)
            check_forged_tokens(report, logins)
            check_issuers_in_trouble(report, logins)
            check_people_and_programs(report, logins)
            check_what_is_left_behind(report, logins, server)
        with Server(instance, *logins.words()):
            report.part(f"{instance.name}: an issuer with new keys, and one with another name")
            browser, _ = logins.sign_in("baerum")
            report.equal("nobody is signed in", browser.get("/baerum/min-side").status, 303)
            provider.change_key("second")
            _, answer = logins.sign_in("baerum")
            logins.refused("with a new key it is believed as before", answer, 403, "Kommunen har ingen bruker")
            provider.metadata = {"issuer": "http://127.0.0.1:1"}
        with Server(instance, *logins.words()):
            answer = logins.browser().press("/baerum/logg-inn", "/baerum/logg-inn/porten")
            logins.refused("an issuer that calls itself another", answer, 503, "satt opp feil")
            provider.metadata = {}
