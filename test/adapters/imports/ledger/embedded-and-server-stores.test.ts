import { defaultLibraryPolicy } from '../../../../domain/policy/policy'
import type { Day } from '../../../../domain/values/day'
import { samePolicyEachDay } from '../../../../domain/policy/policy-by-day'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { loansBefore, readTestLedger } from './ledger-import-steps'
import { fixturePath } from './ledger-files'
import { ledgerMappings } from './ledger-mappings'
import { standInServer } from './store-comparison/circulation-servers'
import { describeSameInBothStores } from './store-comparison/describe-same-in-both-stores'

/** Borrowers are erased after the half-year of their last use, so that the import ends sooner. */
const erasedSoon = { policy: samePolicyEachDay({ ...defaultLibraryPolicy, inactivity: { years: 0, noticeMonths: 1 } }) }

const isMiddleOfMonth = (over: string): boolean => over.endsWith('-15')

/** The slow suite compares five years of a real ledger. */
withPostgres((databases) => {
  describeSameInBothStores('two months of a made-up ledger', databases, {
    ledger: async () =>
      loansBefore('1912-01-01' as Day, await readTestLedger(fixturePath('ledger-200.csv'), ledgerMappings.madeUp)),
    server: standInServer,
    isComparedAt: isMiddleOfMonth,
    options: erasedSoon,
  })
})
