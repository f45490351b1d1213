import { withPostgres } from '../fixtures/postgres/with-postgres'
import { withLedgerBefore } from '../adapters/imports/ledger/with-ledger-before'
import { readTestLedger } from '../adapters/imports/ledger/ledger-import-steps'
import { describeIfLedgerPresent, shakespeareAndCompany } from '../adapters/imports/ledger/ledger-files'
import { ledgerMappings } from '../adapters/imports/ledger/ledger-mappings'
import { realOrStandInServer } from '../adapters/imports/ledger/store-comparison/circulation-servers'
import { describeSameInBothStores } from '../adapters/imports/ledger/store-comparison/describe-same-in-both-stores'

/** One day in each quarter. */
const isMiddleOfQuarter = (over: string): boolean => /-(02|05|08|11)-15$/.test(over)

withPostgres((databases) => {
  describeIfLedgerPresent(shakespeareAndCompany)('a real ledger', () => {
    describeSameInBothStores('the first five years of Shakespeare and Company', databases, {
      ledger: () =>
        withLedgerBefore(shakespeareAndCompany, '1924-11-17', (file) =>
          readTestLedger(file, ledgerMappings.shakespeare),
        ),
      server: realOrStandInServer(),
      isComparedAt: isMiddleOfQuarter,
    })
  })
})
