import { makeSeededRandom } from '../simulation/seeded-random'

/** Somebody registers, or a registered borrower (by number) lends a copy (by number). */
export type PlannedActivity =
  { readonly kind: 'register' } | { readonly kind: 'lend'; readonly borrower: number; readonly copy: number }

/**
 * Activities of one month: half of the borrowers register early. Each of the others lends a first copy right after
 * registering, as newcomers do, while early ones come and go.
 */
export const planActivities = (borrowers: number, seed: number): ReadonlyArray<PlannedActivity> => {
  const random = makeSeededRandom(seed)
  const activities: PlannedActivity[] = []
  let copies = 0
  const lend = (borrower: number): void => void activities.push({ kind: 'lend', borrower, copy: copies++ })
  const early = Math.floor(borrowers / 2)
  for (let number = 0; number < borrowers; number++) {
    activities.push({ kind: 'register' })
    if (number < early) continue
    lend(number)
    for (let others = random.below(4); others > 0; others--) lend(random.below(early))
  }
  return activities
}

/** What an activity did: the id in its log, and for a loan its borrower, which only the test knows. */
export type DoneActivity =
  | { readonly kind: 'register'; readonly id: string }
  | { readonly kind: 'lend'; readonly id: string; readonly borrower: string }

export type LoanActivity = Extract<DoneActivity, { readonly kind: 'lend' }>

export const loansOf = (activities: ReadonlyArray<DoneActivity>): ReadonlyArray<LoanActivity> =>
  activities.filter((activity): activity is LoanActivity => activity.kind === 'lend')

export const registrationsOf = (activities: ReadonlyArray<DoneActivity>): ReadonlyArray<string> =>
  activities.filter(({ kind }) => kind === 'register').map(({ id }) => id)
