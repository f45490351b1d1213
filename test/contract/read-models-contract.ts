import { DayClosed } from '../../domain/calendar/events/day-closed'
import { DayOpened } from '../../domain/calendar/events/day-opened'
import type { EventWithMetadata } from '../../domain/event/domain-event'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { Day } from '../../domain/values/day'
import type { IdempotencyId, ScopeId } from '../../domain/values/ids'
import { incrementColumns, putRow, removeRows, setColumns } from '../../projections/read-model/row-change'
import type { ReadModel } from '../../projections/read-model/read-model'
import type { ReadModelStore } from '../../projections/read-model/read-model-store'
import {
  purgedWithColumn,
  openNumberColumn,
  openTextColumn,
  nullableOpenTextColumn,
  nullablePersonalTextColumn,
  defineTable,
} from '../../projections/read-model/define-table'
import { withMetadataIn } from '../fixtures/in-memory-read-models'
import { numberedUuid } from '../fixtures/numbered-uuid'

/** Opens the same file of read models, as often as a test asks. */
export interface OpenReadModelFile {
  readonly open: (models: ReadonlyArray<ReadModel>) => ReadModelStore
}

const days = defineTable(
  'days',
  { day: openTextColumn<Day>(), id: openTextColumn(), note: nullableOpenTextColumn(), seen: openNumberColumn() },
  ['day'],
)
const scoped = defineTable(
  'scoped',
  { scope: purgedWithColumn<ScopeId>('idempotency'), day: nullablePersonalTextColumn<Day>() },
  ['scope'],
)
const counts = defineTable(
  'counts',
  { year: openTextColumn(), days: openNumberColumn(), dayClosed: openNumberColumn() },
  ['year'],
)

const model: ReadModel = {
  name: 'test',
  version: 1,
  tables: [days, scoped, counts],
  folds: {
    DayOpened: ({ open: { day, idempotency } }) => [
      putRow(days)({ day, id: idempotency, note: null, seen: 1 }),
      putRow(scoped)({ scope: idempotency as string as ScopeId, day }),
      incrementColumns(counts)({ year: day.slice(0, 4) }, { days: 1 }),
    ],
    DayClosed: ({ open: { day } }) => [
      setColumns(days)({ day, note: null }, { note: 'closed' }, { id: numberedUuid(3) }),
      incrementColumns(counts)({ year: day.slice(0, 4) }, { dayClosed: 2 }),
    ],
    MonthClosed: () => [removeRows(days)({ note: 'closed' })],
  },
}

const day = (n: number): Day => `2026-01-${String(n).padStart(2, '0')}` as Day
const dayOpened = (n: number) => DayOpened({ day: day(n), idempotency: numberedUuid(n) as IdempotencyId }, {})
const dayClosed = (n: number) => DayClosed({ day: day(n) }, {})
const log = withMetadataIn('circulation')
const threeDays: ReadonlyArray<EventWithMetadata> = log([dayOpened(1), dayOpened(2), dayOpened(3)])
const scope = (n: number) => ({ class: 'idempotency' as ScopeClass, scope: numberedUuid(n) as ScopeId })
const done = { _tag: 'Right', right: undefined }

