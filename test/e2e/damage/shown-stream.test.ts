import type { EventId, RunId, ScopeId } from '../../../domain/values/ids'
import type { StreamName } from '../../../domain/event/stream'
import { ErasureDue } from '../../../domain/erasure/events/erasure-due'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import { crashBranch, crashCopies } from '../../crash/crash-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { withPreparedFolder } from '../errors/prepared-folder'
import { nowOnce } from '../use-case-steps'
import { damage, withDamagedLibrary } from './damage-event'
import { changeLog, writeEvent } from './write-event'

const copy = crashCopies[0]!
const stream = `copy-${copy}` as StreamName

/** What a stream shows of each event: revision, type, and what is wrong. */
const show = async (folder: string, log: 'circulation' | 'persons', name: StreamName) => {
  let shown: ReadonlyArray<unknown> = []
  await withDamagedLibrary(folder, async (library) => {
    const events = await library.showStream(log, name)
    shown = events.map(({ revision, type, damaged }) => [revision, type, damaged])
  })
  return shown
}

describe('a stream that is shown', () => {
  it('says which of its events are missing', () =>
    withPreparedFolder(async (folder) => {
      await withDamagedLibrary(folder, async (library) => {
        rightOrThrow(
          await returnCopy(library.useCaseDependencies)({ copy, branch: crashBranch, ...nowOnce(library) })(),
        )
      })
      expect(changeLog(folder, 'circulation', `DELETE FROM events WHERE type = 'LoanStarted'`)).toBe(1)
      expect(await show(folder, 'circulation', stream)).toEqual([
        [0, 'CopyAcquired', undefined],
        [1, '(missing)', 'the event is missing'],
        [2, 'LoanReturned', undefined],
      ])
    }))

  it('says that an event was changed, also in bytes which the type of the event does not have', () =>
    withPreparedFolder(async (folder) => {
      damage(folder, 'circulation', `sealed = x'0102'`, `type = 'CopyAcquired' AND name = '${stream}'`)
      damage(folder, 'circulation', `sealed = x''`, `type = 'LoanStarted'`)
      expect(await show(folder, 'circulation', stream)).toEqual([
        [0, 'CopyAcquired', 'the code does not match'],
        [1, 'LoanStarted', 'the code does not match'],
      ])
    }))

  it('says that a declared erasure is refused', () =>
    withPreparedFolder(async (folder) => {
      const run = '0d1f8a52-53f5-4f0e-8f4c-1c86d7d8a002' as RunId
      const scope = { scope: run as string as ScopeId, class: 'loan', trigger: run as string as EventId } as const
      await writeEvent(folder, 'circulation', `erasure-${run}`, ErasureDue({ run, reason: 'due', scopes: [scope] }, {}))
      expect(await show(folder, 'circulation', `erasure-${run}` as StreamName)).toEqual([
        [0, 'ErasureDue', 'the erasure is refused: no event names one of its scopes'],
      ])
    }))
})
