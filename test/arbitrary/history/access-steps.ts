import { AccessRecorded } from '../../../domain/access/events/access-recorded'
import { ViewWritten } from '../../../domain/borrower/events/view-written'
import { paddingOfViews, viewsOfOpenings } from '../../../domain/borrower/views-of-openings'
import type { AccessId, ViewId } from '../../../domain/values/ids'
import { monthOf } from '../../../domain/values/month'
import { addScope, canaryText, ifPresent, type HistoryStep } from './history-state'

const why = { role: 'staff', reason: canaryText, staffNumber: canaryText, approvedBy: canaryText } as const
const openingOfRecord = { ...why, opened: 'record' } as const
const openingOfNameAndAddress = { ...why, opened: 'nameAndAddress' } as const

/** Somebody opened the record of a borrower. */
const recordAccess: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id: borrower }) => {
    const access = addScope<AccessId>(history, 'access', borrower)
    const part = { borrower, day: history.day, ...openingOfRecord }
    history.circulation.push(AccessRecorded({ access, month: monthOf(history.day) }, { access: part }))
  })

/** What stays of it when the month is closed. */
const writeView: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id: borrower }) => {
    const view = addScope<ViewId>(history, 'view', borrower)
    const { day } = history
    const views = viewsOfOpenings([openingOfRecord, openingOfNameAndAddress].map((opening) => ({ day, ...opening })))
    const part = { views, padding: paddingOfViews(views) }
    history.persons.push(ViewWritten({ borrower, view, month: monthOf(history.day) }, { view: part }))
  })

export const accessSteps = [recordAccess, writeView]
