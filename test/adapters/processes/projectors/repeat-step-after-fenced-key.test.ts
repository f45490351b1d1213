import * as E from 'fp-ts/Either'
import { repeatStepAfterFencedKey } from '../../../../adapters/processes/projectors/repeat-step-after-fenced-key'
import type { EventReadError } from '../../../../domain/command-handling/open-event'
import type { Position } from '../../../../domain/ports/event-store'

const isFenced = E.left({ _tag: 'Unavailable', reason: 'fenced', key: 'fenced' } as const)
const isAway = E.left({ _tag: 'Unavailable', reason: 'away' } as const)
const succeeds = E.right(undefined)

/** A step that answers so in turn, each time after it has read up to a position. */
const stepsOf = (steps: ReadonlyArray<readonly [E.Either<EventReadError, void>, string]>) => {
  let taken = 0
  return {
    taken: () => taken,
    step: () => Promise.resolve(steps[taken++]![0]),
    readUntil: () => steps[taken - 1]![1] as Position,
  }
}

describe('a step that opens events while another process erases', () => {
  it.each([
    [
      'is repeated until it knows the erasure by which a key was fenced',
      [
        [isFenced, '1'],
        [succeeds, '2'],
      ],
      succeeds,
    ],
    [
      'is repeated for each erasure',
      [
        [isFenced, '1'],
        [isFenced, '2'],
        [succeeds, '3'],
      ],
      succeeds,
    ],
    [
      'fails when there is nothing more to read',
      [
        [isFenced, '1'],
        [isFenced, '1'],
      ],
      isFenced,
    ],
    ['is not repeated while the keys do not answer', [[isAway, '1']], isAway],
    ['is taken once when nothing is fenced', [[succeeds, '1']], succeeds],
  ] as const)('%s', async (_, steps, outcome) => {
    const { step, readUntil, taken } = stepsOf(steps)
    expect(await repeatStepAfterFencedKey(step, readUntil)).toEqual(outcome)
    expect(taken()).toBe(steps.length)
  })
})
