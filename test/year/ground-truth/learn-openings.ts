import type { View } from '../../../domain/access/opening'
import type * as Ids from '../../../domain/values/ids'
import { lastDayOfMonth, monthOf, type Month } from '../../../domain/values/month'
import { broken } from '../checks/broken-promise'
import { endOfMonthSixMonthsAfter } from './end-days'
import type { GroundTruth, PersonalText } from './ground-truth'
import type { Learn, LearnedFacts } from './learned-facts'
import { addScope } from './scopes'

const textOf = (reason: string): PersonalText => ({ text: reason, kind: 'accesses' })

/** The closing of the day records each opening. What that of the last day of a month records is erased with it, unread. */
const learnAccess: Learn = (groundTruth, { day, broken: found, recorded }, { open, sealed }) => {
  const access = open['access'] as Ids.AccessId
  const notRecorded = groundTruth.openings.filter(({ opening }) => opening.day === day && !recorded.has(opening.reason))
  const part = sealed.access
  const known = notRecorded.find(({ opening }) => part === undefined || opening.reason === part['reason'])
  if (known === undefined) return void found.push(broken('accesses', 'an opening that nobody made', access))
  recorded.add(known.opening.reason)
  groundTruth.accesses.set(access, { access, ...known })
  const lastDay = lastDayOfMonth(open['month'] as Month)
  addScope(groundTruth, {
    ...{ id: access, class: 'access', borrower: known.borrower, lastDay, texts: [textOf(known.opening.reason)] },
  })
}

/** "In which month, which role opened the record, why": what stays for six months. */
const learnView: Learn = (groundTruth, { broken: found }, { open }) => {
  const [view, borrower, month] = [open['view'], open['borrower'], open['month']] as [Ids.ViewId, Ids.BorrowerId, Month]
  const lastDay = endOfMonthSixMonthsAfter(month)
  const reasons = viewsOfMonth(groundTruth, borrower, month).map(({ reason }) => reason)
  if (reasons.length === 0) found.push(broken('accesses', 'a view of a borrower whose record nobody opened', view))
  addScope(groundTruth, { id: view, class: 'view', borrower, lastDay, texts: reasons.map(textOf) })
  groundTruth.views.set(view, { view, borrower, month })
}

/** What the views of a month of a borrower must say. */
export const viewsOfMonth = ({ openings }: GroundTruth, borrower: Ids.BorrowerId, month: Month): ReadonlyArray<View> =>
  openings
    .filter((one) => one.borrower === borrower && monthOf(one.opening.day) === month)
    .map(({ opening: { role, reason, opened } }) => ({ role, reason, opened }))

/** The openings of the day that no closing has recorded, of borrowers who are registered. */
export const openingsNotRecorded = (groundTruth: GroundTruth, { day, recorded }: LearnedFacts): ReadonlyArray<string> =>
  groundTruth.openings
    .filter(({ opening, borrower }) => opening.day === day && groundTruth.borrowers.has(borrower))
    .filter(({ opening }) => !recorded.has(opening.reason))
    .map(({ borrower }) => borrower)

/** What closings write of those who opened records. */
export const openingLearners: Readonly<Record<string, Learn>> = { AccessRecorded: learnAccess, ViewWritten: learnView }
