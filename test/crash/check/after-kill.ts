import type { System } from '../../../adapters/processes/running/system'
import { allRows } from '../../fixtures/read-models'
import { right } from '../../fixtures/right'
import { openIn } from '../../fixtures/system'
import type { Told } from '../killed'
import { optionsWith } from '../world'
import { missing } from './acknowledged'
import { readAll } from './read-all'
import { acknowledgedAnew, retriedAnew } from './sent-again'
import { settled } from './settled'
import { twice, unfinished } from './twice'

const failuresIn = ({ outcomes }: Told): ReadonlyArray<string> =>
  [...outcomes.values()].flatMap((outcome) => (outcome._tag === 'Failed' ? [outcome.why] : []))

/** What sending again what was sent before comes to; both logs must stay as they were. */
const sentAgain = async (system: System, told: Told) => {
  const before = await system.heads()
  const answeredAnew = await acknowledgedAnew(system, told)
  await settled(system)
  const logsMoved = JSON.stringify(await system.heads()) !== JSON.stringify(before)
  const retriedTwice = await retriedAnew(system, told)
  await settled(system)
  return { answeredAnew, logsMoved, retriedTwice }
}

/** Both logs read whole, and the names of the tables that are not the same when they are rebuilt. */
const looked = async (system: System) => {
  const { events, unreadable } = await readAll(system)
  right(await system.reach())
  const live = allRows(system)
  right(await system.rebuild(() => undefined)())
  const rebuilt = allRows(system)
  const differing = Object.keys(live).filter((name) => JSON.stringify(live[name]) !== JSON.stringify(rebuilt[name]))
  return { unreadable, twice: twice(events), unfinished: unfinished(events), differing }
}

/** What the library says of itself once it has caught up. */
const standing = async (system: System) => {
  const { overdue, failed, unclosedDays, waitingFor } = await system.retention.status()
  const health = await system.health()
  const { ok, behind } = { behind: { stores: 1 } as Readonly<Record<string, number>>, ...health }
  const late = Object.keys(behind).filter((name) => behind[name] !== 0)
  return { overdue, failed, unclosedDays, waitingFor, ok, late }
}

export type Shown = Awaited<ReturnType<typeof afterKill>>

/** Opens a library that was killed, lets it catch up, and answers what it shows. */
export const afterKill = async (folder: string, told: Told, everything: boolean) => {
  const alarms: string[] = []
  const system = await openIn(
    folder,
    optionsWith((kind) => alarms.push(kind)),
  )
  try {
    const { failed } = await system.retention.run()
    await settled(system)
    return {
      alarms: [...told.alarms, ...alarms],
      failures: [...failuresIn(told), ...failed],
      lost: await missing(system, told),
      ...(await sentAgain(system, told)),
      ...(everything ? await looked(system) : { unreadable: [], twice: [], unfinished: [], differing: [] }),
      ...(await standing(system)),
    }
  } finally {
    await system.close()
  }
}
