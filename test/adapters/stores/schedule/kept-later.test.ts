import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { openSchedule } from '../../../../adapters/stores/schedule/sqlite/sqlite-schedule'
import type { StreamName } from '../../../../domain/event/stream'
import type { EventId, RunId } from '../../../../domain/values/ids'
import type { Position } from '../../../../domain/ports/event-store'
import type { ScheduleEntry } from '../../../../retention/schedule/entry'
import type { Schedule } from '../../../../retention/schedule/schedule'
import { anyScope } from '../../../fixtures/keys'

const folder = mkdtempSync(path.join(tmpdir(), 'schedule-'))
const key = Buffer.alloc(32, 5)
afterAll(() => rmSync(folder, { recursive: true }))

const opened = (name: string): Schedule =>
  E.getOrElseW(() => {
    throw new Error('the file does not open')
  })(openSchedule(key)(path.join(folder, name)))

const first = '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33' as EventId
const run = '6a0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33' as RunId
const at = (place: number): Position => String(place).padStart(4, '0') as Position
const scope = anyScope()

const named: ScheduleEntry = {
  _tag: 'ScopeNamed',
  scope,
  class: 'loan',
  log: 'circulation',
  stream: 'copy-3274626533' as StreamName,
  first,
}
const declared: ScheduleEntry = {
  _tag: 'RunDeclared',
  run,
  log: 'circulation',
  position: at(2),
  recorded: '2026-01-05',
  scopes: [{ scope, class: 'loan', trigger: first }],
}

describe('a schedule that is kept now and then', () => {
  it('answers by what it has taken before that is kept', () => {
    const schedule = opened('at-once.db')
    schedule.apply('circulation', at(1), [named])
    expect(schedule.ended(scope)).toBe(false)
    schedule.apply('circulation', at(2), [declared])
    expect(schedule.ended(scope)).toBe(true)
    expect(schedule.position('circulation')).toBe(at(2))
    schedule.close()
  })

  it('has come as far after a crash as when it was last kept, and takes the rest again', () => {
    const before = opened('crash.db')
    before.apply('circulation', at(1), [named])
    before.commit()
    before.apply('circulation', at(2), [declared])
    const after = opened('crash.db')
    expect(after.position('circulation')).toBe(at(1))
    expect(after.knows(scope)).toBe(true)
    expect(after.ended(scope)).toBe(false)
    before.close()
    after.close()
  })

  it('forgets a failed page whole, and what it had said by it', () => {
    const schedule = opened('failed.db')
    schedule.apply('circulation', at(1), [named])
    schedule.commit()
    schedule.apply('circulation', at(2), [declared])
    expect(schedule.ended(scope)).toBe(true)
    const unwritable = { ...named, scope: anyScope(), class: null as never }
    expect(() => schedule.apply('circulation', at(3), [unwritable])).toThrow()
    expect(schedule.position('circulation')).toBe(at(1))
    expect(schedule.ended(scope)).toBe(false)
    schedule.apply('circulation', at(2), [declared])
    expect(schedule.ended(scope)).toBe(true)
    schedule.close()
  })

  it('keeps what it has taken when it is closed', () => {
    const before = opened('closed.db')
    before.apply('circulation', at(1), [named])
    before.close()
    const after = opened('closed.db')
    expect(after.position('circulation')).toBe(at(1))
    expect(after.knows(scope)).toBe(true)
    after.close()
  })
})
