import { once, type Acted } from '../../../domain/use-cases/origin'
import type { System } from '../../../adapters/processes/running/system'
import { noonOf } from '../../../domain/values/instant'
import type { BorrowerId, BranchId, CopyId, TitleId } from '../../../domain/values/ids'
import type { Dice } from './dice'
import { nothingKnown, type Truth } from './truth'

/** A borrower's way with the library: most come often, some fall silent, and one never brings anything back. */
export interface Townsman {
  readonly n: number
  readonly borrower: BorrowerId
  /** The last month number (from 0) in which this borrower comes. */
  readonly until: number
  readonly keepsBooks: boolean
}

/** Where a life takes place: the library, the people and the books, and the truth about them. */
export interface Town {
  readonly system: System
  readonly chance: Dice
  readonly truth: Truth
  readonly people: Map<BorrowerId, Townsman>
  readonly copies: ReadonlyArray<{ readonly copy: CopyId; readonly title: TitleId }>
  /** Visits and closings so far. */
  visits: number
  /** Acts so far by name, so that a life can be seen to have had everything in it. */
  readonly done: Map<string, number>
}

export const branches = ['DK-785100' as BranchId, 'DK-785101' as BranchId]

const everyTitle = Array.from({ length: 60 }, (_, n) => String(52_557_240 + n) as TitleId)

/** One or two copies of each title. */
const stock = everyTitle.flatMap((title, n) =>
  Array.from({ length: 1 + (n % 2) }, (_, k) => ({ title, copy: String(3_274_626_500 + 10 * n + k) as CopyId })),
)

export const town = (system: System, chance: Dice): Town => ({
  ...{ system, chance, truth: nothingKnown(), people: new Map(), copies: stock, visits: 0, done: new Map() },
})

/** When an act happens: at noon of the library's day. Every third is keyed by its caller. */
export const acted = ({ system, chance }: Town): Acted => ({
  at: noonOf(system.library.desk.clock.today()),
  origin: chance.happens(0.3) ? { _tag: 'Keyed', key: `key ${String(chance.throw())}` } : once,
})

/** Counts what was done; an act that was refused is not counted. Answers what came of it. */
export const counted =
  ({ done }: Town) =>
  <A>(name: string, answer: { readonly _tag: string; readonly right?: A }): A | undefined => {
    if (answer._tag === 'Left') return undefined
    done.set(name, (done.get(name) ?? 0) + 1)
    return answer.right
  }
