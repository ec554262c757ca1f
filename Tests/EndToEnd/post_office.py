"""A mail server on this machine, as obliging or as difficult as a test wants it."""

import asyncio
import email
import email.policy
import logging
import ssl
import threading
import time
import warnings

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from house import free_port, run

# What is wrong on purpose is not worth a line.
logging.getLogger("mail.log").setLevel(logging.CRITICAL)
warnings.filterwarnings("ignore", module="aiosmtpd")

USER, PASSWORD = "samrad@post", "s3cret:%/@word"
QUOTED = "samrad%40post:s3cret%3A%25%2F%40word"


def certificate(folder):
    """A certificate that vouches for itself; the files of it and of its key."""
    names = [str(folder / "post.pem"), str(folder / "post.key")]
    made = run([
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
        "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
        "-out", names[0], "-keyout", names[1]])
    assert made.returncode == 0, made.stderr
    return names


class PostOffice:
    """Takes letters while the block lasts."""

    def __init__(self, port=None, files=None, wants_password=False, host="127.0.0.1"):
        self.port = port or free_port()
        self.messages, self.logins, self.answers, self.answers_to_recipient = [], [], [], []
        self.reached_data, self.go_on = threading.Event(), threading.Event()
        self.go_on.set()
        options = {}
        if files:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*files)
            options |= {"tls_context": context, "require_starttls": True}
        if wants_password:
            options |= {"auth_required": True, "authenticator": self.check}
        if wants_password and not files:
            options["auth_require_tls"] = False
        self.controller = Controller(self, hostname=host, port=self.port, **options)

    def check(self, server, session, envelope, mechanism, data):
        login = (data.login.decode(), data.password.decode())
        self.logins.append(login)
        return AuthResult(success=login == (USER, PASSWORD), handled=False)

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = self.answers_to_recipient.pop(0) if self.answers_to_recipient else None
        if answer:
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.reached_data.set()
        if not self.go_on.is_set():
            while not self.go_on.is_set():
                await asyncio.sleep(0.02)
            return "451 not today"
        if self.answers:
            return self.answers.pop(0)
        message = email.message_from_bytes(envelope.content, policy=email.policy.SMTP)
        message.envelope = (envelope.mail_from, tuple(envelope.rcpt_tos))
        message.is_encrypted = session.ssl is not None
        self.messages.append(message)
        return "250 OK"

    def __enter__(self):
        self.controller.start()
        return self

    def __exit__(self, *_):
        self.go_on.set()
        self.controller.stop()

    def wait(self, count, seconds=20):
        """Until that many letters have come."""
        deadline = time.monotonic() + seconds
        while len(self.messages) < count and time.monotonic() < deadline:
            time.sleep(0.02)
        return self.messages
