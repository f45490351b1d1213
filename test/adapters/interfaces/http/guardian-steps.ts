import type { BorrowerId, GuardianshipId } from '../../../../domain/values/ids'
import { acquireCopyByHttp, registerBorrowerByHttp } from './http-steps'
import { staffUser, withHttpServer, type Reply, type ServedLibrary } from './with-http-server'

type Sender = Pick<ServedLibrary, 'send'>

/** Born in 1870: the number can belong to nobody. */
export const guardianCpr = '0101705000'
export const otherGuardianCpr = '0202715001'

export const guardianBody = {
  cpr: guardianCpr,
  name: 'Vera Værge',
  contact: {
    careOf: null,
    address: 'Værgevej 7',
    phones: ['+4587654321'],
    mobileForNotices: '+4587654321',
    emails: ['vera@example.org'],
    emailForNotices: 'vera@example.org',
  },
  paperMonth: '2025-11',
  paperBranch: 'DK-785100',
}

/** Registers a borrower who was born in 2015. */
export const registerChildByHttp = (library: Sender, overrides: object = {}): Promise<BorrowerId> =>
  registerBorrowerByHttp(library, { group: 'child', name: 'Bo Barn', birthDate: '2015-02-03', ...overrides })

/** Sends a request of staff about the guardian of a borrower, at the present version. */
export const changeGuardianByHttp = async (
  { send }: Sender,
  method: 'PUT' | 'DELETE',
  borrower: string,
  body?: object,
): Promise<Reply> => {
  const path = `/borrowers/${borrower}/guardian`
  const read = await send('GET', path, { as: staffUser })
  const headers = { 'If-Match': read.headers.get('etag') ?? '' }
  return send(method, path, { as: staffUser, headers, ...(body === undefined ? {} : { body }) })
}

export const registerGuardianByHttp = (library: Sender, borrower: string, overrides: object = {}): Promise<Reply> =>
  changeGuardianByHttp(library, 'PUT', borrower, { ...guardianBody, ...overrides })

/** The guardianship of a borrower. */
export const guardianshipOf = async ({ send }: Sender, borrower: string): Promise<GuardianshipId> =>
  (await send('GET', `/borrowers/${borrower}/guardian`, { as: staffUser })).body.guardian?.guardianship

/** A library with a child, by default born in 2015, and the guardian of `guardianBody`. */
export const withGuardian = (
  use: (library: ServedLibrary, child: BorrowerId, guardianship: GuardianshipId) => Promise<void>,
  birthDate = '2015-02-03',
) =>
  withHttpServer(async (library) => {
    await acquireCopyByHttp(library)
    const child = await registerChildByHttp(library, { birthDate })
    expect((await registerGuardianByHttp(library, child)).status).toBe(200)
    await use(library, child, await guardianshipOf(library, child))
  })
