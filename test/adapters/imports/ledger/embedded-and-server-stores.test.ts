import { defaultPolicy } from '../../../../domain/policy/policy'
import { samePolicyEachDay } from '../../../../domain/policy/policy-by-day'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { withLedgerBefore } from './with-ledger-before'
import { readTestLedger } from './ledger-import-steps'
import { describeIfLedgerPresent, fixturePath, shakespeareAndCompany } from './ledger-files'
import { ledgerMappings } from './ledger-mappings'
import { standInServer } from './store-comparison/circulation-servers'
import { describeSameInBothStores } from './store-comparison/describe-same-in-both-stores'

jest.setTimeout(240_000)

/** Borrowers are erased after the half-year of their last use, so that the import ends sooner. */
const erasedSoon = { policy: samePolicyEachDay({ ...defaultPolicy, inactivity: { years: 0 } }) }

const isMiddleOfMonth = (over: string): boolean => over.endsWith('-15')

withPostgres((databases) => {
  describeSameInBothStores('a made-up ledger of 200 untidy rows', databases, {
    ledger: () => readTestLedger(fixturePath('ledger-200.csv'), ledgerMappings.madeUp),
    server: standInServer,
    isComparedAt: isMiddleOfMonth,
    options: erasedSoon,
  })

  describeIfLedgerPresent(shakespeareAndCompany)('a real ledger', () => {
    describeSameInBothStores('the first two months of Shakespeare and Company', databases, {
      ledger: () =>
        withLedgerBefore(shakespeareAndCompany, '1920-01-18', (file) =>
          readTestLedger(file, ledgerMappings.shakespeare),
        ),
      server: standInServer,
      isComparedAt: isMiddleOfMonth,
      options: erasedSoon,
    })
  })
})
