import { withPostgres } from '../fixtures/postgres/with-postgres'
import { withBeginning } from '../adapters/imports/ledger/cutting'
import { read } from '../adapters/imports/ledger/importing'
import { describeWith, shakespeareAndCompany } from '../adapters/imports/ledger/ledgers'
import { mappings } from '../adapters/imports/ledger/mappings'
import { realOrStandIn } from '../adapters/imports/ledger/places/event-servers'
import { sameInBoth } from '../adapters/imports/ledger/places/same-in-both'

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
