import { setTimeout } from 'node:timers/promises'
import { openSystem } from '../../../adapters/composition/open-system'
import type { System } from '../../../adapters/processes/running/system'
import { addDays } from '../../../domain/values/day'
import { right } from '../../fixtures/right'
import { send } from '../send'
import { optionsWith } from '../world'
import { chanceFrom, type Chance } from './chance'
import { nextDeed } from './next-deed'
import { tell } from './tell'

/** How many ask at once, each for the next thing as soon as the last is answered. */
const callers = 48

const asking = async (system: System, chance: Chance, name: string): Promise<never> => {
  for (let count = 0; ; count++) {
    const key = `${name}-${String(count)}`
    const order = { key, at: system.library.desk.clock.now(), deed: nextDeed(system, chance)(key) }
    tell({ tells: 'ordered', order })
    tell({ tells: 'came to', key, outcome: await send(system)(order)() })
  }
}

/** Days are closed, and what falls due is erased, while everybody goes on asking. */
const moving = async (system: System, chance: Chance): Promise<never> => {
  for (;;) {
    const to = addDays(1)(system.library.desk.clock.today())
    right(await system.clock.moveTo(to, () => undefined)())
    tell({ tells: 'moved', to })
    await setTimeout(chance.below(20))
  }
}

const main = async (folder: string, seed: number): Promise<void> => {
  const system = right(
    await openSystem(
      folder,
      optionsWith((kind) => tell({ tells: 'alarm', kind })),
    )(),
  )
  const chance = chanceFrom(seed)
  const moved = moving(system, chance)
  // Everybody comes in while a day is being closed, sooner or later.
  await Promise.race([moved, setTimeout(chance.below(100))])
  const all = Array.from({ length: callers }, (_, caller) =>
    asking(system, chance, `${String(seed)}-${String(caller)}`),
  )
  tell({ tells: 'full' })
  await Promise.race([...all, moved])
}

const [folder = '', seed = '0'] = process.argv.slice(2)

process.stdin.once('data', () => {
  main(folder, Number(seed)).catch((error: unknown) => {
    tell({ tells: 'alarm', kind: `the child ended: ${String(error)}` })
    process.exitCode = 1
  })
})
