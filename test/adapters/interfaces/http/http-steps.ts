import type { BorrowerId } from '../../../../domain/values/ids'
import { machineUser, staffUser, type ServedLibrary } from './with-http-server'

export const testBranch = 'DK-785100'

type Sender = Pick<ServedLibrary, 'send'>

let cards = 2_000_000_000

/** Registers a borrower with a card number of their own. */
export const registerBorrowerByHttp = async ({ send }: Sender, overrides: object = {}): Promise<BorrowerId> => {
  const body = {
    name: 'Ingen Bestemt',
    cpr: null,
    group: 'adult',
    municipality: '851',
    homeBranch: testBranch,
    language: 'da',
    birthDate: '1980-02-03',
    contact: { careOf: null, address: null, phones: [], mobileForNotices: null, emails: [], emailForNotices: null },
    card: String((cards += 1)),
    pin: null,
    ...overrides,
  }
  return (await send('POST', '/borrowers', { as: staffUser, body })).body.borrower
}

let copies = 3_000_000_000

/** Acquires a copy with an item number of its own. */
export const acquireCopyByHttp = async ({ send }: Sender, overrides: object = {}): Promise<string> => {
  const copy = String((copies += 1))
  const body = {
    copy,
    title: '52557240',
    branch: testBranch,
    group: 'standard',
    name: 'Kongens Fald',
    author: 'Johannes V. Jensen',
    ageLimit: null,
    price: 24900,
    ...overrides,
  }
  await send('POST', '/copies', { as: staffUser, body })
  return copy
}

export const lendCopyByHttp = ({ send }: Sender, copy: string, borrower: string, overrides: object = {}) =>
  send('POST', '/loans', { as: staffUser, body: { copy, borrower, branch: testBranch, ...overrides } })

/** Looks a borrower up as a machine does: by a card, or another one, and a PIN. */
export const lookUpByCard =
  ({ send }: ServedLibrary, card: string) =>
  (pin: string | undefined, number = card, address = '203.0.113.1') =>
    send('POST', '/borrowers/look-up', {
      as: machineUser,
      headers: { 'X-Forwarded-For': address },
      body: { card: number, ...(pin === undefined ? {} : { pin }) },
    })
