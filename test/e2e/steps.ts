import { tendCopy } from '../../domain/use-cases/copy'
import { once } from '../../domain/use-cases/origin'
import { register } from '../../domain/use-cases/register'
import type { System } from '../../adapters/processes/running/system'
import type { BorrowerId, BranchId, CopyId, TitleId } from '../../domain/values/ids'
import { kroner } from '../../domain/values/ore'
import { right } from '../fixtures/right'

export const branch = 'DK-785100' as BranchId
export const copy = '3274626533' as CopyId
export const title = '52557240' as TitleId

/** Now, asked for once. */
export const now = (system: System) => ({ at: system.library.desk.clock.now(), origin: once })

/** The library's one copy. */
export const acquireOne = async (system: System) =>
  right(
    await tendCopy(system.library)(copy, now(system))({
      type: 'Acquire',
      copy,
      title,
      branch,
      group: 'standard',
      ageLimit: null,
      price: kroner(200),
      name: 'Pelle Erobreren',
      author: 'Martin Andersen Nexø',
    })(),
  )

/** Registers somebody whose numbers end in this one; nobody knows when they were born. */
export const registerNumbered = async (system: System, number: number): Promise<BorrowerId> =>
  right(
    await register(system.library)({
      person: {
        number: `10000${String(number)}`,
        cpr: null,
        name: `Canary Kanariefugl ${String(number)}`,
        birthDate: null,
        group: 'adult',
        municipality: null,
        homeBranch: branch,
        language: 'da',
      },
      details: { careOf: null, address: null, phones: [], mobileForNotices: null, email: null },
      cardShown: { number: `K-${String(number)}`, pin: null },
      ...now(system),
    })(),
  ).borrower
