import { addDays, type Day } from '../values/day'

/** "Claimed returned has an open latest end 180 days on (then written off)": days after the claim. */
const claimedReturnedDays = 180

/** The day with whose closing a loan claimed returned is written off. */
export const latestEndOfReturnClaim = (claimedOn: Day): Day => addDays(claimedReturnedDays)(claimedOn)

/** Days for which a loan is kept at most once a claim is withdrawn. The bill ends the loan long before. */
export const longestDaysAfterWithdrawnClaim = 730
