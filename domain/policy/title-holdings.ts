/** The number of copies of a title, by whether they can be reserved, and why not. */
export interface TitleHoldings {
  readonly reservable: number
  /** Lent, but of a material group that cannot be reserved. */
  readonly notReservable: number
  /** Of a material group that is not lent to anybody. */
  readonly notLent: number
  readonly lost: number
  readonly withdrawn: number
}

export const noTitleHoldings: TitleHoldings = { reservable: 0, notReservable: 0, notLent: 0, lost: 0, withdrawn: 0 }

export const countHoldings = ({ reservable, notReservable, notLent, lost, withdrawn }: TitleHoldings): number =>
  reservable + notReservable + notLent + lost + withdrawn
