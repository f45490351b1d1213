import { either as E } from 'fp-ts'
import type { Opening } from '../../access/opening'
import type { BorrowerId, ViewId } from '../../values/ids'
import type { Month } from '../../values/month'
import { acceptedWithoutChange, decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { ViewWritten } from '../events/view-written'
import { paddingOfViews, viewsOfOpenings } from '../views-of-openings'

/** Writes why a borrower was looked at in a month, as part of the month's closing. */
export interface WriteView {
  readonly type: 'WriteView'
  readonly borrower: BorrowerId
  readonly view: ViewId
  readonly month: Month
  readonly openings: ReadonlyArray<Opening>
}

/** Once for each month. Refused: `BorrowerIsUnknown`. */
export const decideWriteView = ({ borrower, view, month, openings }: WriteView): DecideFromState =>
  decideWhenRegistered(({ lastViewedIn }) => {
    if (lastViewedIn !== null && lastViewedIn >= month) return acceptedWithoutChange
    const views = viewsOfOpenings(openings)
    return E.right([ViewWritten({ borrower, view, month }, { view: { views, padding: paddingOfViews(views) } })])
  })
