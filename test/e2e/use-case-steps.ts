import { changeCopy } from '../../domain/use-cases/change-copy'
import { unkeyedOrigin } from '../../domain/use-cases/command-metadata'
import { registerBorrower } from '../../domain/use-cases/register-borrower'
import type { Day } from '../../domain/values/day'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import type { BorrowerId, BranchId, CopyId, TitleId } from '../../domain/values/ids'
import { oreFromKroner } from '../../domain/values/ore'
import { rightOrThrow } from '../fixtures/right-or-throw'

export const homeBranch = 'DK-785100' as BranchId
export const oneCopy = '3274626533' as CopyId
export const oneTitle = '52557240' as TitleId

/** The metadata of a command made now, without an idempotency key. */
export const nowOnce = (library: RunningLibrary) => ({
  at: library.useCaseDependencies.commandHandling.clock.now(),
  origin: unkeyedOrigin,
})

/** Acquires a copy of the title. */
export const acquireCopy = async (library: RunningLibrary, copy: CopyId) =>
  rightOrThrow(
    await changeCopy(library.useCaseDependencies)(copy, nowOnce(library))({
      type: 'Acquire',
      copy,
      title: oneTitle,
      branch: homeBranch,
      group: 'standard',
      ageLimit: null,
      price: oreFromKroner(200),
      name: 'Pelle Erobreren',
      author: 'Martin Andersen Nexø',
    })(),
  )

/** Acquires the only copy of the library. */
export const acquireOneCopy = (library: RunningLibrary) => acquireCopy(library, oneCopy)

/** Registers a borrower whose numbers end in this one, without a birth date. */
export const registerNumberedBorrower = async (
  library: RunningLibrary,
  number: number,
  email: string | null = null,
): Promise<BorrowerId> =>
  rightOrThrow(
    await registerBorrower(library.useCaseDependencies)({
      person: {
        number: `10000${String(number)}`,
        cpr: null,
        name: `Canary Kanariefugl ${String(number)}`,
        birthDate: null,
        group: 'adult',
        municipality: null,
        homeBranch,
        language: 'da',
      },
      contactDetails: {
        ...{ careOf: null, address: null, phones: [], mobileForNotices: null },
        ...{ emails: email === null ? [] : [email], emailForNotices: email },
      },
      verifiedEmails: email === null ? [] : [email],
      presentedCard: { number: `K-${String(number)}`, pin: null },
      ...nowOnce(library),
    })(),
  ).borrower

/** Moves the simulated clock to a day: closes the days before it, and erases what fell due. */
export const moveClockTo = async (library: RunningLibrary, day: Day): Promise<void> =>
  rightOrThrow(await library.clock.moveTo(day, () => undefined)())
