import { randomUUID } from 'node:crypto'
import { grantCoordination } from '../../../../adapters/processes/coordination/postgres/grants'
import { openCoordination } from '../../../../adapters/processes/coordination/postgres/open-coordination'
import { machineClock } from '../../../../adapters/system/clock/machine-clock'
import { grantLog } from '../../../../adapters/stores/eventstore/postgres/grants'
import { openPostgresLog } from '../../../../adapters/stores/eventstore/postgres/open-log'
import { rewriteLog } from '../../../../adapters/stores/eventstore/postgres/rewrite-log'
import { grantKeys } from '../../../../adapters/stores/keystore/postgres/grants'
import { openPostgresKeyStore } from '../../../../adapters/stores/keystore/postgres/open-key-store'
import { append, aStream, events, wholeLog } from '../../../contract/event-store/given'
import { newRoles } from '../../../fixtures/postgres/for-service'
import { asRole } from '../../../fixtures/postgres/statements'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { right } from '../../../fixtures/right'

const library = randomUUID()

withPostgres((server) => {
  let owner: string
  let service: string
  let auditor: string
  beforeAll(async () => {
    owner = await server().newDatabase()
    const roles = await newRoles(owner)
    for (const grant of [grantLog, grantKeys, grantCoordination]) right(await grant(roles)(owner)())
    ;[service, auditor] = [asRole(roles.service)(owner), asRole(roles.auditor)(owner)]
  })
  const refused = { code: '42501' }

  describe('the role that the service uses', () => {
    it('appends, reads, follows and rewrites a log', async () => {
      const store = right(await openPostgresLog(service)())
      const given = events(2)
      await append(store, aStream(), 'none', given)
      right(await rewriteLog(service)())
      expect((await wholeLog(store)).slice(-2).map(({ id }) => id)).toEqual(given.map(({ id }) => id))
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
      await expect(server().run(service, statement)).rejects.toMatchObject(refused)
    })

    it('is no superuser, and makes no roles', async () => {
      const asked = 'SELECT rolsuper, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user'
      expect(await server().run(service, asked)).toEqual([
        { rolsuper: false, rolcreaterole: false, rolcreatedb: false },
      ])
    })

    it('keeps, sweeps and rewrites keys', async () => {
      const store = right(await openPostgresKeyStore(library)(service)())
      right(await store.fence([], randomUUID() as never)())
      right(await store.checkpointTruncate())
      right(await store.rewrite())
      expect(right(await store.count())).toEqual({ living: 0, fenced: 0 })
      await store.close()
    })

    it('takes leases and moves checkpoints', async () => {
      const { leases, close } = right(await openCoordination(machineClock)(service)())
      const lease = right(await leases(1000).take('closing')())
      expect(lease).toMatchObject({ _tag: 'Some' })
      await expect(server().run(service, 'DELETE FROM coordination.leases')).rejects.toMatchObject(refused)
      await close()
    })
  })

  describe('a role that is given nothing', () => {
    it('is not let into the database, and so sees none of its locks', async () => {
      const { service: another } = await newRoles(owner)
      await expect(server().run(asRole(another)(owner), 'SELECT FROM pg_locks')).rejects.toMatchObject(refused)
    })
  })

  describe('the role that an auditor gets', () => {
    it('reads the log', async () => {
      const rows = await server().run(auditor, 'SELECT position FROM log.events')
      expect(rows.length).toBeGreaterThan(0)
    })

    it.each([
      ["UPDATE log.events SET open = '{}'"],
      ['SELECT log.rewrite()'],
      ['BEGIN; LOCK TABLE log.turn IN ACCESS SHARE MODE'],
      ['SELECT * FROM keystore.keys'],
      ['SELECT * FROM coordination.checkpoints'],
    ])('may not %s', async (statement) => {
      await expect(server().run(auditor, statement)).rejects.toMatchObject(refused)
    })

    it('appends nothing', async () => {
      const store = right(await openPostgresLog(auditor)())
      expect(await store.append(aStream(), 'any', events(1))()).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
      await store.close()
    })
  })
})
