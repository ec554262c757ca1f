-- The two roles of an instance, and what neither may do. A superuser runs this once in the
-- instance's own database, before the first `samrad migrate`:
--
--   createdb --encoding=UTF8 --template=template0 samrad
--   psql -X -d samrad -v ON_ERROR_STOP=1 -v owner_password=... -v app_password=... -f roles.sql
--
-- Both passwords may be left out: they stay as they are. Running it again does no harm and
-- mends what has drifted; do so after an upgrade of the server and after restoring a dump, and
-- then ask `samrad doctor`, which names what no script can mend.

\set ON_ERROR_STOP on
SET client_min_messages = warning;

BEGIN;

-- The owner migrates. It is an ordinary role: FORCE ROW LEVEL SECURITY binds it too, and a
-- function that runs as its owner can't see past a policy.
-- The app serves. It owns nothing (an owner can switch row-level security off) and is a member
-- of nothing (a member can SET ROLE).
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'samrad_owner') THEN
    CREATE ROLE samrad_owner;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'samrad_app') THEN
    CREATE ROLE samrad_app;
  END IF;
END $$;

ALTER ROLE samrad_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
ALTER ROLE samrad_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION NOINHERIT;

-- A membership that somebody granted later "just to look something up" ends here.
DO $$
DECLARE
  held name;
BEGIN
  FOR held IN
    SELECT pg_get_userbyid(roleid) FROM pg_auth_members WHERE member = 'samrad_app'::regrole
  LOOP
    EXECUTE format('REVOKE %I FROM samrad_app', held);
  END LOOP;
END $$;

\if :{?owner_password}
ALTER ROLE samrad_owner PASSWORD :'owner_password';
\endif
\if :{?app_password}
ALTER ROLE samrad_app PASSWORD :'app_password';
\endif

-- Nobody else who has an account on this server gets in, and nobody makes things that outlive
-- or shadow ours: a temporary table or function is found before the real one.
REVOKE ALL ON DATABASE :"DBNAME" FROM PUBLIC, samrad_app;
GRANT CONNECT ON DATABASE :"DBNAME" TO samrad_owner, samrad_app;
REVOKE ALL ON SCHEMA public FROM PUBLIC, samrad_app;

-- samrad: what belongs to one kommune, row-level security on every table.
-- catalog: what belongs to the instance, the list of kommuner and nothing of theirs.
CREATE SCHEMA IF NOT EXISTS samrad AUTHORIZATION samrad_owner;
CREATE SCHEMA IF NOT EXISTS catalog AUTHORIZATION samrad_owner;
ALTER SCHEMA samrad OWNER TO samrad_owner;
ALTER SCHEMA catalog OWNER TO samrad_owner;
REVOKE ALL ON SCHEMA samrad, catalog FROM PUBLIC, samrad_app;
-- Enough to name a table. What may be done to it, the migration that makes it grants.
GRANT USAGE ON SCHEMA samrad, catalog TO samrad_app;

-- The tenant is a setting of the transaction, and set_config() can be called from inside any
-- expression: with it, one injected WHERE clause could become another kommune. Without it only
-- the statement SET LOCAL can, and a query can't hide a second statement. (UPDATE pg_settings is
-- closed by the same line, as it calls set_config(); query_to_xml() refuses SET by itself.)
REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC, samrad_app;

-- What somebody set for a role "just for a moment", such as app.tenant or row_security, ends here.
ALTER ROLE samrad_owner RESET ALL;
ALTER ROLE samrad_app RESET ALL;
ALTER ROLE samrad_owner IN DATABASE :"DBNAME" RESET ALL;
ALTER ROLE samrad_app IN DATABASE :"DBNAME" RESET ALL;

-- Names mean our tables, whoever connects and however.
ALTER ROLE samrad_owner SET search_path = samrad, catalog;
ALTER ROLE samrad_app SET search_path = samrad, catalog;

-- A request gets 30 seconds in all; a single query that takes 5 is a fault, and one refusal is
-- better than a queue behind it.
ALTER ROLE samrad_app SET statement_timeout = '5s';
-- Whoever waits longer for a row or for a migration is told to try again.
ALTER ROLE samrad_app SET lock_timeout = '2s';
-- A worker that died between two statements must not keep its locks.
ALTER ROLE samrad_app SET idle_in_transaction_session_timeout = '10s';

COMMIT;
