import type { DeletionClass } from './deletion-class'
import { inWords } from './period'
import type { StartCondition } from './start-condition'

const condition = ({ event, after }: StartCondition): string => `\`${event}\`: ${inWords(after)}`

/** When scopes of a class are forgotten, as a person reads it. */
export const forgottenWhen = ({ ends, silence, parent }: DeletionClass): string => {
  const own = ends.map(condition)
  const latest = silence.map(({ event, from, after }) =>
    after._tag === 'Days'
      ? `at the latest on \`${from}\` of \`${event}\``
      : `at the latest after \`${event}\`: ${inWords(after)}`,
  )
  const withParent = parent === 'borrower' ? ['at the latest with the borrower'] : []
  return [...own, ...latest, ...withParent].join('; ')
}
