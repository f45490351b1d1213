import * as E from 'fp-ts/Either'
import type { SealedEvent } from '../../../../domain/command-handling/open-event'
import type { Position } from '../../../../domain/ports/event-store'
import { withScheduleCaughtUpFirst } from '../../../../adapters/processes/projectors/with-schedule-caught-up-first'

const eventAt = (position: string): SealedEvent => ({ stored: { position } }) as SealedEvent

/** Notes in which order the schedule and the projector read. */
const readers = (
  schedulePosition: string | undefined,
  outcome: E.Either<never, void> | E.Left<never> = E.right(undefined),
) => {
  const calls: string[] = []
  const catchUpSchedule = () => {
    calls.push('schedule')
    return Promise.resolve(outcome)
  }
  const projector = withScheduleCaughtUpFirst(
    { position: () => schedulePosition as Position | undefined },
    catchUpSchedule,
  )({
    name: 'read models that are folded anew',
    checkpoint: () => undefined,
    project: () => () => {
      calls.push('projector')
      return Promise.resolve(E.right(undefined))
    },
  })
  return { calls, projector }
}

describe('a projector that reads the logs by itself', () => {
  it.each([undefined, '1'])('waits until the schedule has read its events, when that is at %s', async (position) => {
    const { calls, projector } = readers(position)
    expect(await projector.project('circulation', [eventAt('1'), eventAt('2')])()).toEqual(E.right(undefined))
    expect(calls).toEqual(['schedule', 'projector'])
  })

  it('does not wait for a schedule that has read them', async () => {
    const { calls, projector } = readers('2')
    await projector.project('circulation', [eventAt('1'), eventAt('2')])()
    expect(calls).toEqual(['projector'])
  })

  it('lets the schedule read on when a key is fenced by an erasure that it does not know', async () => {
    const calls: string[] = []
    const { project } = withScheduleCaughtUpFirst({ position: () => '2' as Position }, () => {
      calls.push('schedule')
      return Promise.resolve(E.right(undefined))
    })({
      name: 'read models that are folded anew',
      checkpoint: () => undefined,
      project: () => () => {
        calls.push('projector')
        const isKnown = calls.includes('schedule')
        return Promise.resolve(
          isKnown ? E.right(undefined) : E.left({ _tag: 'Unavailable', reason: 'fenced', key: 'fenced' }),
        )
      },
    })
    expect(await project('circulation', [eventAt('2')])()).toEqual(E.right(undefined))
    expect(calls).toEqual(['projector', 'schedule', 'projector'])
  })

  it('projects nothing when the schedule cannot read', async () => {
    const failed = E.left({ _tag: 'Unavailable', reason: 'the log does not answer' }) as E.Left<never>
    const { calls, projector } = readers('1', failed)
    expect(await projector.project('circulation', [eventAt('2')])()).toEqual(failed)
    expect(calls).toEqual(['schedule'])
  })
})
