import { furnish, optionsWith, branch, copies, details, personOf } from '../../crash/world'
import type { System } from '../../../adapters/processes/running/system'
import { lend } from '../../../domain/use-cases/lend'
import { once } from '../../../domain/use-cases/origin'
import type { BorrowerId, CopyId } from '../../../domain/values/ids'
import { borrowersAfter } from '../../../projections/borrowers/queries'
import { right } from '../../fixtures/right'
import { openIn, withFolder } from '../../fixtures/system'

export { branch, copies, details, personOf }

/** Ids of the borrowers of a furnished library. */
export const borrowersOf = (system: System): ReadonlyArray<BorrowerId> =>
  borrowersAfter(undefined, 100)(system.rows).map(({ borrower }) => borrower)

export const lendOne = (system: System) => (copy: CopyId, borrower: BorrowerId) =>
  lend(system.library)({ copy, borrower, branch, at: system.library.desk.clock.now(), origin: once })()

/** A folder of a library with copies and borrowers and one loan, not open. */
export const withFurnished = <A>(use: (folder: string) => Promise<A>): Promise<A> =>
  withFolder(async (folder) => {
    const system = await openIn(
      folder,
      optionsWith(() => undefined),
    )
    await furnish(system)
    right(await system.reach())
    right(await lendOne(system)(copies[0] as CopyId, borrowersOf(system)[0] as BorrowerId))
    right(await system.reach())
    await system.close()
    return use(folder)
  })
