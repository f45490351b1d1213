import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { createMemorySchedule } from '../../../../adapters/stores/schedule/memory/memory-schedule'
import { openSqliteSchedule } from '../../../../adapters/stores/schedule/sqlite/open-sqlite-schedule'
import { logNames } from '../../../../domain/event/stream'
import type { Day } from '../../../../domain/values/day'
import type { ScopeId } from '../../../../domain/values/ids'
import { erasableDueLimits, latestDueDatesOfOverdueErasures } from '../../../../retention/schedule/due-limits'
import type { Schedule } from '../../../../retention/schedule/schedule'
import * as happen from '../../../retention/record-history'
import { projectIntoSchedule, makeInMemoryLibrary, type InMemoryLibrary } from '../../../retention/in-memory-library'

const folder = mkdtempSync(path.join(tmpdir(), 'schedule-'))
const key = Buffer.alloc(32, 5)
const file = path.join(folder, 'schedule.db')
afterAll(() => rmSync(folder, { recursive: true }))

const openSchedule = (name: string): Schedule =>
  E.getOrElseW(() => {
    throw new Error('the file does not open')
  })(openSqliteSchedule(key)(name))

/** Fifty days with loans, fees, moves and an interrupted run. */
const history = async (): Promise<InMemoryLibrary> => {
  const world = makeInMemoryLibrary('2026-01-01' as Day)
  const person = happen.recordRegistration(world)
  world.record('circulation', 'title-52557240', happen.openReservationMade(person.card, '2026-03-01' as Day))
  for (let day = 0; day < 50; day += 1) {
    if (day % 5 === 0) happen.recordLoanAndReturn(world)
    if (day === 10) happen.recordContactChange(world, person)
    await world.passMidnight()
  }
  world.failingPort = 'purge'
  for (let day = 0; day < 20; day += 1) await world.passMidnight()
  return world
}

const answers = (schedule: Schedule, scopes: ReadonlyArray<ScopeId>) => ({
  perScope: scopes.map((scope) => [
    schedule.isEnded(scope),
    schedule.isNamed(scope),
    schedule.certificateOf(scope),
    schedule.findScope(scope),
  ]),
  logs: logNames.map((log) => [
    schedule.position(log),
    schedule.dueScopes(log, erasableDueLimits(schedule, log)),
    schedule.dueScopes(log, latestDueDatesOfOverdueErasures('2026-06-01' as Day, log)),
    schedule.lastClosing(log, 'day'),
    schedule.lastClosing(log, 'month'),
    [...schedule.dueCounts(log, '2026-01', erasableDueLimits(schedule, log))].sort((a, b) =>
      a.due.on < b.due.on ? -1 : 1,
    ),
    schedule.livingScopesIn(log, 'title-52557240' as never),
  ]),
  unfinished: schedule.unfinishedRuns(),
  scopesOf: schedule.unfinishedRuns().map(({ run }) => schedule.scopesOfRun(run)),
  living: schedule.livingScopes(undefined, 3),
  next: schedule.livingScopes(schedule.livingScopes(undefined, 3)[2]?.scope, 100),
})

describe('the schedule', () => {
  it('gives the same answers from a file, closed and opened again, as from memory', async () => {
    const world = await history()
    const scopes = [...new Set(world.logs.circulation.map(({ open }) => open['loan'] as ScopeId).filter(Boolean))]
    const [memory, first] = [createMemorySchedule(), openSchedule(file)]
    for (const log of logNames) {
      projectIntoSchedule(memory, log, world.logs[log])
      projectIntoSchedule(first, log, world.logs[log].slice(0, 40))
    }
    first.close()
    const second = openSchedule(file)
    for (const log of logNames) projectIntoSchedule(second, log, world.logs[log])
    expect(answers(memory, scopes).unfinished.length).toBeGreaterThan(0)
    expect(answers(second, scopes)).toEqual(answers(memory, scopes))
    second.close()
  })

  it('is unchanged when it gets the same changes twice', async () => {
    const world = await history()
    const [once, twice] = [openSchedule(path.join(folder, 'once.db')), openSchedule(path.join(folder, 'twice.db'))]
    for (const log of logNames) {
      projectIntoSchedule(once, log, world.logs[log])
      projectIntoSchedule(twice, log, world.logs[log])
      twice.apply(log, '' as never, [])
      projectIntoSchedule(twice, log, world.logs[log])
    }
    expect(answers(twice, [])).toEqual(answers(once, []))
    once.close()
    twice.close()
  })

  it('is an encrypted file that opens only with its key', () => {
    expect(readFileSync(file).includes('circulation')).toBe(false)
    expect(E.isLeft(openSqliteSchedule(Buffer.alloc(32, 6))(file))).toBe(true)
  })
})
