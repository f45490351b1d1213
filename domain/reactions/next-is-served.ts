import { CopyAcquired } from '../copy/events/copy-acquired'
import { CopyFound } from '../copy/events/copy-found'
import { CopyHandedIn } from '../copy/events/copy-handed-in'
import { LoanReturned } from '../copy/events/loan-returned'
import { LoanUndone } from '../copy/events/loan-undone'
import { SetAsideReleased } from '../copy/events/set-aside-released'
import { waitsIn } from '../title/queue'
import type { TitleState } from '../title/state'
import { reaction } from './reaction'
import { serveNext } from './serve-next'

/**
 * Whether the queue is as it should be after a loan was undone: the borrower, if a reservation was given back, is in
 * it again. Until then the copy is left alone; the reservation that is made anew will be served.
 */
const isRestored =
  (title: TitleState) =>
  ({ sealed: { loan } }: LoanUndone): boolean =>
    loan._tag === 'Plain' && (!loan.value.fulfilled || waitsIn(title)(loan.value.borrower))

/** When a copy has come free, it is kept for the next who waits. */
export const nextIsServed = reaction('the next in the queue is served', {
  on: [CopyAcquired, LoanReturned, LoanUndone, CopyHandedIn, CopyFound, SetAsideReleased],
  needs: ['policy', 'now', 'title', 'copiesToServe'],
  react: (facts, derive) => (event) => {
    if (event.type === 'LoanReturned' && event.sealed.loan._tag === 'Erased') return []
    // Lent to whom it was kept for: no copy has come free, and the reservation is about to be fulfilled.
    if (event.type === 'SetAsideReleased' && event.open.because === 'lent') return []
    if (event.type === 'LoanUndone' && !isRestored(facts.title)(event)) return []
    return serveNext(facts, derive)
  },
})
