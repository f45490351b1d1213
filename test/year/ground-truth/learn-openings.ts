import type { View } from '../../../domain/access/opening'
import type * as Ids from '../../../domain/values/ids'
import { lastDayOfMonth, monthOf, type Month } from '../../../domain/values/month'
import { broken } from '../checks/broken-promise'
import { endOfMonthSixMonthsAfter } from './end-days'
import type { GroundTruth, PersonalText, TrueOpening } from './ground-truth'
import type { Learn, LearnedFacts } from './learned-facts'
import { addScope } from './scopes'

/** The reason of one opening that stands nowhere else. That of a look by a program is the same for all. */
const textsOf = (openings: ReadonlyArray<Pick<TrueOpening, 'opening'>>): ReadonlyArray<PersonalText> =>
  openings
    .filter(({ opening }) => opening.opened === 'nameAndAddress')
    .map(({ opening }) => ({ text: opening.reason, kind: 'accesses' }))

/** Tells openings of one day apart. */
const keyOf = ({ borrower, opening: { reason } }: TrueOpening): string => `${borrower} ${reason}`

/** The closing of the day records each opening. What that of the last day of a month records is erased with it, unread. */
const learnAccess: Learn = (groundTruth, { day, broken: found, recorded }, { open, sealed }) => {
  const access = open['access'] as Ids.AccessId
  const notRecorded = groundTruth.openings.filter((one) => one.opening.day === day && !recorded.has(keyOf(one)))
  const part = sealed.access
  const isOfPart = ({ borrower, opening: { reason } }: TrueOpening): boolean =>
    part === undefined || (reason === part['reason'] && borrower === part['borrower'])
  const known = notRecorded.find(isOfPart)
  if (known === undefined) return void found.push(broken('accesses', 'an opening that nobody made', access))
  recorded.add(keyOf(known))
  groundTruth.accesses.set(access, { access, ...known })
  const lastDay = lastDayOfMonth(open['month'] as Month)
  addScope(groundTruth, {
    ...{ id: access, class: 'access', borrower: known.borrower, lastDay, texts: textsOf([known]) },
  })
}

/** "In which month, which role opened the record, why": what stays for six months. */
const learnView: Learn = (groundTruth, { broken: found }, { open }) => {
  const [view, borrower, month] = [open['view'], open['borrower'], open['month']] as [Ids.ViewId, Ids.BorrowerId, Month]
  const lastDay = endOfMonthSixMonthsAfter(month)
  const openings = openingsInMonth(groundTruth, borrower, month)
  if (openings.length === 0) found.push(broken('accesses', 'a view of a borrower whose record nobody opened', view))
  addScope(groundTruth, { id: view, class: 'view', borrower, lastDay, texts: textsOf(openings) })
  groundTruth.views.set(view, { view, borrower, month })
}

const openingsInMonth = (
  { openings }: GroundTruth,
  borrower: Ids.BorrowerId,
  month: Month,
): ReadonlyArray<TrueOpening> =>
  openings.filter((one) => one.borrower === borrower && monthOf(one.opening.day) === month)

/** What the views of a month of a borrower must say: each reason once. */
export const viewsOfMonth = (groundTruth: GroundTruth, borrower: Ids.BorrowerId, month: Month): ReadonlyArray<View> => {
  const openings = openingsInMonth(groundTruth, borrower, month)
  const byReason = new Map(openings.map(({ opening: { role, reason, opened } }) => [reason, { role, reason, opened }]))
  return [...byReason.values()]
}

/** The openings of the day that no closing has recorded, of borrowers who are registered. */
export const openingsNotRecorded = (groundTruth: GroundTruth, { day, recorded }: LearnedFacts): ReadonlyArray<string> =>
  groundTruth.openings
    .filter(({ opening, borrower }) => opening.day === day && groundTruth.borrowers.has(borrower))
    .filter((one) => !recorded.has(keyOf(one)))
    .map(({ borrower }) => borrower)

/** What closings write of those who opened records. */
export const openingLearners: Readonly<Record<string, Learn>> = { AccessRecorded: learnAccess, ViewWritten: learnView }
