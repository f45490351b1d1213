import type { BorrowerId } from '../../../../domain/values/ids'
import { staff, type Served } from './serve'

export const branch = 'DK-785100'

type Desk = Pick<Served, 'send'>

let cards = 2_000_000_000

/** Registers a borrower by a card that nobody else has; nobody has this name. */
export const register = async ({ send }: Desk, more: object = {}): Promise<BorrowerId> => {
  const body = {
    name: 'Ingen Bestemt',
    cpr: null,
    group: 'adult',
    municipality: '851',
    homeBranch: branch,
    language: 'da',
    birthDate: '1980-02-03',
    contact: { careOf: null, address: null, phones: [], mobileForNotices: null, email: null },
    card: String((cards += 1)),
    pin: null,
    ...more,
  }
  return (await send('POST', '/borrowers', { as: staff, body })).body.borrower
}

let copies = 3_000_000_000

/** Takes a copy into the collection, under a number that no other has. */
export const acquire = async ({ send }: Desk, more: object = {}): Promise<string> => {
  const copy = String((copies += 1))
  const body = {
    copy,
    title: '52557240',
    branch,
    group: 'standard',
    name: 'Kongens Fald',
    author: 'Johannes V. Jensen',
    ageLimit: null,
    price: 24900,
    ...more,
  }
  await send('POST', '/copies', { as: staff, body })
  return copy
}

export const lend = ({ send }: Desk, copy: string, borrower: string, more: object = {}) =>
  send('POST', '/loans', { as: staff, body: { copy, borrower, branch, ...more } })
