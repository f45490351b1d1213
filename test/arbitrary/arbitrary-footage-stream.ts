import fc, { type Arbitrary } from 'fast-check'
import { footageDecider, type FootageCommand } from '../../domain/footage/footage-decider'
import type { CameraId, FootageId } from '../../domain/values/ids'
import { instantOfTime } from '../../domain/values/instant'
import { day, mainBranch as branch } from '../fixtures/example-library'
import { numberedUuid } from '../fixtures/numbered-uuid'
import { arbitraryStream } from './arbitrary-stream'

const footage = numberedUuid(800) as FootageId
const camera = 'indgang' as CameraId
const times = ['00:00', '09:00', '10:00', '23:59', '24:00']

const arbitraryFootageCommand: Arbitrary<FootageCommand> = fc
  .tuple(
    fc.constantFrom(...times),
    fc.constantFrom(...times),
    fc.constantFrom('2026-03-02', '2026-03-31', '2026-04-01'),
  )
  .chain(([from, until, today]) => {
    const at = instantOfTime(day('2026-03-02'))
    return fc.constantFrom<FootageCommand>(
      {
        ...{ type: 'RecordFootage', footage, branch, camera, from: at(from), until: at(until) },
        now: instantOfTime(day(today))('12:00'),
      },
      { type: 'NoteStoredFootage', footage, videoType: 'video/mp4', size: 100, digest: '0f' },
    )
  })

/** Streams of a recording. */
export const arbitraryFootageStream = arbitraryStream(
  footageDecider,
  arbitraryFootageCommand.map((command) => () => command),
)

export const footageCommands: ReadonlyArray<() => FootageCommand> = fc
  .sample(arbitraryFootageCommand, { numRuns: 40, seed: 7 })
  .map((command) => () => command)
