import type { FaultOfNight } from './fault-of-night'
import { feeNotOwed, messageNotDue, sentTwice } from './faults-of-messages-and-fees'
import { billByEmail, cprInDigitalPost, cprInEmail } from './faults-of-channels'
import { debtWithoutNotice, disclosureNotRecorded } from './faults-of-collection'
import { takenOffSchedule } from './faults-of-schedule'

/** One fault a night, in this order: what the last ones break stays broken. */
export const allFaultsOfNights: ReadonlyArray<FaultOfNight> = [
  sentTwice,
  messageNotDue,
  feeNotOwed,
  cprInDigitalPost,
  cprInEmail,
  billByEmail,
  disclosureNotRecorded,
  debtWithoutNotice,
  takenOffSchedule,
]
