"""An OpenID provider on this machine: Authlib's own authorization server, with the checks of client,
redirect address, PKCE and one-time codes that a real one makes, and a few ways to misbehave."""

import threading
import time
import warnings

import flask
from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.rfc6749 import AuthorizationCodeMixin, ClientMixin
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oidc.core import UserInfo
from authlib.oidc.core.grants import OpenIDCode
from authlib.deprecate import AuthlibDeprecationWarning
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from werkzeug.serving import WSGIRequestHandler, make_server

# Authlib warns of a change to come in its own code.
warnings.simplefilter("ignore", AuthlibDeprecationWarning)

CLIENT, SECRET = "samrad-prove", "kundens_hemmelighet+&=%"


class Client(ClientMixin):
    """One client, which shows its secret in the header as RFC 6749 has it."""

    def __init__(self, answers):
        self.answers = answers

    def get_client_id(self):
        return CLIENT

    def get_default_redirect_uri(self):
        return None

    def get_allowed_scope(self, scope):
        return scope if scope == "openid" else ""

    def check_redirect_uri(self, redirect_uri):
        return redirect_uri in self.answers

    def check_client_secret(self, client_secret):
        return client_secret == SECRET

    def check_endpoint_auth_method(self, method, endpoint):
        return method == "client_secret_basic"

    def check_response_type(self, response_type):
        return response_type == "code"

    def check_grant_type(self, grant_type):
        return grant_type == "authorization_code"


class Code(AuthorizationCodeMixin):
    def __init__(self, **values):
        self.__dict__.update(values)

    def get_redirect_uri(self):
        return self.redirect_uri

    def get_scope(self):
        return self.scope

    def get_nonce(self):
        return self.nonce

    def get_auth_time(self):
        return int(time.time())

    def get_acr(self):
        return None

    def get_amr(self):
        return None


class Person:
    def __init__(self, sub):
        self.sub = sub

    def get_user_id(self):
        return self.sub


class Provider:
    """Serves on a port of its own until the block ends."""

    def __init__(self, port=0):
        self.answers, self.codes, self.nonces = set(), {}, set()
        self.keys = [self._new_key("first")]
        self.signing_key = self.keys[0]
        self.person, self.claims, self.last_token = "kari", {}, None
        self.metadata, self.delay, self.forge = {}, 0, None
        self.asked = []
        self.app = self._app()
        self.port = port

    @staticmethod
    def _new_key(name):
        return RSAKey.generate_key(2048, {"kid": name, "use": "sig", "alg": "RS256"})

    def change_key(self, name):
        self.keys = [self._new_key(name)]
        self.signing_key = self.keys[0]

    @property
    def issuer(self):
        return f"http://127.0.0.1:{self.port}"

    def sign(self, claims, key=None, **header):
        key = key or self.signing_key
        return jwt.encode({"alg": "RS256", "kid": key.kid, **header}, claims, key)

    def __enter__(self):
        class Quiet(WSGIRequestHandler):
            def log(self, *_):
                pass

        self.server = make_server(
            "127.0.0.1", self.port, self.app, threaded=True, request_handler=Quiet)
        self.port = self.server.port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def _app(self):
        provider = self
        app = flask.Flask("provider")
        app.config["OAUTH2_TOKEN_EXPIRES_IN"] = {"authorization_code": 120}

        class Grant(AuthorizationCodeGrant):
            TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic"]

            def save_authorization_code(self, code, request):
                data = request.payload.data
                provider.codes[code] = Code(
                    code=code, redirect_uri=request.payload.redirect_uri, scope="openid",
                    nonce=data.get("nonce"), user=request.user,
                    code_challenge=data.get("code_challenge"),
                    code_challenge_method=data.get("code_challenge_method"))

            def query_authorization_code(self, code, client):
                return provider.codes.get(code)

            def delete_authorization_code(self, authorization_code):
                provider.codes.pop(authorization_code.code, None)

            def authenticate_user(self, authorization_code):
                return authorization_code.user

        class OpenID(OpenIDCode):
            def exists_nonce(self, nonce, request):
                is_known = nonce in provider.nonces
                provider.nonces.add(nonce)
                return is_known

            def get_jwt_config(self, grant, client=None):
                return {"key": provider.keys[0], "alg": "RS256", "iss": provider.issuer, "exp": 120}

            def generate_user_info(self, user, scope):
                return UserInfo(sub=user.sub)

            def process_token(self, grant, response):
                super().process_token(grant, response)
                provider._say_otherwise(response[1])

        server = AuthorizationServer(
            app, query_client=lambda name: Client(self.answers) if name == CLIENT else None,
            save_token=lambda token, request: None)
        server.register_grant(Grant, [OpenID(require_nonce=True), CodeChallenge(required=True)])

        @app.before_request
        def note():
            self.asked.append(flask.request.path)
            time.sleep(self.delay)

        @app.get("/.well-known/openid-configuration")
        @app.get("/.well-known/oauth-authorization-server")
        def describe():
            at = self.issuer
            return {
                "issuer": at, "authorization_endpoint": f"{at}/authorize",
                "token_endpoint": f"{at}/token", "jwks_uri": f"{at}/keys",
                "end_session_endpoint": f"{at}/logout", **self.metadata}

        @app.get("/keys")
        def keys():
            return KeySet(self.keys).as_dict(private=False)

        @app.get("/authorize")
        def authorize():
            return server.create_authorization_response(grant_user=Person(self.person))

        @app.post("/token")
        def token():
            return server.create_token_response()

        return app

    def _say_otherwise(self, token):
        """The identity token once more, with what a test wants said otherwise."""
        genuine = jwt.decode(token["id_token"], self.keys[0]).claims
        claims = {k: v for k, v in {**genuine, **self.claims}.items() if v is not None}
        self.last_token = self.forge(claims) if self.forge else self.sign(claims)
        token["id_token"] = self.last_token
