import * as E from 'fp-ts/Either'
import type { RingPlaces } from '../../stores/data-folder/data-folder-layout'

/** How many days the wrapping key of a retired epoch stays in escrow, unless the library says otherwise. */
export const defaultEscrowDays = 7

/** A backup of the key store that is older than the escrow opens nothing, so a longer one is no use. */
const mostEscrowDays = 366

/** Where the other folders of the ring are, and how long retired epochs are in escrow. Absent: the defaults. */
export interface EscrowSettings {
  readonly ringPlaces: RingPlaces
  readonly escrowDays?: number
}

type Environment = Readonly<Partial<Record<string, string>>>

const isGiven = (value: string | undefined): value is string => value !== undefined && value !== ''

/**
 * Reads the variables ESCROW and RING_COPY (folders) and ESCROW_DAYS (whole days, 0 to 366). The error is a text for
 * people.
 */
export const readEscrowSettings = ({
  ESCROW,
  RING_COPY,
  ESCROW_DAYS,
}: Environment): E.Either<string, EscrowSettings> => {
  const ringPlaces = {
    ...(isGiven(ESCROW) ? { escrow: ESCROW } : {}),
    ...(isGiven(RING_COPY) ? { copy: RING_COPY } : {}),
  }
  if (!isGiven(ESCROW_DAYS)) return E.right({ ringPlaces })
  const escrowDays = Number(ESCROW_DAYS)
  return /^[0-9]{1,3}$/.test(ESCROW_DAYS) && escrowDays <= mostEscrowDays
    ? E.right({ ringPlaces, escrowDays })
    : E.left(`ESCROW_DAYS is not a number of days: give a whole number from 0 to ${String(mostEscrowDays)}, such as 7.`)
}
