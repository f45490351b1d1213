/** The number of copies of a title, by whether they can be reserved for a borrower, and why not. */
export interface TitleHoldings {
  readonly reservable: number
  /** Of a material group that is not lent to the borrower's group. */
  readonly notLentToGroup: number
  /** With an age limit that the borrower does not meet, also not on the last day of interest. */
  readonly belowAgeLimit: number
  /** Lent, but of a material group that cannot be reserved. */
  readonly notReservable: number
  /** Of a material group that is not lent to anybody. */
  readonly notLent: number
  /** Lost or missing. */
  readonly lost: number
  readonly withdrawn: number
  /** Of another volume than the wanted one. They are not part of the sum. */
  readonly ofOtherVolumes: number
}

export const noTitleHoldings: TitleHoldings = {
  reservable: 0,
  notLentToGroup: 0,
  belowAgeLimit: 0,
  notReservable: 0,
  notLent: 0,
  lost: 0,
  withdrawn: 0,
  ofOtherVolumes: 0,
}

export const sumOfTitleHoldings = (holdings: TitleHoldings): number => {
  const { reservable, notLentToGroup, belowAgeLimit, notReservable, notLent, lost, withdrawn } = holdings
  return reservable + notLentToGroup + belowAgeLimit + notReservable + notLent + lost + withdrawn
}
