import type { DeletionClass } from './deletion-class'
import { describeRetentionPeriod } from './retention-period'
import type { DeletionClockStart } from './deletion-clock-start'

const describeCondition = ({ event, after }: DeletionClockStart): string =>
  `\`${event}\`: ${describeRetentionPeriod(after)}`

/** When scopes of a class are forgotten, in English, for the catalogue of events. */
export const describeDeletionClass = ({ endedBy, endedAtLatestBy, parent }: DeletionClass): string => {
  const ends = endedBy.map(describeCondition)
  const latestEnds = endedAtLatestBy.map(({ event, from, after }) =>
    after._tag === 'Days'
      ? `at the latest on \`${from}\` of \`${event}\``
      : `at the latest after \`${event}\`: ${describeRetentionPeriod(after)}`,
  )
  const withParent = parent === 'borrower' ? ['at the latest with the borrower'] : []
  return [...ends, ...latestEnds, ...withParent].join('; ')
}
