import { lend } from '../../../domain/use-cases/lend'
import { once } from '../../../domain/use-cases/origin'
import { addDays, type Day } from '../../../domain/values/day'
import type { BorrowerId } from '../../../domain/values/ids'
import type { System } from '../../processes/running/system'
import { chance } from './chance'
import { blockSomebody, liveOneDay, type DemoDay } from './days'
import { done } from './done'
import { openDemo } from './open-demo'
import { demoCopies, mainLibrary } from './titles'

/** The day on which the demo library opens, and for how many days it has run when it is shown. */
export const demoOpensOn = '2026-01-02' as Day
export const demoDays = 120

const seed = 2026
const dayOfTheft = 40

const lendTheLostBook = async (system: System, careless: BorrowerId): Promise<void> => {
  const [copy] = demoCopies
  if (copy === undefined) return
  const at = system.library.desk.clock.now()
  done(await lend(system.library)({ at, origin: once, copy: copy.copy, borrower: careless, branch: mainLibrary })())
}

/**
 * Makes a library with a past: 120 simulated days of loans, queues, late returns, fees, payments, a block and a lost
 * book, closed and forgotten day by day. The same every time, ids apart.
 */
export const makeDemo = async (system: System, told: (day: number) => void): Promise<void> => {
  const borrowers = await openDemo(system)
  const [careless, robbed, ...others] = borrowers as [BorrowerId, BorrowerId, ...BorrowerId[]]
  const day: DemoDay = { system, borrowers: others, draw: chance(seed), careless }
  await lendTheLostBook(system, careless)
  for (let count = 1; count <= demoDays; count++) {
    await liveOneDay(day)
    if (count === dayOfTheft) await blockSomebody(day, robbed)
    done(await system.clock.moveTo(addDays(count)(demoOpensOn), () => undefined)())
    told(count)
  }
}
