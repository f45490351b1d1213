import type { Route } from '../route/route'
import { blockBorrower, liftBlock } from './borrowers/blocks'
import { getContact, putContact } from './borrowers/contact'
import { getBorrower, getMe } from './borrowers/get-borrower'
import { lookUpBorrower } from './borrowers/look-up'
import { getPreferences, putPreferences } from './borrowers/preferences'
import { registerBorrower } from './borrowers/register-borrower'
import { requestErasure } from './borrowers/request-erasure'
import { acquireCopy } from './copies/acquire-copy'
import { copyArrives } from './copies/copy-arrives'
import { findCopy } from './copies/find-copy'
import { getCopy } from './copies/get-copy'
import { getHolder } from './copies/get-holder'
import { returnCopy } from './copies/return-copy'
import { sendCopy } from './copies/send-copy'
import { withdrawCopy } from './copies/withdraw-copy'
import { getFees } from './fees/get-fees'
import { payFees } from './fees/pay-fees'
import { cancelFee, waiveFee } from './fees/relieve-fee'
import { forwardClock } from './keeping/forward-clock'
import { confirmDate, getRetention, runRetention } from './keeping/retention'
import { showStream } from './keeping/show-stream'
import { getOverdue } from './loans/get-overdue'
import { lendCopy } from './loans/lend-copy'
import { renewLoan } from './loans/renew-loan'
import { undoLoan } from './loans/undo-loan'
import { cancelReservation } from './reservations/cancel-reservation'
import { changeReservation } from './reservations/change-reservation'
import { getReservation } from './reservations/get-reservation'
import { reserveTitle } from './reservations/reserve-title'
import { getPickUpShelf, getSetAside } from './shelves/kept-copies'
import { getBranches, getMonth, getTitleMonths } from './statistics/statistics'
import { getTitle } from './titles/get-title'

const catalogue = [getTitle, getCopy]
const loans = [lendCopy, renewLoan, undoLoan, returnCopy, getOverdue]
const collection = [acquireCopy, getHolder, sendCopy, copyArrives, findCopy, withdrawCopy]
const reservations = [reserveTitle, getReservation, changeReservation, cancelReservation, getPickUpShelf, getSetAside]
const borrowers = [
  registerBorrower,
  lookUpBorrower,
  getMe,
  getBorrower,
  requestErasure,
  getContact,
  putContact,
  getPreferences,
  putPreferences,
  blockBorrower,
  liftBlock,
]
const fees = [getFees, payFees, waiveFee, cancelFee]
const statistics = [getMonth, getBranches, getTitleMonths]
const keeping = [getRetention, runRetention, confirmDate, forwardClock, showStream]

/** Everything that is served. */
export const routes: ReadonlyArray<Route> = [
  ...catalogue,
  ...loans,
  ...collection,
  ...reservations,
  ...borrowers,
  ...fees,
  ...statistics,
  ...keeping,
]
