import type { Day } from '../../domain/values/day'
import type { dataOfBorrower } from '../../retention/promises/data-of-borrower'
import type { dataOfReachingBorrower } from '../../retention/promises/data-of-reaching-borrower'
import { acquireCopyByHttp, registerBorrowerByHttp, testBranch } from '../adapters/interfaces/http/http-steps'
import { staffUser, type ServedLibrary } from '../adapters/interfaces/http/with-http-server'
import { pinHashOfBorrower } from '../../projections/borrowers/borrower-record-queries'
import type { ChangeRequest, ExampleOfData, HeldValue } from './example-of-data'
import { fillChange } from './fill-path'
import { overviews } from './lending-steps'

const contact = {
  careOf: 'c/o Canary',
  address: 'Kanariestræde 7',
  phones: ['+4523456789'],
  mobileForNotices: '+4523456789',
  emails: ['canary@example.org', 'notices@example.org'],
  emailForNotices: 'notices@example.org',
}

const newContact = {
  careOf: null,
  address: null,
  phones: [],
  mobileForNotices: null,
  emails: [],
  emailForNotices: null,
}

const registered = async (library: ServedLibrary, shown: string, overrides: object): Promise<HeldValue> => {
  await acquireCopyByHttp(library)
  const borrower = await registerBorrowerByHttp(library, overrides)
  return { borrower, shown }
}

const eraseOnRequest: ExampleOfData['end'] = async ({ send, runningLibrary }, { borrower }) => {
  expect((await send('DELETE', `/borrowers/${borrower}`, { as: staffUser })).status).toBe(202)
  await runningLibrary.retention.run()
}

/** Makes the change of an example as staff. */
const changeAsStaff = async ({ send }: ServedLibrary, { method, path, body, versionAt }: ChangeRequest) => {
  const version = versionAt && (await send('GET', versionAt, { as: staffUser })).headers.get('etag')
  const headers: Record<string, string> = version ? { 'If-Match': version } : {}
  const changed = await send(method, path, { as: staffUser, headers, ...(body === undefined ? {} : { body }) })
  expect([200, 201]).toContain(changed.status)
}

const absencePath = '/borrowers/{borrower}/absence'

/** Sets an absence period that is over in February: it goes with the closing of March. */
const setAbsence = async (
  library: ServedLibrary,
  held: HeldValue,
  body: object = { from: '2026-01-10', until: '2026-02-17' },
): Promise<void> =>
  changeAsStaff(library, fillChange(held)({ method: 'PUT', path: absencePath, body, versionAt: absencePath }))

/** A change that names the version that it changes, which the same path answers. */
const putAt = (part: string, body: object) => {
  const path = `/borrowers/{borrower}/${part}`
  return { method: 'PUT', path, body, versionAt: path }
}

const rightIdentity = {
  ...{ name: 'Ann Rettet', cpr: null, birthDate: null, group: 'adult', municipality: null },
  reason: 'Tastefejl',
}
const identityPutRight = putAt('identity', rightIdentity)

const protectionChange = (protection: 'nameAndAddress' | 'none'): ChangeRequest => ({
  ...{ method: 'PUT', path: '/borrowers/{borrower}/protection' },
  body: { protection, reason: 'Ønske' },
})

const protect: ExampleOfData['make'] = async (library) => {
  const held = await registered(library, '"isNameAndAddressProtected":true', {})
  await changeAsStaff(library, fillChange(held)(protectionChange('nameAndAddress')))
  return held
}

/** Goes with the end of the month after it was replaced. */
const replacedBy = (
  change: ChangeRequest,
  make: ExampleOfData['make'],
  shownAt: ReadonlyArray<string>,
): ExampleOfData => ({
  make,
  shownAt,
  change,
  end: (library, held) => changeAsStaff(library, fillChange(held)(change)),
  lastDay: '2026-02-28' as Day,
  goneOn: '2026-03-01' as Day,
})

