import type { ReplayedValue } from '../../../../domain/replay/replayed-value'
import type { ReplayFact } from '../../../../domain/replay/replay-fact'
import type { FactChange, ReplayStep } from '../../../../domain/replay/replay-steps'

/** A value, or why it is not shown, in the words that every role reads. */
const valueText = (value: ReplayedValue | null): string => {
  if (value === null) return 'nothing'
  switch (value.status) {
    case 'plain':
      return typeof value.value === 'string' ? value.value : JSON.stringify(value.value)
    case 'erased':
      return value.certificate === null ? 'erased' : `erased, certificate ${value.certificate}`
    case 'withheld':
      return `withheld (${value.class})`
    case 'unavailable':
      return `unavailable: ${value.reason}`
    case 'damaged':
      return `damaged: ${value.reason}`
  }
}

const nameText = ({ name, of }: Pick<ReplayFact, 'name' | 'of'>): string => (of === null ? name : `${name} of ${of}`)

/** A fact of a replayed record, on one line. */
export const replayFactLine = (fact: ReplayFact): string => `  ${nameText(fact)}: ${valueText(fact.value)}`

/** What changed, on one line. */
export const factChangeLine = ({ before, after, ...fact }: FactChange): string =>
  `  ${nameText(fact)}: ${valueText(before)} -> ${valueText(after)}`

/** An event of a replay: what it is, what it says, and what it changed. */
export const replayStepLines = ({ event, changes }: ReplayStep): ReadonlyArray<string> => [
  [
    String(event.revision).padStart(5),
    event.recorded,
    event.type,
    ...(event.position === null ? [] : [`position ${event.position}`]),
  ].join('  '),
  ...(event.damaged === undefined ? [] : [`  DAMAGED: ${event.damaged}`]),
  ...event.parts.map((part) => `  ${part.class} ${part.scope}: ${valueText(part)}`),
  ...changes().map(factChangeLine),
]
