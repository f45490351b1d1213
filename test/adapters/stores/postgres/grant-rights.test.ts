import { randomUUID } from 'node:crypto'
import { grantCoordinationRights } from '../../../../adapters/processes/coordination/postgres/grant-coordination'
import { openPostgresCoordination } from '../../../../adapters/processes/coordination/postgres/open-postgres-coordination'
import { machineClock } from '../../../../adapters/system/clock/machine-clock'
import { grantLogRights } from '../../../../adapters/stores/eventstore/postgres/grant-log-rights'
import { openPostgresLog } from '../../../../adapters/stores/eventstore/postgres/open-postgres-log'
import { rewriteLog } from '../../../../adapters/stores/eventstore/postgres/rewrite-log'
import { grantKeyStoreRights } from '../../../../adapters/stores/keystore/postgres/grant-key-store-rights'
import { openPostgresKeyStore } from '../../../../adapters/stores/keystore/postgres/open-postgres-key-store'
import { appendOrThrow, newStream, newEvents, readWholeLog } from '../../../contract/event-store/event-store-steps'
import { createRoles } from '../../../fixtures/postgres/databases-for-service'
import { urlForRole } from '../../../fixtures/postgres/run-statements'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const library = randomUUID()

withPostgres((server) => {
  let owner: string
  let service: string
  let auditor: string
  beforeAll(async () => {
    owner = await server().createDatabase()
    const roles = await createRoles(owner)
    for (const grant of [grantLogRights, grantKeyStoreRights, grantCoordinationRights])
      rightOrThrow(await grant(roles)(owner)())
    ;[service, auditor] = [urlForRole(roles.service)(owner), urlForRole(roles.auditor)(owner)]
  })
  const insufficientPrivilege = { code: '42501' }

  describe('the role that the service uses', () => {
    it('appends to, reads and rewrites a log', async () => {
      const store = rightOrThrow(await openPostgresLog(service)())
      const appended = newEvents(2)
      await appendOrThrow(store, newStream(), 'none', appended)
      rightOrThrow(await rewriteLog(service)())
      expect((await readWholeLog(store)).slice(-2).map(({ id }) => id)).toEqual(appended.map(({ id }) => id))
      await store.close()
    })

    it.each([
      ["UPDATE log.events SET open = '{}'"],
      ['DELETE FROM log.events'],
      ['TRUNCATE log.events'],
      ["INSERT INTO log.events VALUES (99, 'x', 0, gen_random_uuid(), 'x', 1, 'x', '{}', '')"],
      ['ALTER TABLE log.events ADD COLUMN made timestamptz DEFAULT now()'],
      ['DROP TABLE log.events'],
      ['CREATE TABLE log.mine ()'],
      ['CREATE TRIGGER mine BEFORE INSERT ON log.events EXECUTE FUNCTION suppress_redundant_updates_trigger()'],
      ['DROP SCHEMA log CASCADE'],
      ['BEGIN; LOCK TABLE log.turn IN EXCLUSIVE MODE'],
    ])('may not %s', async (statement) => {
      await expect(server().runStatements(service, statement)).rejects.toMatchObject(insufficientPrivilege)
    })

    it('is no superuser, and makes no roles', async () => {
      const roleRights = 'SELECT rolsuper, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user'
      expect(await server().runStatements(service, roleRights)).toEqual([
        { rolsuper: false, rolcreaterole: false, rolcreatedb: false },
      ])
    })

    it('keeps, sweeps and rewrites keys', async () => {
      const store = rightOrThrow(await openPostgresKeyStore(library)(service)())
      rightOrThrow(await store.fence([], randomUUID() as never)())
      rightOrThrow(await store.checkpointTruncate())
      rightOrThrow(await store.rewrite())
      expect(rightOrThrow(await store.count())).toEqual({ living: 0, fenced: 0 })
      await store.close()
    })

    it('takes leases and moves checkpoints', async () => {
      const { leases, close } = rightOrThrow(await openPostgresCoordination(machineClock)(service)())
      const lease = rightOrThrow(await leases(1000).acquire('closing')())
      expect(lease).toMatchObject({ _tag: 'Some' })
      await expect(server().runStatements(service, 'DELETE FROM coordination.leases')).rejects.toMatchObject(
        insufficientPrivilege,
      )
      await close()
    })
  })

  describe('a role without rights', () => {
    it('cannot connect to the database, and so sees none of its locks', async () => {
      const { service: another } = await createRoles(owner)
      await expect(server().runStatements(urlForRole(another)(owner), 'SELECT FROM pg_locks')).rejects.toMatchObject(
        insufficientPrivilege,
      )
    })
  })

  describe('the role of an auditor', () => {
    it('reads the log', async () => {
      const rows = await server().runStatements(auditor, 'SELECT position FROM log.events')
      expect(rows.length).toBeGreaterThan(0)
    })

    it.each([
      ["UPDATE log.events SET open = '{}'"],
      ['SELECT log.rewrite()'],
      ['BEGIN; LOCK TABLE log.turn IN ACCESS SHARE MODE'],
      ['SELECT * FROM keystore.keys'],
      ['SELECT * FROM coordination.checkpoints'],
    ])('may not %s', async (statement) => {
      await expect(server().runStatements(auditor, statement)).rejects.toMatchObject(insufficientPrivilege)
    })

    it('appends nothing', async () => {
      const store = rightOrThrow(await openPostgresLog(auditor)())
      expect(await store.append(newStream(), 'any', newEvents(1))()).toMatchObject({
        left: { _tag: 'StoreUnavailable' },
      })
      await store.close()
    })
  })
})
