import type { Day } from '../../../../domain/values/day'
import type { BorrowerId, GuardianshipId } from '../../../../domain/values/ids'
import { moveClockTo } from '../../../e2e/use-case-steps'
import { returnCopy } from '../../../promises/lending-steps'
import { guardianshipOf, otherGuardianCpr, registerChildByHttp, registerGuardianByHttp } from './guardian-steps'
import { acquireCopyByHttp, lendCopyByHttp } from './http-steps'
import { guardianUser, staffUser, withHttpServer, type ServedLibrary } from './with-http-server'

export const noContact = {
  careOf: null,
  address: null,
  phones: [],
  mobileForNotices: null,
  emails: [],
  emailForNotices: null,
}

/** A guardian who answered for the child before. */
export const earlierGuardian = {
  ...{ cpr: otherGuardianCpr, name: 'Gerda Gammel', paperMonth: null, paperBranch: null },
  contact: {
    ...{ careOf: 'Hos Gorm', address: 'Gammelvej 1', phones: ['+4511110000'], mobileForNotices: '+4511110000' },
    ...{ emails: ['gerda@example.org'], emailForNotices: 'gerda@example.org' },
  },
}

export const childsOwn = {
  cpr: '0302154000',
  card: '2999999901',
  contact: {
    ...noContact,
    ...{ address: 'Barnevej 2', phones: ['+4522220000'], mobileForNotices: '+4522220000' },
    ...{ emails: ['bo@example.org'], emailForNotices: 'bo@example.org' },
  },
}

export const exportOf = async ({ send }: ServedLibrary, guardianship: GuardianshipId) =>
  send('GET', '/me/guardianships/data', { as: guardianUser([guardianship]) })

const noteOn = async ({ send }: ServedLibrary, borrower: BorrowerId): Promise<void> => {
  const read = await send('GET', `/borrowers/${borrower}/notes`, { as: staffUser })
  const headers = { 'If-Match': read.headers.get('etag') ?? '' }
  const body = { internalNote: 'Intern kanarie', noteToBorrower: 'Note kanarie' }
  expect((await send('PUT', `/borrowers/${borrower}/notes`, { as: staffUser, headers, body })).status).toBe(200)
}

/** A child owes for one of two copies, and has the other on loan. Its guardian was reminded, and then another took over, who was told of the fee. */
export const withDebtOfChild = (
  use: (library: ServedLibrary, child: BorrowerId, guardianship: GuardianshipId) => Promise<void>,
  birthDate = '2015-02-03',
): Promise<void> =>
  withHttpServer(async (library) => {
    const { runningLibrary } = library
    const cpr = birthDate === '2015-02-03' ? childsOwn.cpr : null
    const child = await registerChildByHttp(library, { ...childsOwn, cpr, birthDate })
    expect((await registerGuardianByHttp(library, child, earlierGuardian)).status).toBe(200)
    const late = await acquireCopyByHttp(library, { name: 'Kanariebogen' })
    await lendCopyByHttp(library, late, child)
    await noteOn(library, child)
    await moveClockTo(runningLibrary, '2026-02-13' as Day)
    await runningLibrary.messages.sendPending({})
    const other = await acquireCopyByHttp(library, { title: '52557241', name: 'Den anden bog' })
    expect((await lendCopyByHttp(library, other, child)).status).toBe(201)
    expect((await registerGuardianByHttp(library, child)).status).toBe(200)
    await returnCopy(library, late)
    await moveClockTo(runningLibrary, '2026-02-15' as Day)
    await runningLibrary.messages.sendPending({})
    await runningLibrary.catchUpReadModels()
    await use(library, child, await guardianshipOf(library, child))
  })
