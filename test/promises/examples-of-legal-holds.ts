import type { Day } from '../../domain/values/day'
import { registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import { administratorUser } from '../adapters/interfaces/http/with-http-server'
import type { ExampleOfData } from './example-of-data'
import { canary } from './lending-steps'

/** A legal hold that may not be told, and one of which the borrower is told. */
export const examplesOfLegalHolds = {
  legalHold: {
    make: async (library) => {
      const scope = await registerBorrowerByHttp(library)
      const body = { scope, lastDay: '2026-03-31', why: canary, caseNumber: '2026-17' }
      const { hold } = (await library.send('POST', '/holds', { as: administratorUser, body })).body
      return { borrower: scope, shown: canary, about: String(hold) }
    },
    shownAt: ['/holds'],
    notShownAt: ['/streams/circulation/hold-{hold}'],
    change: { method: 'POST', path: '/holds/{hold}/prolong', body: { lastDay: '2026-04-30', why: canary } },
    end: () => Promise.resolve(),
    lastDay: '2026-03-31' as Day,
    goneOn: '2026-04-01' as Day,
  },
  explainedLegalHold: {
    make: async (library) => {
      const scope = await registerBorrowerByHttp(library)
      const explanation = { basisForBorrower: 'GDPR artikel 17, stk. 3, litra e', reasonForBorrower: canary }
      const body = { scope, lastDay: '2026-03-31', why: 'Klage', caseNumber: '2026-18', ...explanation }
      const { hold } = (await library.send('POST', '/holds', { as: administratorUser, body })).body
      return { borrower: scope, shown: canary, about: String(hold) }
    },
    shownAt: ['/holds'],
    notShownAt: ['/streams/circulation/hold-{hold}'],
    change: { method: 'POST', path: '/holds/{hold}/prolong', body: { lastDay: '2026-04-30', why: 'Klage' } },
    end: () => Promise.resolve(),
    lastDay: '2026-03-31' as Day,
    goneOn: '2026-04-01' as Day,
  },
} satisfies Record<string, ExampleOfData>
