import { writeFileSync } from 'node:fs'
import { either } from 'fp-ts'
import { openKurrentLog } from '../../../../../adapters/stores/eventstore/kurrentdb/open-kurrent-log'
import { appendOrThrow, newStream, newEvents } from '../../../../contract/event-store/event-store-steps'
import { createServerSecurity } from '../../../../fixtures/kurrentdb/server-security'
import { kurrentStandIn, type KurrentStandIn } from '../../../../fixtures/kurrentdb/kurrent-stand-in'
import { kurrentStandInTitle } from '../../../../fixtures/kurrentdb/with-kurrent-stand-ins'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'
import { describeOnServer } from '../../../../fixtures/describe-on-server'
import { withTemporaryFolder } from '../../../../fixtures/running-library'

const user = { name: 'librarian', password: 'fortrolig' }

describeOnServer(kurrentStandInTitle, () => {
  describe('a log on a cluster with TLS and a login', () => {
    let server: KurrentStandIn
    let certificate: string
    beforeAll(async () => {
      const by = await createServerSecurity(user)
      certificate = by.certificate
      server = kurrentStandIn(by)
      await server.start()
    })
    afterAll(() => server.stop())

    /** Opens the log with a login and TLS options in the connection string. */
    const openAs = (login: string, tls: string, retryTimeout: number) => {
      const address = server.connectionString().replace('//', `//${login}`)
      return withTemporaryFolder((folder) => {
        const file = `${folder}.crt`
        writeFileSync(file, certificate)
        return openKurrentLog(`${address}${tls.replace('FILE', file)}`, { retryTimeout, callTimeout: 20_000 })()
      })
    }
    const trusting = '&tlsCaFile=FILE'

    it('can be written and read with the login and the certificate in the connection string', async () => {
      const log = rightOrThrow(await openAs(`${user.name}:${user.password}@`, trusting, 20_000))
      const { position } = await appendOrThrow(log, newStream(), 'none', newEvents(1))
      expect(await log.head()).toBe(position)
      await log.close()
    })

    it.each([
      ['the password is wrong', `${user.name}:forkert@`, trusting, /denies access/],
      ['no user is named', '', trusting, /denies access/],
      ['the certificate is not trusted', `${user.name}:${user.password}@`, '', /TLS/],
    ])('is unavailable when %s, and the error does not quote the password', async (_, login, tls, words) => {
      const log = await openAs(login, tls, 0)
      expect(either.isLeft(log) && log.left.reason).toMatch(words)
      expect(JSON.stringify(log)).not.toMatch(/fortrolig|forkert/)
    })
  })
})
