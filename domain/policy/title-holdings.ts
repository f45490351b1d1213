/** How many copies of a title the library has, by whether they can be reserved, and why not. */
export interface TitleHoldings {
  readonly reservable: number
  /** Lent, but of a group that is not reserved. */
  readonly notReservable: number
  /** Of a group that is not lent to anybody. */
  readonly notLent: number
  readonly lost: number
  readonly withdrawn: number
}

export const noHoldings: TitleHoldings = { reservable: 0, notReservable: 0, notLent: 0, lost: 0, withdrawn: 0 }

export const copiesHeld = ({ reservable, notReservable, notLent, lost, withdrawn }: TitleHoldings): number =>
  reservable + notReservable + notLent + lost + withdrawn
