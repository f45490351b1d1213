import { withPostgres } from '../fixtures/postgres/with-postgres'
import { withBeginning } from '../ledger/cutting'
import { read } from '../ledger/importing'
import { describeWith, shakespeareAndCompany } from '../ledger/ledgers'
import { mappings } from '../ledger/mappings'
import { realOrStandIn } from '../ledger/places/event-servers'
import { sameInBoth } from '../ledger/places/same-in-both'

/** Once a quarter, in the middle of a month. */
const inEachQuarter = (over: string): boolean => /-(02|05|08|11)-15$/.test(over)

withPostgres((databases) => {
  describeWith(shakespeareAndCompany)('a real ledger', () => {
    sameInBoth('the first five years of Shakespeare and Company', databases, {
      ledger: () => withBeginning(shakespeareAndCompany, '1924-11-17', (file) => read(file, mappings.shakespeare)),
      server: realOrStandIn(),
      isLookedAt: inEachQuarter,
    })
  })
})
