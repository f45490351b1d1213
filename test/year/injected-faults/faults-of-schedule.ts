import type { ScopeClass } from '../../../domain/event/scope-class'
import { isLastDayOfMonth } from '../../../domain/values/month'
import { promiseOfClass } from '../checks/broken-promise'
import type { TrueScope } from '../ground-truth/ground-truth'
import { sendMessages } from '../send-mail'
import { passMidnight, type RunningYear } from '../simulate-year'
import { todayIn, type SimulatedYear } from '../simulated-year'
import type { FaultOfNight } from './fault-of-night'
import { writeWhenFree } from './writable-files'

const clocks = ['clock_by', 'clock_on', 'latest_by', 'latest_on', 'due_by', 'due_on']

const passNightsToEndOfMonth = async (running: RunningYear): Promise<void> => {
  while (!isLastDayOfMonth(todayIn(running.year))) {
    const { day } = await passMidnight(running)
    await sendMessages(running.year, running.mail, day)
  }
}

/** One record of each class that goes with the closing of today. What a hold stops does not. */
const dueOfEachClass = (year: SimulatedYear): ReadonlyMap<ScopeClass, TrueScope> => {
  const { scopes, holds } = year.groundTruth
  const held = new Set([...holds.values()].map(({ scope }) => scope))
  const due = [...scopes.values()].filter(({ id, lastDay }) => lastDay === todayIn(year) && !held.has(id))
  return new Map(due.map((scope) => [scope.class, scope]))
}

/** Most classes end with a month. */
const fewestClasses = 8

/** Of each class of records one that is due is taken off the schedule. */
export const takenOffSchedule: FaultOfNight = {
  title: 'what is due is taken off the schedule',
  when: 'before the closing',
  inject: async (running, { schedule }) => {
    await passNightsToEndOfMonth(running)
    const due = [...dueOfEachClass(running.year).values()]
    if (due.length < fewestClasses) throw new Error(`only these are due: ${due.map((one) => one.class).join()}`)
    const columns = clocks.map((name) => `${name} = NULL`).join()
    const change = schedule.prepare(`UPDATE scopes SET ${columns} WHERE scope = ?`)
    for (const { id, class: name } of due)
      await writeWhenFree(() => {
        const { changes } = change.run(Buffer.from(id.replaceAll('-', ''), 'hex'))
        if (changes !== 1) throw new Error(`the schedule does not have the ${name}`)
      })
    return due.map(({ id, class: name }) => ({ promise: promiseOfClass[name], about: id }))
  },
}
