import fc from 'fast-check'
import type { DomainEvent } from '../../../domain/event/domain-event'
import type { Day } from '../../../domain/values/day'
import { calendarSteps, openDay, openMonth } from './calendar-steps'
import { copySteps } from './copy-steps'
import { feeSteps } from './fee-steps'
import { loanSteps } from './loan-steps'
import { personSteps } from './person-steps'
import { queueSteps } from './queue-steps'
import type { Choose, HistoryScope, Step, World } from './world'

/** What happened in a library, in both logs, and what of it can be forgotten. */
export interface History {
  readonly circulation: ReadonlyArray<DomainEvent>
  readonly persons: ReadonlyArray<DomainEvent>
  readonly scopes: ReadonlyArray<HistoryScope>
}

const steps: ReadonlyArray<Step> = [
  ...copySteps,
  ...personSteps,
  ...loanSteps,
  ...queueSteps,
  ...feeSteps,
  ...calendarSteps,
]

const emptyWorld = (): World => ({
  day: '2026-01-10' as Day,
  next: 0,
  circulation: [],
  persons: [],
  scopes: [],
  borrowers: [],
  copies: [],
  reservations: [],
  fees: [],
  statistics: undefined,
})

interface Told {
  readonly step: number
  readonly choices: ReadonlyArray<number>
}

const choosing = (choices: ReadonlyArray<number>): Choose => {
  let at = 0
  return (things) => {
    const choice = choices[at % choices.length] ?? 0
    at += 1
    return things[choice % Math.max(things.length, 1)]
  }
}

const play = (story: ReadonlyArray<Told>): History => {
  const world = emptyWorld()
  openDay(world)
  openMonth(world)
  for (const step of [...copySteps.slice(0, 2), ...personSteps.slice(0, 2)]) step(world, choosing([world.next]))
  for (const { step, choices } of story) steps[step]?.(world, choosing(choices))
  return world
}

const told: fc.Arbitrary<Told> = fc.record({
  step: fc.nat(steps.length - 1),
  choices: fc.array(fc.nat(59), { minLength: 7, maxLength: 7 }),
})

/** Well-formed histories of up to so many acts, over several copies, titles, borrowers, fees and months. */
export const arbitraryHistory = (acts = 80): fc.Arbitrary<History> =>
  fc.array(told, { maxLength: acts, size: 'max' }).map(play)
