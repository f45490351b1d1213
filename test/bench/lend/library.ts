import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { openSqliteLog } from '../../../adapters/stores/eventstore/sqlite/store'
import type { System } from '../../../adapters/processes/running/system'
import { once } from '../../../domain/use-cases/origin'
import { register } from '../../../domain/use-cases/register'
import type { Day } from '../../../domain/values/day'
import type { BorrowerId, CopyId, TitleId } from '../../../domain/values/ids'
import { right } from '../../fixtures/right'
import { openIn } from '../../fixtures/system'
import { branch } from './branch'
import { writePasts, type PastOf } from './past'
import { byCallers } from './side-by-side'

/** Copies that have had equally many loans. */
export interface Shelf {
  readonly loans: number
  readonly copies: ReadonlyArray<CopyId>
}

/** A library on real stores, with copies of a long past and borrowers. */
export interface BusyLibrary {
  readonly system: System
  readonly shelves: ReadonlyArray<Shelf>
  readonly borrowers: ReadonlyArray<BorrowerId>
}

/** The day on which the library opens. */
export const today = '2026-06-01' as Day

const shelf = (place: number, copies: number, loans: number): ReadonlyArray<PastOf> =>
  Array.from({ length: copies }, (_, at) => ({
    copy: String(3_000_000_000 + place * 100_000 + at) as CopyId,
    title: String(50_000_000 + place * 100_000 + at) as TitleId,
    branch,
    loans,
  }))

const registerAll = async ({ library }: System, count: number): Promise<ReadonlyArray<BorrowerId>> => {
  const found: BorrowerId[] = []
  const numbers = Array.from({ length: count }, (_, at) => String(100_000 + at))
  await byCallers(64)(numbers, async (number) => {
    const registered = await register(library)({
      person: {
        number,
        cpr: null,
        name: 'Canary Kanariefugl',
        birthDate: '1980-02-03' as Day,
        group: 'adult',
        municipality: null,
        homeBranch: branch,
        language: 'da',
      },
      details: { careOf: null, address: null, phones: [], mobileForNotices: null, email: null },
      cardShown: { number: `K-${number}`, pin: null },
      at: library.desk.clock.now(),
      origin: once,
    })()
    found.push(right(registered).borrower)
  })
  return found
}

/** Opens a library in a new folder, with so many borrowers and, for each past, a shelf of so many copies. */
export const busyLibrary = async (
  parent: string,
  pasts: ReadonlyArray<number>,
  copies: number,
  borrowers: number,
): Promise<BusyLibrary> => {
  const folder = path.join(parent, randomUUID())
  await (await openIn(folder, { startOn: today })).close()
  const past = pasts.map((loans, place) => shelf(place, copies, loans))
  const log = right(openSqliteLog(path.join(folder, 'circulation.db')))
  await writePasts(log.events, past.flat())
  await log.events.close()
  const system = await openIn(folder, { startOn: today })
  return {
    system,
    shelves: past.map((of, place) => ({ loans: pasts[place] ?? 0, copies: of.map(({ copy }) => copy) })),
    borrowers: await registerAll(system, borrowers),
  }
}
