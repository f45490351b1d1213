import type { dataFromStaff } from '../../retention/promises/data-from-staff'
import type { dataOfUse } from '../../retention/promises/data-of-use'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import { borrowerUser, staffUser } from '../adapters/interfaces/http/with-http-server'
import type { Day } from '../../domain/values/day'
import { moveClockTo } from '../e2e/use-case-steps'
import { lendAtMachine } from '../adapters/interfaces/http/offline-steps'
import type { ExampleOfData } from './example-of-data'
import { fillPath } from './fill-path'
import { ofBlock, ofInternalNote, ofNotesRequest, ofNoteToBorrower } from './examples-of-blocks-and-notes'
import { ofDisclosure } from './example-of-disclosure'
import { ofOverride } from './example-of-override'
import { examplesOfLegalHolds } from './examples-of-legal-holds'
import { canary, lend, levyFee, overviews, returnCopy } from './lending-steps'

const title = '52557240'

const reservationPath = `/titles/${title}/reservations/{reservation}`

/** A reservation, with its last day of interest. */
const ofReservation: ExampleOfData = {
  make: async (library) => {
    await acquireCopyByHttp(library)
    const borrower = await registerBorrowerByHttp(library)
    const body = { borrower, interestUntil: '2026-05-17' }
    const { reservation } = (await library.send('POST', `/titles/${title}/reservations`, { as: staffUser, body })).body
    return { borrower, shown: '2026-05-17', about: String(reservation) }
  },
  shownAt: [...overviews, reservationPath],
  change: {
    method: 'PATCH',
    path: reservationPath,
    body: { interestUntil: '2026-05-18' },
    versionAt: reservationPath,
  },
  end: async ({ send, runningLibrary }, held) => {
    await send('DELETE', fillPath(held)(reservationPath), { as: staffUser })
    await runningLibrary.retention.run()
  },
  goneOn: '2026-01-05' as Day,
}

/** A loan, in whose last days it may be renewed. */
const ofLoan = (): ExampleOfData => {
  let copy = ''
  return {
    make: async (library) => {
      const lent = await lend(library)
      copy = lent.copy
      await moveClockTo(library.runningLibrary, '2026-01-30' as Day)
      const { loans } = (await library.send('GET', `/borrowers/${lent.borrower}`, { as: staffUser })).body
      return { borrower: lent.borrower, shown: canary, about: String(loans[0].loan) }
    },
    shownAt: overviews,
    change: { method: 'POST', path: '/loans/{loan}/renew', body: {} },
    end: (library) => returnCopy(library, copy),
    lastDay: '2026-03-01' as Day,
    goneOn: '2026-03-02' as Day,
  }
}

const reasonOfStaff = 'Canary begrundelse'

/** How a fee is changed, and how it goes: 30 days after it is paid. */
const ofFee: Omit<ExampleOfData, 'make' | 'shownAt'> = {
  change: { method: 'POST', path: '/fees/{fee}/reduction', body: { by: 100, reason: 'Andet' } },
  end: async ({ send }, { borrower }) => {
    const { fees } = (await send('GET', `/borrowers/${borrower}/fees`, { as: staffUser })).body
    const body = { order: 'order-1', fees: [fees[0].fee], amount: fees[0].amount }
    expect((await send('POST', `/borrowers/${borrower}/payments`, { as: staffUser, body })).status).toBe(201)
  },
  lastDay: '2026-03-12' as Day,
  goneOn: '2026-03-13' as Day,
}

