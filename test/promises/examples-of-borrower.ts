import type { Day } from '../../domain/values/day'
import type { dataOfBorrower } from '../../retention/promises/data-of-borrower'
import { acquireCopyByHttp, registerBorrowerByHttp, testBranch } from '../adapters/interfaces/http/http-steps'
import { staffUser, type ServedLibrary } from '../adapters/interfaces/http/with-http-server'
import type { ExampleOfData, HeldValue } from './example-of-data'

const contact = {
  careOf: 'c/o Canary',
  address: 'Kanariestræde 7',
  phones: ['+4523456789'],
  mobileForNotices: '+4523456789',
  email: 'canary@example.org',
}

const newContact = { careOf: null, address: null, phones: [], mobileForNotices: null, email: null }

const registered = async (library: ServedLibrary, shown: string, overrides: object): Promise<HeldValue> => {
  await acquireCopyByHttp(library)
  const borrower = await registerBorrowerByHttp(library, overrides)
  return { borrower, shown, paths: ['/me', `/borrowers/${borrower}`] }
}

const eraseOnRequest: ExampleOfData['end'] = async ({ send, runningLibrary }, { borrower }) => {
  expect((await send('DELETE', `/borrowers/${borrower}`, { as: staffUser })).status).toBe(202)
  await runningLibrary.retention.run()
}

/** Goes with the borrower, who is erased at once on request. */
const ofRecord = (shown: string, overrides: object): ExampleOfData => ({
  make: (library) => registered(library, shown, overrides),
  end: eraseOnRequest,
  goneOn: '2026-01-05' as Day,
})

/** Goes with the end of the month after it was replaced. */
const ofContact = (shown: string): ExampleOfData => ({
  make: (library) => registered(library, shown, { contact }),
  change: ({ borrower }) => {
    const path = `/borrowers/${borrower}/contact`
    return { method: 'PUT', path, body: newContact, versionAt: path }
  },
  end: async ({ send }, { borrower }) => {
    const read = await send('GET', `/borrowers/${borrower}/contact`, { as: staffUser })
    const headers = { 'If-Match': read.headers.get('etag') ?? '' }
    const changed = await send('PUT', `/borrowers/${borrower}/contact`, { as: staffUser, headers, body: newContact })
    expect(changed.status).toBe(200)
  },
  lastDay: '2026-02-28' as Day,
  goneOn: '2026-03-01' as Day,
})

const absencePath = (borrower: string) => `/borrowers/${borrower}/absence`

/** Sets an absence period that is over in February: it goes with the closing of March. */
const setAbsence = async (
  { send }: ServedLibrary,
  borrower: string,
  body: object = { from: '2026-01-10', until: '2026-02-17' },
): Promise<void> => {
  const read = await send('GET', absencePath(borrower), { as: staffUser })
  const headers = { 'If-Match': read.headers.get('etag') ?? '' }
  expect((await send('PUT', absencePath(borrower), { as: staffUser, headers, body })).status).toBe(200)
}

const changedPreferences: ExampleOfData['change'] = ({ borrower }) => {
  const path = `/borrowers/${borrower}/preferences`
  return { method: 'PUT', path, body: { homeBranch: testBranch, language: 'da' }, versionAt: path }
}

export const examplesOfBorrower: Readonly<Record<keyof typeof dataOfBorrower, ExampleOfData>> = {
  borrowerNumber: {
    make: async (library) => {
      const held = await registered(library, '', {})
      const { record } = (await library.send('GET', `/borrowers/${held.borrower}`, { as: staffUser })).body
      return { ...held, shown: `"number":"${String(record.number)}"` }
    },
    end: eraseOnRequest,
    goneOn: '2026-01-05' as Day,
  },
  cprNumber: ofRecord('6302800000', { cpr: '630280-0000', birthDate: undefined }),
  absencePeriod: {
    make: async (library) => {
      const held = await registered(library, '"until":"2026-02-17"', {})
      await setAbsence(library, held.borrower)
      return { ...held, paths: [...held.paths, absencePath(held.borrower)] }
    },
    change: ({ borrower }) => {
      const path = absencePath(borrower)
      return { method: 'PUT', path, body: { from: null, until: null }, versionAt: path }
    },
    end: () => Promise.resolve(),
    lastDay: '2026-03-31' as Day,
    goneOn: '2026-04-01' as Day,
  },
  name: ofRecord('Canary Kanariefugl', { name: 'Canary Kanariefugl' }),
  birthDate: ofRecord('"birthDate":"1980-02-03"', { birthDate: '1980-02-03' }),
  careOf: ofContact('c/o Canary'),
  phones: ofContact('+4523456789'),
  email: ofContact('canary@example.org'),
  borrowerGroup: ofRecord('"group":"institution"', { group: 'institution', birthDate: null }),
  homeBranch: {
    ...ofRecord('"homeBranch":"DK-785101"', { homeBranch: 'DK-785101' }),
    change: changedPreferences,
  },
  municipality: ofRecord('"municipality":"760"', { municipality: '760' }),
  language: { ...ofRecord('"language":"en"', { language: 'en' }), change: changedPreferences },
  cards: ofRecord('2999999999', { card: '2999999999' }),
}
