import type { CprRegister } from '../../domain/ports/cpr-register'
import type { BorrowerId, MunicipalityCode } from '../../domain/values/ids'
import { contactOfBorrower, identityOfBorrower } from '../../projections/borrowers/borrower-record-queries'
import { acquireCopyByHttp, registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import type { ServedLibrary } from '../adapters/interfaces/http/with-http-server'
import { cprOf } from '../fixtures/cpr-register/example-persons'
import { rightOrThrow } from '../fixtures/right-or-throw'

const noContact = { careOf: null, address: null, phones: [], mobileForNotices: null, email: null }

export const register = async (library: ServedLibrary, serial = 1): Promise<BorrowerId> => {
  await acquireCopyByHttp(library)
  const overrides = {
    cpr: cprOf(serial),
    birthDate: undefined,
    name: 'Som Skrevet',
    municipality: null,
    contact: noContact,
  }
  return registerBorrowerByHttp(library, overrides)
}

export const whoIs = ({ runningLibrary: { rows } }: ServedLibrary, borrower: BorrowerId) =>
  identityOfBorrower(borrower)(rows)
export const addressOf = ({ runningLibrary: { rows } }: ServedLibrary, borrower: BorrowerId) =>
  contactOfBorrower(borrower)(rows)?.address

/** Runs the work with the register, and reads what it wrote. */
export const work = async ({ runningLibrary }: ServedLibrary): Promise<void> => {
  await runningLibrary.cprRegister.run()
  rightOrThrow(await runningLibrary.catchUpReadModels())
}

export const subscriptionsOf = async ({ subscriptions }: CprRegister) => [...rightOrThrow(await subscriptions())].sort()

export const livingAt = (address: string, municipality = '851') => ({
  residence: { _tag: 'LivesAt' as const, careOf: null, address, municipality: municipality as MunicipalityCode },
})
