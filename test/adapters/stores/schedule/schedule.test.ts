import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { memorySchedule } from '../../../../adapters/stores/schedule/memory/memory-schedule'
import { openSchedule } from '../../../../adapters/stores/schedule/sqlite/sqlite-schedule'
import { logNames } from '../../../../domain/event/stream'
import type { Day } from '../../../../domain/values/day'
import type { RunId, ScopeId } from '../../../../domain/values/ids'
import { erasable, late } from '../../../../retention/schedule/limits'
import type { Schedule } from '../../../../retention/schedule/schedule'
import * as happen from '../../../retention/happenings'
import { fold, makeWorld, type World } from '../../../retention/world'

const folder = mkdtempSync(path.join(tmpdir(), 'schedule-'))
const key = Buffer.alloc(32, 5)
const file = path.join(folder, 'schedule.db')
afterAll(() => rmSync(folder, { recursive: true }))

const opened = (name: string): Schedule =>
  E.getOrElseW(() => {
    throw new Error('the file does not open')
  })(openSchedule(key)(name))

/** Fifty days with loans, fees, moves and a broken-off run. */
const history = async (): Promise<World> => {
  const world = makeWorld('2026-01-01' as Day)
  const person = happen.registered(world)
  world.record('circulation', 'title-52557240', happen.reservationMade(person.card, '2026-03-01' as Day))
  for (let day = 0; day < 50; day += 1) {
    if (day % 5 === 0) happen.lentAndReturned(world)
    if (day === 10) happen.moved(world, person)
    await world.midnight()
  }
  world.fails = 'purge'
  for (let day = 0; day < 20; day += 1) await world.midnight()
  return world
}

const answers = (schedule: Schedule, scopes: ReadonlyArray<ScopeId>) => ({
  perScope: scopes.map((scope) => [
    schedule.ended(scope),
    schedule.knows(scope),
    schedule.certificateOf(scope),
    schedule.find(scope),
  ]),
  logs: logNames.map((log) => [
    schedule.position(log),
    schedule.due(log, erasable(schedule, log)),
    schedule.due(log, late('2026-06-01' as Day, log)),
    schedule.closed(log, 'day'),
    schedule.closed(log, 'month'),
    [...schedule.counts(log, '2026-01', erasable(schedule, log))].sort((a, b) => (a.due.on < b.due.on ? -1 : 1)),
    schedule.livingIn(log, 'title-52557240' as never),
  ]),
  unfinished: schedule.unfinished(),
  scopesOf: schedule.unfinished().map(({ run }) => schedule.scopesOf(run)),
  living: schedule.living(undefined, 3),
  next: schedule.living(schedule.living(undefined, 3)[2]?.scope, 100),
})

describe('the schedule', () => {
  it('answers the same from a file as from memory, also after the file was closed and opened again', async () => {
    const world = await history()
    const scopes = [...new Set(world.logs.circulation.map(({ open }) => open['loan'] as ScopeId).filter(Boolean))]
    const [memory, first] = [memorySchedule(), opened(file)]
    for (const log of logNames) {
      fold(memory, log, world.logs[log])
      fold(first, log, world.logs[log].slice(0, 40))
    }
    first.close()
    const second = opened(file)
    for (const log of logNames) fold(second, log, world.logs[log])
    expect(answers(memory, scopes).unfinished.length).toBeGreaterThan(0)
    expect(answers(second, scopes)).toEqual(answers(memory, scopes))
    second.close()
  })

  it('takes an entry twice and is the same', async () => {
    const world = await history()
    const [once, twice] = [opened(path.join(folder, 'once.db')), opened(path.join(folder, 'twice.db'))]
    for (const log of logNames) {
      fold(once, log, world.logs[log])
      fold(twice, log, world.logs[log])
      twice.apply(log, '' as never, [])
      fold(twice, log, world.logs[log])
    }
    expect(answers(twice, [])).toEqual(answers(once, []))
    once.close()
    twice.close()
  })

  it('is a file that says nothing without its key', () => {
    expect(readFileSync(file).includes('circulation')).toBe(false)
    expect(E.isLeft(openSchedule(Buffer.alloc(32, 6))(file))).toBe(true)
  })

  it('forgets nothing of a run that the log declared without ever naming its scopes', () => {
    const schedule = memorySchedule()
    const scope = '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33' as ScopeId
    const due = { scope, class: 'loan', trigger: scope as string as never } as const
    schedule.apply('circulation', '1' as never, [
      {
        _tag: 'RunDeclared',
        run: scope as string as RunId,
        log: 'circulation',
        position: '1' as never,
        recorded: '2026-01-01',
        scopes: [due],
      },
    ])
    expect(schedule.ended(scope)).toBe(true)
  })
})
