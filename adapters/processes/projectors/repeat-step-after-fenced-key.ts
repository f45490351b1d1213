import type { Either } from 'fp-ts/Either'
import { isFencedKeyError } from '../../../domain/command-handling/event-damage'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { Position } from '../../../domain/ports/event-store'

/**
 * Repeats a step that opens events and finds the key of one fenced: another process may have declared the erasure after
 * the erasures were read. The step must read on. It is repeated as long as it does, at least once.
 */
export const repeatStepAfterFencedKey = async (
  step: () => Promise<Either<EventReadError, void>>,
  readUntil: (log: LogName) => Position | undefined,
): Promise<Either<EventReadError, void>> => {
  let before: string | undefined
  for (;;) {
    const done = await step()
    if (done._tag === 'Right' || !isFencedKeyError(done.left)) return done
    const now = logNames.map((log) => readUntil(log) ?? '').join(' ')
    if (now === before) return done
    before = now
  }
}
