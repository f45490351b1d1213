import type { StreamName } from '../../../domain/event/stream'
import type { CopyId } from '../../../domain/values/ids'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import { crashBranch } from '../../crash/crash-library'
import { crashCopies, withPreparedFolder } from '../errors/prepared-folder'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { nowOnce } from '../use-case-steps'
import { damage, withDamagedLibrary } from './damage-event'

const lentCopy = crashCopies[0] as CopyId
const otherCopy = crashCopies[1] as CopyId
const streamOfLoan = `copy-${lentCopy}` as StreamName
const ofLoan = `streams.name = '${streamOfLoan}' AND revision = 1`

const returnOf = (library: RunningLibrary, copy: CopyId) =>
  returnCopy(library.useCaseDependencies)({ copy, branch: crashBranch, ...nowOnce(library) })()

const placesOf = (
  damaged: ReadonlyArray<{ readonly stream: string; readonly revision: number; readonly reason: string }>,
): ReadonlyArray<readonly [string, number, string]> =>
  damaged.map(({ stream, revision, reason }) => [stream, revision, reason])

const positionIsOutOfRange = [streamOfLoan, 1, 'the position is out of range'] as const

describe('an event that somebody moved to a position that no append gives', () => {
  it.each([
    ['below the first one', '-5'],
    ['beyond 2^53', '9007199254740993'],
    ['that is the last one of SQLite', '9223372036854775807'],
  ])('%s is listed, the library serves the others, and nothing of it is destroyed', (_where, position) =>
    withPreparedFolder(async (folder) => {
      damage(folder, 'circulation', `position = ${position}`, ofLoan)
      await withDamagedLibrary(folder, async (library) => {
        expect(placesOf(library.damagedEvents())).toEqual([positionIsOutOfRange])
        expect(await library.checkHealth()).toMatchObject({ ok: false, damaged: { events: 1 } })
        expect(await returnOf(library, lentCopy)).toMatchObject({ left: { _tag: 'Corrupt' } })
        const before = await library.logHeads()
        rightOrThrow(await returnOf(library, otherCopy))
        rightOrThrow(await library.catchUpReadModels())
        const after = await library.logHeads()
        expect([after.circulation > before.circulation, after.circulation.length]).toEqual([true, 12])
        const { damaged } = rightOrThrow(await library.checkLogs(undefined, () => undefined)())
        expect(placesOf(damaged)).toContainEqual(positionIsOutOfRange)
        rightOrThrow(await library.rebuildReadModels(() => undefined)())
        expect(placesOf(library.damagedEvents())).toEqual([positionIsOutOfRange])
      })
    }),
  )
})

describe('an event with a value that no append writes', () => {
  it.each([
    ['revision', 'revision = -1', 'the revision is out of range'],
    ['revision', 'revision = 9007199254740000', 'the code does not match'],
    ['day of recording', `recorded = '2026-02-30'`, 'the day or month of recording has another form'],
    ['id', `id = x'00'`, 'the id has another length'],
  ])('(%s: %s) is listed, by a check as well, and the library serves the others', (_what, change, reason) =>
    withPreparedFolder(async (folder) => {
      damage(folder, 'circulation', change, ofLoan)
      await withDamagedLibrary(folder, async (library) => {
        expect(library.damagedEvents().map((event) => event.reason)).toEqual([reason])
        const { damaged } = rightOrThrow(await library.checkLogs(undefined, () => undefined)())
        expect(damaged.map((event) => event.reason)).toContain(reason)
        expect(damaged.length).toBeLessThan(200)
        rightOrThrow(await returnOf(library, otherCopy))
      })
    }),
  )
})
