import { openIn, withFolder } from '../fixtures/system'
import { chanceFrom, type Chance } from './child/chance'
import { afterKill, type Shown } from './check/after-kill'
import { compiled } from './compiled'
import { childOf, type Child, type Told } from './killed'
import { furnish, optionsWith } from './world'

/** Rounds between looks at everything: a look reads both logs whole and rebuilds all read models. */
const betweenLooks = 10

/** The longest that a library is let run before it is killed, in ms, from when everybody has asked. */
const longest = 250

/** What a library shows after each kill when nothing was lost and nothing happened twice. */
export const nothingWrong: Shown = {
  alarms: [],
  failures: [],
  lost: [],
  answeredAnew: [],
  logsMoved: false,
  retriedTwice: [],
  unreadable: [],
  twice: [],
  unfinished: [],
  differing: [],
  overdue: 0,
  failed: [],
  unclosedDays: 0,
  waitingFor: [],
  ok: true,
  late: [],
}

type Look = (shown: Shown) => void

/** What killing a library again and again has come to. */
export interface Kills {
  /** How many commands were under way at each kill. */
  readonly underWay: ReadonlyArray<number>
  readonly acknowledged: number
  readonly daysClosed: number
}

const withFurnished = <A>(use: (folder: string) => Promise<A>): Promise<A> =>
  withFolder(async (folder) => {
    const system = await openIn(
      folder,
      optionsWith(() => undefined),
    )
    await furnish(system)
    await system.close()
    return use(folder)
  })

const killing = async (
  start: () => Child,
  chance: Chance,
  folder: string,
  count: number,
  look: Look,
): Promise<Kills> => {
  const told: Told[] = []
  let child = start()
  try {
    for (let round = 1; round <= count; round++) {
      const last = await child.killedAfter(chance.below(longest))
      told.push(last)
      // The next one loads its program while this one's work is looked at.
      child = start()
      look(await afterKill(folder, last, round % betweenLooks === 0 || round === count))
    }
  } finally {
    await child.dismissed()
  }
  return {
    underWay: told.map(({ orders, outcomes }) => orders.length - outcomes.size),
    acknowledged: told.reduce((sum, { outcomes }) => sum + outcomes.size, 0),
    daysClosed: told.reduce((sum, { moves }) => sum + moves, 0),
  }
}

/** Kills one library so many times; `look` is given what it shows after each. */
export const kills = async (seed: number, count: number, look: Look): Promise<Kills> => {
  const code = compiled()
  const chance = chanceFrom(seed)
  try {
    return await withFurnished((folder) =>
      killing(() => childOf(code)(folder, chance.below(1_000_000_000)), chance, folder, count, look),
    )
  } finally {
    code.remove()
  }
}
