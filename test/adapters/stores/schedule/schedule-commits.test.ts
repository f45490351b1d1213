import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { openSqliteSchedule } from '../../../../adapters/stores/schedule/sqlite/open-sqlite-schedule'
import type { StreamName } from '../../../../domain/event/stream'
import type { EventId, RunId } from '../../../../domain/values/ids'
import type { Position } from '../../../../domain/ports/event-store'
import type { ScheduleChange } from '../../../../retention/schedule/schedule-change'
import type { Schedule } from '../../../../retention/schedule/schedule'
import { randomScopeId } from '../../../fixtures/keys-under-test'

const folder = mkdtempSync(path.join(tmpdir(), 'schedule-'))
const key = Buffer.alloc(32, 5)
afterAll(() => rmSync(folder, { recursive: true }))

const openSchedule = (name: string): Schedule =>
  E.getOrElseW(() => {
    throw new Error('the file does not open')
  })(openSqliteSchedule(key)(path.join(folder, name)))

const first = '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33' as EventId
const run = '6a0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33' as RunId
const positionAt = (place: number): Position => String(place).padStart(4, '0') as Position
const scope = randomScopeId()

const named: ScheduleChange = {
  _tag: 'ScopeNamed',
  scope,
  class: 'loan',
  log: 'circulation',
  stream: 'copy-3274626533' as StreamName,
  first,
}
const due: ScheduleChange = {
  _tag: 'ClockStarted',
  scope,
  clock: {
    due: { by: 'at once', on: '2026-01-05' },
    trigger: first,
    position: positionAt(1),
    knownSince: '2026-01-05',
  },
}
const declared: ScheduleChange = {
  _tag: 'RunDeclared',
  run,
  log: 'circulation',
  stream: `erasure-${run}` as StreamName,
  revision: 0,
  position: positionAt(2),
  recorded: '2026-01-05',
  reason: 'due',
  scopes: [{ scope, class: 'loan', trigger: first }],
}

describe('a schedule that commits after several pages', () => {
  it('answers with changes that are not committed yet', () => {
    const schedule = openSchedule('at-once.db')
    schedule.apply('circulation', positionAt(1), [named, due])
    expect(schedule.isEnded(scope)).toBe(false)
    schedule.apply('circulation', positionAt(2), [declared])
    expect(schedule.isEnded(scope)).toBe(true)
    expect(schedule.position('circulation')).toBe(positionAt(2))
    schedule.close()
  })

  it('is at its last commit after a crash', () => {
    const before = openSchedule('crash.db')
    before.apply('circulation', positionAt(1), [named, due])
    before.commit()
    before.apply('circulation', positionAt(2), [declared])
    const after = openSchedule('crash.db')
    expect(after.position('circulation')).toBe(positionAt(1))
    expect(after.isNamed(scope)).toBe(true)
    expect(after.isEnded(scope)).toBe(false)
    before.close()
    after.close()
  })

  it('rolls back to the last commit when a page fails, its cached answers included', () => {
    const schedule = openSchedule('failed.db')
    schedule.apply('circulation', positionAt(1), [named, due])
    schedule.commit()
    schedule.apply('circulation', positionAt(2), [declared])
    expect(schedule.isEnded(scope)).toBe(true)
    const unwritable = { ...named, scope: randomScopeId(), class: null as never }
    expect(() => schedule.apply('circulation', positionAt(3), [unwritable])).toThrow()
    expect(schedule.position('circulation')).toBe(positionAt(1))
    expect(schedule.isEnded(scope)).toBe(false)
    schedule.apply('circulation', positionAt(2), [declared])
    expect(schedule.isEnded(scope)).toBe(true)
    schedule.close()
  })

  it('commits when it is closed', () => {
    const before = openSchedule('closed.db')
    before.apply('circulation', positionAt(1), [named, due])
    before.close()
    const after = openSchedule('closed.db')
    expect(after.position('circulation')).toBe(positionAt(1))
    expect(after.isNamed(scope)).toBe(true)
    after.close()
  })
})
