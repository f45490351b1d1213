import { DayClosed } from '../../domain/calendar/events/day-closed'
import { DayOpened } from '../../domain/calendar/events/day-opened'
import type { Recorded } from '../../domain/event/domain-event'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { Day } from '../../domain/values/day'
import type { IdempotencyId, ScopeId } from '../../domain/values/ids'
import { add, put, remove, set } from '../../projections/kernel/change'
import type { ReadModel } from '../../projections/kernel/read-model'
import type { ReadModels } from '../../projections/kernel/read-models'
import {
  goesWith,
  openNumber,
  openText,
  openTextOrNull,
  personalTextOrNull,
  table,
} from '../../projections/kernel/table'
import { recordedIn } from '../fixtures/read-models'
import { uuid } from '../fixtures/uuid'

/** What a keeper of read models is asked to do: open what was kept before under a name of the test's choosing. */
export interface Opening {
  readonly open: (models: ReadonlyArray<ReadModel>) => ReadModels
}

const days = table('days', { day: openText<Day>(), id: openText(), note: openTextOrNull(), seen: openNumber() }, [
  'day',
])
const scoped = table('scoped', { scope: goesWith<ScopeId>('idempotency'), day: personalTextOrNull<Day>() }, ['scope'])
const counts = table('counts', { year: openText(), days: openNumber(), closed: openNumber() }, ['year'])

const model: ReadModel = {
  name: 'test',
  version: 1,
  tables: [days, scoped, counts],
  folds: {
    DayOpened: ({ open: { day, idempotency } }) => [
      put(days)({ day, id: idempotency, note: null, seen: 1 }),
      put(scoped)({ scope: idempotency as string as ScopeId, day }),
      add(counts)({ year: day.slice(0, 4) }, { days: 1 }),
    ],
    DayClosed: ({ open: { day } }) => [
      set(days)({ day, note: null }, { note: 'closed' }, { id: uuid(3) }),
      add(counts)({ year: day.slice(0, 4) }, { closed: 2 }),
    ],
    MonthClosed: () => [remove(days)({ note: 'closed' })],
  },
}

const day = (n: number): Day => `2026-01-${String(n).padStart(2, '0')}` as Day
const opened = (n: number) => DayOpened({ day: day(n), idempotency: uuid(n) as IdempotencyId }, {})
const closed = (n: number) => DayClosed({ day: day(n) }, {})
const log = recordedIn('circulation')
const three: ReadonlyArray<Recorded> = log([opened(1), opened(2), opened(3)])
const scope = (n: number) => ({ class: 'idempotency' as ScopeClass, scope: uuid(n) as ScopeId })
const done = { _tag: 'Right', right: undefined }

