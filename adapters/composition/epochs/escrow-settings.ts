import * as E from 'fp-ts/Either'

/** How many days the wrapping key of a retired epoch stays in escrow, unless the library says otherwise. */
export const defaultEscrowDays = 7

/** A backup of the key store that is older than the escrow opens nothing, so a longer one is no use. */
const mostEscrowDays = 366

/** For how many days the wrapping keys of retired epochs are in escrow. Absent: the default. */
export interface EscrowSettings {
  readonly escrowDays?: number
}

/** Reads the variable ESCROW_DAYS (whole days, 0 to 366). The error is a text for people. */
export const readEscrowSettings = ({
  ESCROW_DAYS,
}: Readonly<Partial<Record<string, string>>>): E.Either<string, EscrowSettings> => {
  if (ESCROW_DAYS === undefined || ESCROW_DAYS === '') return E.right({})
  const escrowDays = Number(ESCROW_DAYS)
  return /^[0-9]{1,3}$/.test(ESCROW_DAYS) && escrowDays <= mostEscrowDays
    ? E.right({ escrowDays })
    : E.left(`ESCROW_DAYS is not a number of days: give a whole number from 0 to ${String(mostEscrowDays)}, such as 7.`)
}
