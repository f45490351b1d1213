import { type Day } from '../../../../domain/values/day'
import { type Month } from '../../../../domain/values/month'
import type { DataOfKind } from '../personal-data/personal-data'

/** That somebody looked at a borrower: on a day, or once the month is closed in a month. */
export interface Look {
  readonly when: Day | Month
  readonly openedBy: string
  readonly reason: string
  readonly opened: string
  readonly forgottenOn: Day | null
}

interface HeldLooks {
  readonly lookedAtOnDays: ReadonlyArray<Omit<Look, 'when'> & { readonly day: Day }>
  readonly lookedAtInMonths: ReadonlyArray<Omit<Look, 'when'> & { readonly month: Month }>
}

const isHeldLooks = (data: object | null): data is HeldLooks => data !== null && 'lookedAtOnDays' in data

/** Who has looked, the latest first. */
export const looksAt = (rows: ReadonlyArray<DataOfKind>): ReadonlyArray<Look> =>
  rows
    .flatMap(({ data }) =>
      isHeldLooks(data)
        ? [
            ...data.lookedAtOnDays.map(({ day, ...look }) => ({ when: day, ...look })),
            ...data.lookedAtInMonths.map(({ month, ...look }) => ({ when: month, ...look })),
          ]
        : [],
    )
    .sort((one, other) => other.when.localeCompare(one.when))
