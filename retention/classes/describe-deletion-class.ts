import type { DeletionClass } from './deletion-class'
import { describeRetentionPeriod } from './retention-period'
import type { DeletionClockStart } from './deletion-clock-start'

const describeCondition = ({ event, after }: DeletionClockStart): string =>
  `\`${event}\`: ${describeRetentionPeriod(after)}`

const describeLatestEnd = ({ event, from, after }: DeletionClockStart): string => {
  if (after._tag !== 'Days') return `at the latest after \`${event}\`: ${describeRetentionPeriod(after)}`
  const when = after.afterDays === 0 ? 'on' : `${after.afterDays} days after`
  return `at the latest ${when} \`${from}\` of \`${event}\``
}

/** When scopes of a class are forgotten, in English, for the catalogue of events. */
export const describeDeletionClass = ({ endedBy, endedAtLatestBy, parent }: DeletionClass): string => {
  const ends = endedBy.map(describeCondition)
  const latestEnds = endedAtLatestBy.map(describeLatestEnd)
  const withParent = parent === 'borrower' ? ['at the latest with the borrower'] : []
  return [...ends, ...latestEnds, ...withParent].join('; ')
}
