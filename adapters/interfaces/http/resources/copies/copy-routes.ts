import type { Route } from '../../route/route'
import { listCopiesLeftAtBranchRoute } from '../policy/list-copies-left-at-branch-route'
import { acquireCopyRoute } from './acquire-copy-route'
import { changeShelfMarkRoute } from './change-shelf-mark-route'
import { readCopyHolderRoute } from './read-copy-holder-route'
import { readMissingCopiesRoute } from './read-missing-copies-route'
import { recordCopyArrivalRoute } from './record-copy-arrival-route'
import { recordCopyFoundRoute } from './record-copy-found-route'
import { recordMissingCopyRoute } from './record-missing-copy-route'
import { sendCopyRoute } from './send-copy-route'
import { withdrawCopyRoute } from './withdraw-copy-route'

/** What happens to copies besides their loans. */
export const copyRoutes: ReadonlyArray<Route> = [
  acquireCopyRoute,
  changeShelfMarkRoute,
  readCopyHolderRoute,
  sendCopyRoute,
  recordCopyArrivalRoute,
  recordCopyFoundRoute,
  recordMissingCopyRoute,
  readMissingCopiesRoute,
  withdrawCopyRoute,
  listCopiesLeftAtBranchRoute,
]
