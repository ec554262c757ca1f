"""What schemathesis does not know by itself; see fuzz.toml."""

import urllib.parse

import schemathesis
from hypothesis import strategies
from schemathesis.core import NOT_SET

# A list goes on behind a record: its id, and what the list is sorted by.
SORTED_BY = strategies.one_of(
    strategies.text(strategies.characters(categories=["L", "M", "N", "P", "S", "Zs"]), max_size=20),
    strategies.integers().map(str),
    strategies.dates().map(str))

schemathesis.openapi.format("cursor", strategies.builds(
    lambda record, key: f"{record}{urllib.parse.quote(key, safe='')}", strategies.uuids(), SORTED_BY))


@schemathesis.hook
def before_call(context, case, kwargs):
    """Where it tries GET at an address that only takes POST, it leaves the body of the POST on.

    A GET with a body is refused before anybody looks at the address.
    """
    if case.method == "GET":
        case.body = NOT_SET
