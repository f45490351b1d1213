import { layoutOf } from '../../../adapters/stores/data-folder/layout'
import { openStores } from '../../../adapters/composition/stores'
import { truthInFolder } from '../../../adapters/composition/truth/truth-in-folder'
import { machineClock } from '../../../adapters/system/clock/machine-clock'
import { definitions } from '../../../domain/catalogue'
import { tableOf } from '../../../domain/event/decode'
import { placeOf, shut } from '../../../domain/command-handling/remember'
import type { ScopeId } from '../../../domain/values/ids'
import { makeKeys } from '../../../retention/keys/make-keys'
import type { Stored } from '../stored'

/** A sealed part that an attacker with every living key has opened. */
export interface OpenedPart {
  readonly event: Stored
  readonly scope: string
  readonly value: unknown
}

export interface Insider {
  readonly parts: ReadonlyArray<OpenedPart>
  /** The ids that a living scope's key gives; undefined where the key is gone. */
  readonly derive: (scope: string) => Promise<((cause: string) => string) | undefined>
  readonly close: () => Promise<void>
}

/** Opens whatever the key store and the ring in a folder open, and does not ask the log whether it may. */
export const everyLivingKey = async (folder: string, events: ReadonlyArray<Stored>): Promise<Insider> => {
  const layout = layoutOf(folder)
  const opened = await openStores(layout, truthInFolder(layout))()
  if (opened._tag === 'Left') throw new Error('the folder cannot be opened')
  const { keyStore: store, ring, logs, schedule, views } = opened.right
  const asksNobody = { ended: () => false, alarm: () => undefined, clock: machineClock, bound: 100_000 }
  const keys = makeKeys({ store, ring, ...asksNobody })
  const table = tableOf(definitions)
  const parts: OpenedPart[] = []
  for (const event of events) {
    const closed = shut(table)(event.log)(event)
    if (closed._tag === 'Left') throw new Error(closed.left.reason)
    const answers = await keys.open(placeOf(closed.right), event.sealed, closed.right.parts)()
    for (const [index, { scope }] of closed.right.parts.entries()) {
      const answer = answers[index]
      if (answer?._tag === 'Plain') parts.push({ event, scope, value: answer.value })
    }
  }
  return {
    parts,
    derive: async (scope) => {
      const ids = await keys.idsUnder(scope as ScopeId)()
      return ids._tag === 'Right' ? ids.right : undefined
    },
    close: async () => {
      views.close()
      schedule.close()
      await store.close()
      await logs.circulation.close()
      await logs.persons.close()
    },
  }
}
