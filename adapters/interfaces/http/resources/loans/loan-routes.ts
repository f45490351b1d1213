import type { Route } from '../../route/route'
import { returnCopyRoute } from '../copies/return-copy-route'
import { undoReturnRoute } from '../copies/undo-return-route'
import { readOfflineCasesRoute, resolveOfflineCaseRoute } from '../offline-cases/offline-case-routes'
import { claimReturnedRoute, withdrawReturnClaimRoute } from './claim-returned-routes'
import { lendCopyRoute } from './lend-copy-route'
import { listCopiesToSearchForRoute } from './list-copies-to-search-for-route'
import { readOwnRenewalsRoute } from './read-own-renewals-route'
import { readOverdueLoansRoute } from './read-overdue-loans-route'
import { renewLoanRoute } from './renew-loan-route'
import { undoLoanRoute } from './undo-loan-route'

/** Lending, renewing and returning, and what machines did offline. */
export const loanRoutes: ReadonlyArray<Route> = [
  lendCopyRoute,
  renewLoanRoute,
  undoLoanRoute,
  readOwnRenewalsRoute,
  returnCopyRoute,
  undoReturnRoute,
  readOverdueLoansRoute,
  readOfflineCasesRoute,
  resolveOfflineCaseRoute,
  claimReturnedRoute,
  withdrawReturnClaimRoute,
  listCopiesToSearchForRoute,
]
