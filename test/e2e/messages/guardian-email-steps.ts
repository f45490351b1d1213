import type { DemoUser } from '../../../adapters/interfaces/http/tokens/demo-issuer'
import type { BorrowerId, GuardianshipId } from '../../../domain/values/ids'
import {
  guardianBody,
  guardianshipOf,
  registerChildByHttp,
  registerGuardianByHttp,
} from '../../adapters/interfaces/http/guardian-steps'
import { guardianUser, withHttpServer, type ServedLibrary } from '../../adapters/interfaces/http/with-http-server'
import { mailbox } from './email-link-steps'

export const email = guardianBody.contact.emailForNotices

/** The same contact details with another e-mail for notices. */
export const contactWith = (address: string | null) => ({
  ...guardianBody.contact,
  ...{ emails: address === null ? [] : [address], emailForNotices: address },
})

interface GuardianLinkSteps extends ReturnType<typeof mailbox> {
  readonly library: ServedLibrary
  readonly bo: BorrowerId
  readonly vera: GuardianshipId
  readonly pass: (ms: number) => void
}

/** A library in which staff have registered Vera, with an e-mail, as the guardian of Bo, who has none. */
export const withVera = (use: (steps: GuardianLinkSteps) => Promise<void>, birthDate = '2015-02-03') => {
  let now = Date.UTC(2026, 0, 5)
  return withHttpServer(
    async (library) => {
      const bo = await registerChildByHttp(library, { birthDate })
      expect((await registerGuardianByHttp(library, bo)).status).toBe(200)
      const vera = await guardianshipOf(library, bo)
      await use({ library, bo, vera, ...mailbox(library), pass: (ms) => void (now += ms) })
    },
    undefined,
    { machineTime: () => now },
  )
}

/** What a guardian sees of themselves. */
export const readOwn = async ({ send }: ServedLibrary, guardianship: GuardianshipId) =>
  send('GET', `/guardianships/${guardianship}`, { as: guardianUser([guardianship]) })

export const verifiedEmails = async (library: ServedLibrary, guardianship: GuardianshipId) =>
  (await readOwn(library, guardianship)).body.guardian.verifiedEmails

/** Corrects the contact details, as the guardian or as staff. */
export const correct = async (
  library: ServedLibrary,
  guardianship: GuardianshipId,
  body: object,
  as: DemoUser = guardianUser([guardianship]),
) => {
  const etag = (await readOwn(library, guardianship)).headers.get('etag') ?? ''
  return library.send('PUT', `/guardianships/${guardianship}/contact`, { as, headers: { 'If-Match': etag }, body })
}

export const askForLink = (
  { send }: ServedLibrary,
  guardianship: GuardianshipId,
  as: Parameters<ServedLibrary['send']>[2] = { as: guardianUser([guardianship]) },
) => send('POST', `/guardianships/${guardianship}/email-links`, as)
