import type { EventShuffling, LastShuffledSegment } from '../../../../domain/ports/event-store'
import * as E from 'fp-ts/Either'
import { createProjectorCheckpointCheckAfterShuffle } from '../../../../adapters/processes/projectors/refuse-shuffled-checkpoint'
import { positionOfSequence } from '../../../../adapters/stores/eventstore/sequence-position'

const at = positionOfSequence
const never: LastShuffledSegment = { times: 0, after: undefined, before: undefined }
const january: LastShuffledSegment = { times: 1, after: undefined, before: at(10) }
const february: LastShuffledSegment = { times: 2, after: at(10), before: at(20) }

/** What the check says for a projector at each checkpoint, when pages were read at these shuffles. */
const checksAt = (reads: ReadonlyArray<readonly [LastShuffledSegment | undefined, number]>) => {
  let noticed: LastShuffledSegment | undefined
  const shuffling = { lastNoticed: () => noticed } as object as EventShuffling
  const check = createProjectorCheckpointCheckAfterShuffle({ circulation: {}, persons: { shuffling } })
  return reads.map(([shuffle, sequence]) => {
    noticed = shuffle
    return E.isRight(check('persons', [], [at(99), sequence === 0 ? '' : at(sequence)]))
  })
}

describe('a projector whose log was shuffled', () => {
  it.each<readonly [string, ReadonlyArray<readonly [LastShuffledSegment | undefined, number]>, ReadonlyArray<boolean>]>(
    [
      [
        'goes on after the month',
        [
          [never, 8],
          [january, 10],
        ],
        [true, true],
      ],
      [
        'goes on from before the month',
        [
          [january, 0],
          [february, 10],
        ],
        [true, true],
      ],
      [
        'is refused within the month, each time',
        [
          [never, 5],
          [january, 5],
          [january, 9],
        ],
        [true, false, false],
      ],
      [
        'reads the month whole after its shuffle',
        [
          [january, 0],
          [january, 5],
        ],
        [true, true],
      ],
      ['is refused when it starts within a month that was shuffled while it was opened', [[january, 5]], [false]],
      ['starts at the start of the log', [[february, 0]], [true]],
      [
        'is refused within an earlier month, when two were shuffled',
        [
          [never, 5],
          [february, 5],
        ],
        [true, false],
      ],
      ['goes on where no log is shuffled', [[undefined, 5]], [true]],
    ],
  )('%s', (_, reads, answers) => {
    expect(checksAt(reads)).toEqual(answers)
  })

  it('is told to start again, and that the keys do not fail', () => {
    const shuffling = { lastNoticed: () => january } as object as EventShuffling
    const check = createProjectorCheckpointCheckAfterShuffle({ circulation: {}, persons: { shuffling } })
    expect(check('persons', [], [at(5)])).toMatchObject({
      left: { _tag: 'Unavailable', store: 'readModels', reason: expect.stringMatching(/start it again/) as string },
    })
    expect(check('circulation', [], [at(5)])).toEqual(E.right(undefined))
  })
})
