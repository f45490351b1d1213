import type { dataOfUse } from '../../retention/promises/data-of-use'
import {
  acquireCopyByHttp,
  lendCopyByHttp,
  registerBorrowerByHttp,
  testBranch,
} from '../adapters/interfaces/http/http-steps'
import {
  administratorUser,
  borrowerUser,
  staffUser,
  type ServedLibrary,
} from '../adapters/interfaces/http/with-http-server'
import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { moveClockTo } from '../e2e/use-case-steps'
import type { ExampleOfData, HeldValue } from './example-of-data'

const canary = 'Canary Kanariebogen'
const title = '52557240'

const pathsOf = (borrower: BorrowerId): HeldValue['paths'] => ({ borrower: '/me', staff: `/borrowers/${borrower}` })

const block = async ({ send }: ServedLibrary, borrower: BorrowerId): Promise<string> => {
  const body = { reason: 'W', note: canary }
  return (await send('POST', `/borrowers/${borrower}/blocks`, { as: staffUser, body })).body.block
}

/** A block of the borrower, and the value that one of its fields has. */
const ofBlock = (shown: string): ExampleOfData => {
  let blocked = ''
  return {
    make: async (library) => {
      await acquireCopyByHttp(library)
      const borrower = await registerBorrowerByHttp(library)
      blocked = await block(library, borrower)
      return { borrower, shown, paths: pathsOf(borrower) }
    },
    change: ({ borrower }) => ({
      method: 'POST',
      path: `/borrowers/${borrower}/blocks`,
      body: { reason: 'F', note: null },
    }),
    end: ({ send }, { borrower }) => send('DELETE', `/borrowers/${borrower}/blocks/${blocked}`, { as: staffUser }),
    lastDay: '2026-02-28' as Day,
    goneOn: '2026-03-01' as Day,
  }
}

/** A reservation, with its last day of interest. */
const ofReservation = (): ExampleOfData => {
  let reservation = ''
  return {
    make: async (library) => {
      await acquireCopyByHttp(library)
      const borrower = await registerBorrowerByHttp(library)
      const body = { borrower, interestUntil: '2026-05-17' }
      const made = await library.send('POST', `/titles/${title}/reservations`, { as: staffUser, body })
      reservation = made.body.reservation
      return { borrower, shown: '2026-05-17', paths: pathsOf(borrower) }
    },
    change: () => ({
      method: 'PATCH',
      path: `/titles/${title}/reservations/${reservation}`,
      body: { interestUntil: '2026-05-18' },
    }),
    end: async ({ send, runningLibrary }) => {
      await send('DELETE', `/titles/${title}/reservations/${reservation}`, { as: staffUser })
      await runningLibrary.retention.run()
    },
    goneOn: '2026-01-05' as Day,
  }
}

const lend = async (library: ServedLibrary, overrides: object = {}) => {
  const borrower = await registerBorrowerByHttp(library, overrides)
  const copy = await acquireCopyByHttp(library, { name: canary })
  expect((await lendCopyByHttp(library, copy, borrower)).status).toBe(201)
  return { borrower, copy }
}

const returnCopy = ({ send }: ServedLibrary, copy: string) =>
  send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })

export const examplesOfUse: Readonly<Record<keyof typeof dataOfUse, ExampleOfData>> = {
  block: ofBlock('"reason":"W"'),
  internalNote: ofBlock(canary),
  loans: {
    make: async (library) => {
      const { borrower, copy } = await lend(library)
      return { borrower, shown: canary, paths: pathsOf(borrower), about: copy }
    },
    end: (library, held) => returnCopy(library, held.about ?? ''),
    lastDay: '2026-02-04' as Day,
    goneOn: '2026-02-05' as Day,
  },
  reservations: ofReservation(),
  outstandingBalance: {
    make: async (library) => {
      const { borrower, copy } = await lend(library)
      await moveClockTo(library.runningLibrary, '2026-02-10' as Day)
      await returnCopy(library, copy)
      await library.runningLibrary.retention.run()
      const { fees } = (await library.send('GET', `/borrowers/${borrower}/fees`, { as: staffUser })).body
      const fee = String(fees[0].fee)
      return { borrower, shown: fee, stored: canary, paths: pathsOf(borrower) }
    },
    end: async ({ send }, { borrower }) => {
      const { fees } = (await send('GET', `/borrowers/${borrower}/fees`, { as: staffUser })).body
      const body = { order: 'order-1', fees: [fees[0].fee], amount: fees[0].amount }
      expect((await send('POST', `/borrowers/${borrower}/payments`, { as: staffUser, body })).status).toBe(201)
    },
    lastDay: '2026-03-12' as Day,
    goneOn: '2026-03-13' as Day,
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
      const paths = { borrower: `/borrowers/${borrower}/history`, staff: `/borrowers/${borrower}/history` }
      return { borrower, shown: '52557299', paths }
    },
    end: ({ send }, { borrower }) =>
      send('DELETE', `/borrowers/${borrower}/history-consent`, { as: borrowerUser(borrower) }),
    lastDay: '2026-03-31' as Day,
    goneOn: '2026-04-01' as Day,
  },
  legalHold: {
    make: async (library) => {
      const scope = await registerBorrowerByHttp(library)
      const body = { scope, lastDay: '2026-03-31', why: canary, caseNumber: '2026-17' }
      const { hold } = (await library.send('POST', '/holds', { as: administratorUser, body })).body
      const paths = { ...pathsOf(scope), administrator: '/holds' }
      return {
        borrower: scope,
        shown: canary,
        paths,
        about: String(hold),
      }
    },
    change: ({ about = '' }) => ({
      method: 'POST',
      path: `/holds/${about}/prolong`,
      body: { lastDay: '2026-04-30', why: canary },
    }),
    end: ({ send }, { about = '' }) =>
      send('POST', `/holds/${about}/release`, { as: administratorUser, body: { why: canary } }),
    goneOn: '2026-01-06' as Day,
  },
  statistics: {
    make: async (library) => {
      const { borrower, copy } = await lend(library, { municipality: '760' })
      return { borrower, shown: '"municipality":"760","ageClass"', paths: {}, about: copy }
    },
    end: () => Promise.resolve(),
    lastDay: '2026-01-31' as Day,
    goneOn: '2026-02-01' as Day,
  },
}