/** A value that a registration brings and a change replaces, which the same path answers. */
const replacedAt = (change: ChangeRequest, shown: string, overrides: object): ExampleOfData =>
  replacedBy(change, (library) => registered(library, shown, overrides), [...overviews, change.path])

const ofContact = (shown: string) => replacedAt(putAt('contact', newContact), shown, { contact })
const ofIdentity = (shown: string, overrides: object) => replacedAt(identityPutRight, shown, overrides)
const ofPreference = (shown: string, overrides: object) =>
  replacedAt(putAt('preferences', { homeBranch: testBranch, language: 'da' }), shown, overrides)

const firstCorrection: ExampleOfData['make'] = async (library) => {
  const held = await registered(library, 'Canary stavet forkert', {})
  const first = putAt('identity', { ...rightIdentity, name: 'Ann Første', reason: held.shown })
  await changeAsStaff(library, fillChange(held)(first))
  return held
}

const cardWithId: ExampleOfData['make'] = async (library) => {
  const held = await registered(library, '2999999999', { card: '2999999999' })
  const { cards } = (await library.send('GET', `/borrowers/${held.borrower}`, { as: staffUser })).body
  return { ...held, about: String((cards as ReadonlyArray<{ readonly card: string }>)[0]?.card) }
}

const setPin: ChangeRequest = {
  method: 'PUT',
  path: '/borrowers/{borrower}/pin',
  body: { pin: '1357', currentPin: '2468' },
}

type KindName = keyof typeof dataOfBorrower | keyof typeof dataOfReachingBorrower

export const examplesOfBorrower: Readonly<Record<KindName, ExampleOfData>> = {
  borrowerNumber: {
    make: async (library) => {
      const held = await registered(library, '', {})
      const { record } = (await library.send('GET', `/borrowers/${held.borrower}`, { as: staffUser })).body
      return { ...held, shown: `"number":"${String(record.number)}"` }
    },
    shownAt: overviews,
    end: eraseOnRequest,
    goneOn: '2026-01-05' as Day,
  },
  cprNumber: ofIdentity('6302800000', { cpr: '630280-0000', birthDate: undefined }),
  absencePeriod: {
    make: async (library) => {
      const held = await registered(library, '"until":"2026-02-17"', {})
      await setAbsence(library, held)
      return held
    },
    shownAt: [...overviews, absencePath],
    change: putAt('absence', { from: null, until: null }),
    end: () => Promise.resolve(),
    lastDay: '2026-03-31' as Day,
    goneOn: '2026-04-01' as Day,
  },
  name: ofIdentity('Canary Kanariefugl', { name: 'Canary Kanariefugl' }),
  birthDate: ofIdentity('"birthDate":"1980-02-03"', { birthDate: '1980-02-03' }),
  nameAndAddressProtection: replacedBy(protectionChange('none'), protect, overviews),
  identityCorrections: replacedBy(identityPutRight, firstCorrection, [identityPutRight.path]),
  careOf: ofContact('c/o Canary'),
  phones: ofContact('+4523456789'),
  email: ofContact('canary@example.org'),
  borrowerGroup: ofIdentity('"group":"institution"', { group: 'institution', birthDate: null }),
  homeBranch: ofPreference('"homeBranch":"DK-785101"', { homeBranch: 'DK-785101' }),
  municipality: ofIdentity('"municipality":"760"', { municipality: '760' }),
  language: ofPreference('"language":"en"', { language: 'en' }),
  cards: replacedBy({ method: 'POST', path: '/borrowers/{borrower}/cards/{card}/stolen' }, cardWithId, overviews),
  pin: {
    make: async (library) => {
      const held = await registered(library, '', { pin: '2468' })
      const hash = pinHashOfBorrower(held.borrower)(library.runningLibrary.rows)
      return { ...held, shown: String(hash) }
    },
    shownAt: [],
    change: setPin,
    end: async (library, held) => {
      await changeAsStaff(library, fillChange(held)(setPin))
      await library.runningLibrary.retention.run()
    },
    goneOn: '2026-01-05' as Day,
  },
}
