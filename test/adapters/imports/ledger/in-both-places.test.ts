import { defaultPolicy } from '../../../../domain/policy/policy'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { withBeginning } from './cutting'
import { read } from './importing'
import { describeWith, fixture, shakespeareAndCompany } from './ledgers'
import { mappings } from './mappings'
import { aStandIn } from './places/event-servers'
import { sameInBoth } from './places/same-in-both'

jest.setTimeout(240_000)

/** Nobody stays a borrower beyond the half-year in which they were seen: so an import is over sooner. */
const soonForgotten = { policy: { ...defaultPolicy, inactivity: { years: 0 } } }

const inTheMiddleOfMonths = (over: string): boolean => over.endsWith('-15')

withPostgres((databases) => {
  sameInBoth('a made-up ledger of 200 untidy rows', databases, {
    ledger: () => read(fixture('ledger-200.csv'), mappings.made),
    server: aStandIn,
    isLookedAt: inTheMiddleOfMonths,
    options: soonForgotten,
  })

  describeWith(shakespeareAndCompany)('a real ledger', () => {
    sameInBoth('the first two months of Shakespeare and Company', databases, {
      ledger: () => withBeginning(shakespeareAndCompany, '1920-01-18', (file) => read(file, mappings.shakespeare)),
      server: aStandIn,
      isLookedAt: inTheMiddleOfMonths,
      options: soonForgotten,
    })
  })
})