/** What whoever keeps read models promises. */
export const readModelsContract = (name: string, opening: () => Opening): void => {
  describe(`read models kept by ${name}`, () => {
    const start = (models = [model]) => opening().open(models)

    it('read what has been taken before it is committed', () => {
      const kept = start()
      expect(kept.take(three)).toEqual(done)
      expect(kept.rows.find(days, { where: { day: day(2) } })).toEqual([
        { day: day(2), id: uuid(2), note: null, seen: 1 },
      ])
      kept.close()
    })

    it('find by equality, bounds, order and limit', () => {
      const kept = start()
      kept.take(three)
      const found = (find: Parameters<typeof kept.rows.find<typeof days.columns>>[1]) =>
        kept.rows.find(days, find).map((row) => row.day)
      expect(found({ upTo: { day: day(2) }, orderBy: ['day'] })).toEqual([day(1), day(2)])
      expect(found({ below: { day: day(2) } })).toEqual([day(1)])
      expect(found({ from: { day: day(2) }, orderBy: ['day'] })).toEqual([day(2), day(3)])
      expect(found({ after: { day: day(2) } })).toEqual([day(3)])
      expect(found({ latestBy: ['day'], limit: 2 })).toEqual([day(3), day(2)])
      expect(found({ where: { note: null, id: uuid(3) } })).toEqual([day(3)])
      expect(kept.rows.count(days, { where: { note: null } })).toBe(3)
      expect(kept.rows.total(days, 'seen', {})).toBe(3)
      expect(kept.rows.total(days, 'seen', { where: { day: day(9) } })).toBe(0)
      kept.close()
    })

    it('set, spare, remove and count', () => {
      const kept = start()
      kept.take(log([opened(1), opened(3), closed(1), closed(3)]))
      expect(kept.rows.find(days, { orderBy: ['day'] }).map(({ note }) => note)).toEqual(['closed', null])
      expect(kept.rows.find(counts, {})).toEqual([{ year: '2026', days: 2, closed: 4 }])
      kept.close()
    })

    it('take an event once, however often it is handed in', () => {
      const kept = start()
      kept.take(three)
      kept.take(three)
      expect(kept.rows.total(counts, 'days', {})).toBe(3)
      expect(kept.checkpoint('circulation')).toBe(three[2]?.at.position)
      expect(kept.checkpoint('persons')).toBeUndefined()
      kept.close()
    })

    it('move the checkpoint past events that nobody folds', () => {
      const kept = start([{ ...model, folds: {} }])
      kept.take(three)
      expect(kept.checkpoint('circulation')).toBe(three[2]?.at.position)
      kept.close()
    })

    it('keep rows and checkpoints together, from commit to the next opening', () => {
      const files = opening()
      const before = files.open([model])
      before.take(three.slice(0, 2))
      expect(before.commit()).toEqual(done)
      before.take(three.slice(2))
      before.close()
      const after = files.open([model])
      expect(after.rows.count(days, {})).toBe(3)
      expect(after.checkpoint('circulation')).toBe(three[2]?.at.position)
      after.close()
    })

    it('begin anew when a read model has another version, and drop one that is no more', () => {
      const files = opening()
      const before = files.open([model])
      before.take(three)
      before.close()
      const [again] = [files.open([{ ...model, version: 2 }])]
      expect(again.rows.count(days, {})).toBe(0)
      expect(again.checkpoint('circulation')).toBeUndefined()
      again.take(three)
      again.close()
      files.open([]).close()
      const last = files.open([model])
      expect(last.rows.count(days, {})).toBe(0)
      last.close()
    })

    it('fold again what they were told to throw away, and only that', () => {
      const other = { ...model, name: 'other', tables: [], folds: {} }
      const kept = start([model, other])
      kept.take(three)
      expect(kept.reset('other')).toEqual(done)
      expect(kept.checkpoint('circulation')).toBeUndefined()
      kept.take(three)
      expect(kept.rows.total(counts, 'days', {})).toBe(3)
      kept.reset('test')
      expect(kept.rows.count(days, {})).toBe(0)
      kept.take(three)
      expect(kept.rows.total(counts, 'days', {})).toBe(3)
      kept.close()
    })

    it('purge the rows of a scope and no others', () => {
      const kept = start()
      kept.take(three)
      expect([1, 2, 3, 4].map((n) => kept.count(scope(n)))).toEqual([1, 1, 1, 0])
      expect(kept.purge([scope(1), scope(3)])).toEqual(done)
      expect([1, 2, 3].map((n) => kept.count(scope(n)))).toEqual([0, 1, 0])
      expect(kept.rows.count(days, {})).toBe(3)
      kept.close()
    })

    it('undo what they took since the last commit when an event cannot be kept', () => {
      const kept = start()
      kept.take(three.slice(0, 1))
      kept.commit()
      const broken = { ...model.folds, DayClosed: () => [put(scoped)({ scope: null as never, day: null })] }
      kept.close()
      const again = opening().open([{ ...model, folds: broken }])
      again.take(three.slice(0, 1))
      again.commit()
      const answer = again.take(log([opened(1), opened(2), closed(1)]))
      expect(answer).toMatchObject({ _tag: 'Left', left: { _tag: 'StoreUnavailable' } })
      expect(again.rows.count(days, {})).toBe(1)
      expect(again.checkpoint('circulation')).toBe(three[0]?.at.position)
      again.close()
    })
  })
}
