import * as TE from 'fp-ts/TaskEither'
import { registerBorrowerByHttp } from '../../adapters/interfaces/http/http-steps'
import {
  borrowerUser,
  staffUser,
  withHttpServer,
  type ServedLibrary,
} from '../../adapters/interfaces/http/with-http-server'
import { mailbox } from './email-link-steps'
import { contactByEmail } from './message-steps'

/** The short-term store fails until the answered function is called. */
const stopShortTermStore = ({ runningLibrary }: ServedLibrary): (() => void) => {
  const { shortTerm } = runningLibrary
  const fail = () => TE.left({ _tag: 'StoreUnavailable', store: 'short-term store' } as const)
  Object.assign(runningLibrary, { shortTerm: { ...shortTerm, put: fail, get: fail, countUpTo: fail } })
  return () => {
    Object.assign(runningLibrary, { shortTerm })
  }
}

describe('a link to verify an e-mail that cannot be mailed', () => {
  it('is an alarm: the borrower is registered, the contact details are changed, and a link can be asked for', () => {
    const alarms: string[] = []
    return withHttpServer(
      async (library) => {
        const { send } = library
        const startAgain = stopShortTermStore(library)
        const borrower = await registerBorrowerByHttp(library, { contact: contactByEmail })
        const path = `/borrowers/${borrower}/contact`
        // Staff are not answered while nobody can record that they look.
        const read = await send('GET', path, { as: borrowerUser(borrower) })
        expect(read.body).toMatchObject(contactByEmail)
        const changed = await send('PUT', path, {
          ...{ as: staffUser, headers: { 'If-Match': read.headers.get('etag') ?? '' } },
          body: { ...contactByEmail, emails: ['ny@example.dk'], emailForNotices: 'ny@example.dk' },
        })
        expect(changed.status).toBe(200)
        expect(alarms).toContain('EmailLinkNotMailed')
        startAgain()
        expect((await send('POST', `/borrowers/${borrower}/email-links`, { as: staffUser })).status).toBe(200)
        expect(await mailbox(library).links()).toHaveLength(1)
      },
      undefined,
      { alarm: (kind) => alarms.push(kind) },
    )
  })
})
