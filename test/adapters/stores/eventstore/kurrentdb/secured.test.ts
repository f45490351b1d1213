import { writeFileSync } from 'node:fs'
import { either } from 'fp-ts'
import { openKurrentLog } from '../../../../../adapters/stores/eventstore/kurrentdb/store'
import { append, aStream, events } from '../../../../contract/event-store/given'
import { secured } from '../../../../fixtures/kurrentdb/secured'
import { standIn, type StandIn } from '../../../../fixtures/kurrentdb/stand-in'
import { standInForKurrent } from '../../../../fixtures/kurrentdb/with-stand-ins'
import { right } from '../../../../fixtures/right'
import { onServer } from '../../../../fixtures/servers'
import { withFolder } from '../../../../fixtures/system'

const user = { name: 'librarian', password: 'fortrolig' }

onServer(standInForKurrent, () => {
  describe('a log on a cluster that speaks TLS and answers one user', () => {
    let server: StandIn
    let certificate: string
    beforeAll(async () => {
      const by = await secured(user)
      certificate = by.certificate
      server = standIn(by)
      await server.start()
    })
    afterAll(() => server.stop())

    /** Opens the log by what a connection string says of the user and of TLS. */
    const openAs = (login: string, tls = '') => {
      const address = server.connectionString().replace('//', `//${login}`)
      return withFolder((folder) => {
        const file = `${folder}.crt`
        writeFileSync(file, certificate)
        return openKurrentLog(`${address}${tls.replace('FILE', file)}`, { patience: 300, deadline: 300 })()
      })
    }
    const trusting = '&tlsCaFile=FILE'

    it('is written to and read by that user, whose name and certificate stand in the connection string', async () => {
      const log = right(await openAs(`${user.name}:${user.password}@`, trusting))
      const { position } = await append(log, aStream(), 'none', events(1))
      expect(await log.head()).toBe(position)
      await log.close()
    })

    it.each([
      ['the password is another', `${user.name}:forkert@`, trusting, /denies access/],
      ['no user is named', '', trusting, /denies access/],
      ['nobody vouches for the certificate', `${user.name}:${user.password}@`, '', /TLS/],
    ])('is unavailable when %s, and says so without the password', async (_, login, tls, words) => {
      const log = await openAs(login, tls)
      expect(either.isLeft(log) && log.left.reason).toMatch(words)
      expect(JSON.stringify(log)).not.toMatch(/fortrolig|forkert/)
    })
  })
})
