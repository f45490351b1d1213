import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { CprRegister, PersonInCprRegister } from '../../../domain/ports/cpr-register'
import { skipWhenRefusedOrUnreadable } from '../../../domain/use-cases/skip-when-refused-or-unreadable'
import { updateFromCprRegister } from '../../../domain/use-cases/update-from-cpr-register'
import type { UseCaseDependencies } from '../../../domain/use-cases/use-case-dependencies'
import { Cpr } from '../../../domain/values/cpr'
import type { BorrowerId } from '../../../domain/values/ids'
import {
  cprOfRegisteredBorrower,
  cprsOfEndingBorrowers,
  pageOfIdentities,
  registeredBorrowerByCpr,
} from '../../../projections/borrowers/cpr-register-queries'
import { applyCprFeed } from '../../processes/cpr-register/apply-cpr-feed'
import {
  compareCprSubscriptions,
  endSubscriptionsBeforeErasing,
} from '../../processes/cpr-register/compare-cpr-subscriptions'
import { completeFromCprRegister } from '../../processes/cpr-register/complete-from-cpr-register'
import type { CprRegisterPorts } from '../../processes/cpr-register/cpr-register-ports'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'
import { runTaskUnderLease } from '../../processes/leases/run-task-under-lease'
import type { ProjectorGroup } from '../../processes/projectors/projector-group'
import type { CprRegisterOperations } from '../../processes/running-library/cpr-register-operations'
import { waitAtMost } from '../../system/concurrency/wait-at-most'
import type { LibraryStores } from '../stores/library-stores'
import { cprRegisterLeaseName } from './cpr-register-lease-name'

interface CprRegisterDependencies {
  readonly stores: LibraryStores
  readonly projectorGroup: Pick<ProjectorGroup, 'catchUp'>
  readonly alarm: AlarmReporter
  /** Undefined when the library has none. */
  readonly cprRegister: CprRegister | undefined
}

const pageSize = 1000

/** In ms: a borrower at the desk, and an erasure, do not wait longer for a register that is slow. */
const longestWait = 5000

const withoutRegister: CprRegisterOperations = {
  complete: () => () => Promise.resolve(),
  endSubscriptionsBeforeErasing: () => Promise.resolve(),
  run: () => Promise.resolve(),
}

const createPorts = (
  dependencies: UseCaseDependencies,
  { stores, projectorGroup, alarm }: CprRegisterDependencies,
  register: CprRegister,
): Omit<CprRegisterPorts, 'mayContinue'> => {
  const { rows } = stores.readModels
  return {
    register,
    catchUp: projectorGroup.catchUp,
    borrowerWith: (cpr) => registeredBorrowerByCpr(cpr)(rows),
    pageOfBorrowers: (last) => {
      const page = pageOfIdentities(last, pageSize)(rows)
      const lastOfPage = page.at(-1)
      if (lastOfPage === undefined) return undefined
      const borrowers = page.flatMap(({ borrower, cpr }) => (Cpr.is(cpr) ? [{ borrower, cpr }] : []))
      return { borrowers, last: lastOfPage.borrower }
    },
    numbersOfEndingBorrowers: () => cprsOfEndingBorrowers(rows),
    // A borrower who is erased meanwhile is passed over: the others are updated.
    update: (borrower: BorrowerId, person: PersonInCprRegister) =>
      pipe(updateFromCprRegister(dependencies)(borrower)(person), TE.orElse(skipWhenRefusedOrUnreadable)),
    shuffle: dependencies.commandHandling.random.shuffle,
    reportUnreadable: ({ file, line }) => alarm('CprRecordNotReadable', { file, line }),
    reportUnavailable: () => alarm('CprRegisterUnavailable'),
  }
}

/** Creates the work with the CPR register, under a lease of its own. */
export const createCprRegisterOperations = (
  useCaseDependencies: UseCaseDependencies,
  dependencies: CprRegisterDependencies,
): CprRegisterOperations => {
  const { stores, alarm, cprRegister: register } = dependencies
  if (register === undefined) return withoutRegister
  const ports = createPorts(useCaseDependencies, dependencies, register)
  const complete = async (borrower: BorrowerId): Promise<void> => {
    if (E.isLeft(await ports.catchUp())) return
    const cpr = cprOfRegisteredBorrower(borrower)(stores.readModels.rows)
    if (cpr === undefined) return
    if (E.isLeft(await completeFromCprRegister(ports)({ borrower, cpr })())) ports.reportUnavailable()
  }
  return {
    complete: (borrower) => () => waitAtMost(longestWait)(() => complete(borrower)),
    endSubscriptionsBeforeErasing: () => waitAtMost(longestWait)(() => endSubscriptionsBeforeErasing(ports)),
    run: (isStopping = () => false) =>
      runTaskUnderLease(
        stores.coordination.leases,
        alarm,
      )({
        ...{ lease: cprRegisterLeaseName, isStopping },
        run: async (mayContinue) => {
          await compareCprSubscriptions({ ...ports, mayContinue })
          await applyCprFeed({ ...ports, mayContinue })
        },
      }),
  }
}