/** The contract of a store of read models. */
export const readModelsContract = (name: string, openFile: () => OpenReadModelFile): void => {
  describe(`read models in ${name}`, () => {
    const start = (models = [model]) => openFile().open(models)

    it('show rows before they are committed', () => {
      const store = start()
      expect(store.foldEvents(threeDays)).toEqual(done)
      expect(store.rows.find(days, { where: { day: day(2) } })).toEqual([
        { day: day(2), id: numberedUuid(2), note: null, seen: 1 },
      ])
      store.close()
    })

    it('find rows by equality, bounds, order and limit', () => {
      const store = start()
      store.foldEvents(threeDays)
      const found = (find: Parameters<typeof store.rows.find<typeof days.columns>>[1]) =>
        store.rows.find(days, find).map((row) => row.day)
      expect(found({ atMost: { day: day(2) }, orderBy: ['day'] })).toEqual([day(1), day(2)])
      expect(found({ lessThan: { day: day(2) } })).toEqual([day(1)])
      expect(found({ atLeast: { day: day(2) }, orderBy: ['day'] })).toEqual([day(2), day(3)])
      expect(found({ greaterThan: { day: day(2) } })).toEqual([day(3)])
      expect(found({ orderByDescending: ['day'], limit: 2 })).toEqual([day(3), day(2)])
      expect(found({ where: { note: null, id: numberedUuid(3) } })).toEqual([day(3)])
      expect(store.rows.count(days, { where: { note: null } })).toBe(3)
      expect(store.rows.sum(days, 'seen', {})).toBe(3)
      expect(store.rows.sum(days, 'seen', { where: { day: day(9) } })).toBe(0)
      store.close()
    })

    it('set columns, with exceptions, remove rows and increment counters', () => {
      const store = start()
      store.foldEvents(log([dayOpened(1), dayOpened(3), dayClosed(1), dayClosed(3)]))
      expect(store.rows.find(days, { orderBy: ['day'] }).map(({ note }) => note)).toEqual(['closed', null])
      expect(store.rows.find(counts, {})).toEqual([{ year: '2026', days: 2, dayClosed: 4 }])
      store.close()
    })

    it('fold an event once, also when it comes twice', () => {
      const store = start()
      store.foldEvents(threeDays)
      store.foldEvents(threeDays)
      expect(store.rows.sum(counts, 'days', {})).toBe(3)
      expect(store.checkpoint('circulation')).toBe(threeDays[2]?.metadata.position)
      expect(store.checkpoint('persons')).toBeUndefined()
      store.close()
    })

    it('move the checkpoint past events that no read model folds', () => {
      const store = start([{ ...model, folds: {} }])
      store.foldEvents(threeDays)
      expect(store.checkpoint('circulation')).toBe(threeDays[2]?.metadata.position)
      store.close()
    })

    it('store rows and checkpoints together', () => {
      const file = openFile()
      const before = file.open([model])
      before.foldEvents(threeDays.slice(0, 2))
      expect(before.commit()).toEqual(done)
      before.foldEvents(threeDays.slice(2))
      before.close()
      const after = file.open([model])
      expect(after.rows.count(days, {})).toBe(3)
      expect(after.checkpoint('circulation')).toBe(threeDays[2]?.metadata.position)
      after.close()
    })

    it('start empty when a read model has another version, and drop the tables of a removed one', () => {
      const file = openFile()
      const before = file.open([model])
      before.foldEvents(threeDays)
      before.close()
      const [again] = [file.open([{ ...model, version: 2 }])]
      expect(again.rows.count(days, {})).toBe(0)
      expect(again.checkpoint('circulation')).toBeUndefined()
      again.foldEvents(threeDays)
      again.close()
      file.open([]).close()
      const last = file.open([model])
      expect(last.rows.count(days, {})).toBe(0)
      last.close()
    })

    it('purge only the rows of the given scopes', () => {
      const store = start()
      store.foldEvents(threeDays)
      expect([1, 2, 3, 4].map((n) => store.count(scope(n)))).toEqual([1, 1, 1, 0])
      expect(store.purge([scope(1), scope(3)])).toEqual(done)
      expect([1, 2, 3].map((n) => store.count(scope(n)))).toEqual([0, 1, 0])
      expect(store.rows.count(days, {})).toBe(3)
      store.close()
    })

    it('roll back to the last commit when a row cannot be written', () => {
      const store = start()
      store.foldEvents(threeDays.slice(0, 1))
      store.commit()
      const broken = { ...model.folds, DayClosed: () => [putRow(scoped)({ scope: null as never, day: null })] }
      store.close()
      const again = openFile().open([{ ...model, folds: broken }])
      again.foldEvents(threeDays.slice(0, 1))
      again.commit()
      const answer = again.foldEvents(log([dayOpened(1), dayOpened(2), dayClosed(1)]))
      expect(answer).toMatchObject({ _tag: 'Left', left: { _tag: 'StoreUnavailable' } })
      expect(again.rows.count(days, {})).toBe(1)
      expect(again.checkpoint('circulation')).toBe(threeDays[0]?.metadata.position)
      again.close()
    })
  })
}
