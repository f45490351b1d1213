import { Client } from 'pg'
import { grantKeyStoreRights } from '../../../../adapters/stores/keystore/postgres/grant-key-store-rights'
import { createRoles } from '../../../fixtures/postgres/databases-for-service'
import { urlForRole } from '../../../fixtures/postgres/run-statements'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

/** Functions that note whose rights they run with, and that make the role of the session a superuser if they can. */
const takeOver = `
  CREATE TEMPORARY TABLE runs ("by" text);
  GRANT INSERT ON runs TO PUBLIC;
  CREATE FUNCTION pg_temp.take_over() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO pg_temp.runs VALUES (current_user);
    EXECUTE format('ALTER ROLE %I SUPERUSER', session_user);
    RETURN true;
  EXCEPTION WHEN insufficient_privilege THEN
    INSERT INTO pg_temp.runs VALUES (current_user);
    RETURN true;
  END $$;
  CREATE FUNCTION pg_temp.on_row() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    PERFORM pg_temp.take_over();
    RETURN NEW;
  END $$;
`

withPostgres((server) => {
  describe('the role that the service uses for keys', () => {
    it.each([
      [
        'a trigger',
        'CREATE TRIGGER mine BEFORE INSERT ON keystore.keys FOR EACH ROW EXECUTE FUNCTION pg_temp.on_row()',
      ],
      ['a rule', 'CREATE RULE mine AS ON INSERT TO keystore.keys DO ALSO SELECT pg_temp.take_over()'],
      ['a check', 'ALTER TABLE keystore.keys ADD CONSTRAINT mine CHECK (pg_temp.take_over())'],
    ])('gains nothing by %s on the table of keys: it never runs with other rights', async (_what, statement) => {
      const superuser = await server().createDatabase()
      const roles = await createRoles(superuser)
      rightOrThrow(await grantKeyStoreRights(roles)(superuser)())
      const session = new Client({ connectionString: urlForRole(roles.service)(superuser) })
      await session.connect()
      await session.query(takeOver)
      await session.query("INSERT INTO keystore.keys VALUES (gen_random_uuid(), 1, 1, 1, NULL, '')")
      await session.query(statement)
      await session.query('SELECT keystore.split(lower, upper) FROM keystore.partitions').catch(() => undefined)
      await session.query('SELECT keystore.make_halves(lower, upper) FROM keystore.partitions').catch(() => undefined)
      const { rows } = await session.query('SELECT DISTINCT "by" FROM pg_temp.runs')
      expect(rows).toEqual([{ by: roles.service }])
      await session.end()
      const isSuperuser = `SELECT rolsuper FROM pg_roles WHERE rolname = '${roles.service}'`
      expect(await server().runStatements(superuser, isSuperuser)).toEqual([{ rolsuper: false }])
    })
  })
})
