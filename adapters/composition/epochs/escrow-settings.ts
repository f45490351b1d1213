import * as E from 'fp-ts/Either'

/** How many days the wrapping key of a retired epoch stays in escrow, unless the library says otherwise. */
export const defaultEscrowDays = 7

/** A backup of the key store that is older than the escrow opens nothing, so a longer one is no use. */
const mostEscrowDays = 366

/** Where the wrapping keys of retired epochs are, and for how many days. Undefined: the defaults. */
export interface EscrowSettings {
  readonly escrow?: string
  readonly escrowDays?: number
}

/** Reads the variables ESCROW (a folder) and ESCROW_DAYS (whole days, 0 to 366). The error is a text for people. */
export const readEscrowSettings = ({
  ESCROW,
  ESCROW_DAYS,
}: Readonly<Partial<Record<string, string>>>): E.Either<string, EscrowSettings> => {
  const folder = ESCROW === undefined || ESCROW === '' ? {} : { escrow: ESCROW }
  if (ESCROW_DAYS === undefined || ESCROW_DAYS === '') return E.right(folder)
  const days = Number(ESCROW_DAYS)
  return /^[0-9]{1,3}$/.test(ESCROW_DAYS) && days <= mostEscrowDays
    ? E.right({ ...folder, escrowDays: days })
    : E.left(`ESCROW_DAYS is not a number of days: give a whole number from 0 to ${String(mostEscrowDays)}, such as 7.`)
}
