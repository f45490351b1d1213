import type { BorrowerId } from '../../../domain/values/ids'
import { borrowersAfter, cardByNumber } from '../../../projections/borrowers/queries'
import { copyById } from '../../../projections/copies/queries'
import type { Rows } from '../../../projections/kernel/rows'
import type { System } from '../../processes/running/system'
import { done } from './done'
import { demoPeople } from './people'
import { demoCopies } from './titles'

/** What to look at first in a demo library. */
export interface Demo {
  /** Whoever may be let in as a borrower; nobody where everybody has been erased. */
  readonly borrower: BorrowerId | undefined
  /** A copy whose first loans are forgotten by now. */
  readonly forgotten: string
  /** A copy on loan, whose loan is remembered. */
  readonly remembered: string | undefined
}

/** Of those listed the first two are the careless and the robbed: the third borrows like everybody. */
const somebody = (rows: Rows): BorrowerId | undefined =>
  cardByNumber(demoPeople[2]?.card ?? '')(rows)?.borrower ?? borrowersAfter(undefined, 1)(rows)[0]?.borrower

const somethingOnLoan = async ({ library }: System): Promise<string | undefined> => {
  for (const { copy } of [...demoCopies].reverse()) {
    const loan = await library.lookUp.loanOf(copy)()
    if (loan._tag === 'Right' && loan.right !== undefined) return copy
  }
  return undefined
}

/** Finds it in the library as it is now, however long ago it was made; undefined where no demo library was made. */
export const whatToLookAt = async (system: System): Promise<Demo | undefined> => {
  done(await system.reach())
  const [, forgotten] = demoCopies
  if (!system.isDemo || forgotten === undefined || copyById(forgotten.copy)(system.rows) === undefined) return undefined
  return {
    borrower: somebody(system.rows),
    forgotten: forgotten.copy,
    remembered: await somethingOnLoan(system),
  }
}
