/** How the library reaches somebody. Null where there is none, or where the address is withheld. */
export interface ShownContact {
  readonly careOf: string | null
  readonly address: string | null
  readonly phones: ReadonlyArray<string>
  readonly mobileForNotices: string | null
  readonly emails: ReadonlyArray<string>
  readonly emailForNotices: string | null
}

/** Contact details of somebody of whom none are known. */
export const noContact: ShownContact = {
  ...{ careOf: null, address: null, phones: [], mobileForNotices: null, emails: [], emailForNotices: null },
}