export const examplesOfUse: Readonly<Record<keyof typeof dataFromStaff | keyof typeof dataOfUse, ExampleOfData>> = {
  block: ofBlock('"reason":"W"'),
  internalNote: ofInternalNote(),
  notesRequest: ofNotesRequest(),
  noteToBorrower: ofNoteToBorrower(),
  loans: ofLoan(),
  offlineCases: {
    make: async (library) => {
      const card = '2999999998'
      const borrower = await registerBorrowerByHttp(library, { card })
      const copy = await acquireCopyByHttp(library)
      const late = { copy, card, actedAt: '2025-12-16T10:00:00.000Z' }
      expect((await lendAtMachine(library, late)).status).toBe(422)
      return { borrower, shown: '"because":"tooLongAgo"' }
    },
    shownAt: ['/offline-cases'],
    end: () => Promise.resolve(),
    lastDay: '2026-02-04' as Day,
    goneOn: '2026-02-05' as Day,
  },
  reservations: ofReservation,
  outstandingBalance: {
    ...ofFee,
    make: async (library) => {
      const { borrower, fee } = await levyFee(library)
      return { borrower, shown: fee, stored: canary, about: fee }
    },
    shownAt: [...overviews, '/borrowers/{borrower}/fees'],
  },
  overrides: ofOverride,
  feeDecisions: {
    ...ofFee,
    make: async (library) => {
      const { borrower, fee } = await levyFee(library)
      const body = { by: 100, reason: reasonOfStaff }
      expect((await library.send('POST', `/fees/${fee}/reduction`, { as: staffUser, body })).status).toBe(200)
      return { borrower, shown: reasonOfStaff, about: fee }
    },
    shownAt: ['/fees/{fee}/transactions'],
    notShownAt: ['/borrowers/{borrower}/fees'],
  },
  messages: {
    make: async (library) => {
      const { borrower, copy } = await lend(library)
      await moveClockTo(library.runningLibrary, '2026-02-01' as Day)
      const stored = JSON.stringify({ amount: null, day: '2026-02-04', name: canary })
      return { borrower, shown: '"madeOn":"2026-01-31"', stored, about: copy }
    },
    shownAt: ['/me/messages', '/borrowers/{borrower}/messages'],
    end: (library, { about = '' }) => returnCopy(library, about),
    lastDay: '2026-03-02' as Day,
    goneOn: '2026-03-03' as Day,
  },
  notices: {
    make: async (library) => {
      await acquireCopyByHttp(library)
      const borrower = await registerBorrowerByHttp(library)
      // The month stands beside the kind; in the count of the month, which lives longer, a number does.
      return { borrower, shown: ':"welcome","m', stored: '"erasedWith":null' }
    },
    shownAt: ['/me/messages', '/borrowers/{borrower}/messages'],
    end: () => Promise.resolve(),
    lastDay: '2026-02-28' as Day,
    goneOn: '2026-03-01' as Day,
  },
  messageCounts: {
    make: async (library) => {
      const { borrower } = await lend(library)
      await moveClockTo(library.runningLibrary, '2026-02-01' as Day)
      return { borrower, shown: '"about":"welcome","times":1', stored: '{"kind":"welcome","number":1}' }
    },
    shownAt: ['/me/messages', '/borrowers/{borrower}/messages'],
    end: () => Promise.resolve(),
    lastDay: '2027-01-31' as Day,
    goneOn: '2027-02-01' as Day,
  },
  loanHistory: {
    make: async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      const as = borrowerUser(borrower)
      await library.send('PUT', `/borrowers/${borrower}/history-consent`, { as })
      await moveClockTo(library.runningLibrary, '2026-02-10' as Day)
      const copy = await acquireCopyByHttp(library, { title: '52557299' })
      await lendCopyByHttp(library, copy, borrower)
      await moveClockTo(library.runningLibrary, '2026-03-01' as Day)
      const [shown, stored] = ['"titles":[{"title":"52557299"', '52557299']
      return { borrower, shown, stored }
    },
    shownAt: ['/borrowers/{borrower}/history'],
    change: { method: 'DELETE', path: '/borrowers/{borrower}/history-consent' },
    end: ({ send }, { borrower }) =>
      send('DELETE', `/borrowers/${borrower}/history-consent`, { as: borrowerUser(borrower) }),
    lastDay: '2026-03-31' as Day,
    goneOn: '2026-04-01' as Day,
  },
  ...examplesOfLegalHolds,
  disclosures: ofDisclosure,
  statistics: {
    make: async (library) => {
      const { borrower, copy } = await lend(library, { municipality: '760' })
      return { borrower, shown: '"municipality":"760","ageClass"', about: copy }
    },
    shownAt: [],
    notShownAt: ['/streams/circulation/copy-{copy}'],
    end: () => Promise.resolve(),
    lastDay: '2026-01-31' as Day,
    goneOn: '2026-02-01' as Day,
  },
}
