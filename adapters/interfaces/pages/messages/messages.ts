import type { Day } from '../../../../domain/values/day'
import type { Month } from '../../../../domain/values/month'

/** What messages and notices have in common. */
interface ShownSending {
  readonly kind: string
  readonly state: 'pending' | 'sent' | 'failed' | 'noContactInformation'
  readonly channel: string | null
  readonly sentTo: string | null
  readonly failure: string | null
  readonly subject: string | null
  readonly text: string | null
  readonly forgottenOn: Day | null
}

/** A message that was caused by loans, reservations or fees. */
export interface ShownMessage extends ShownSending {
  readonly message: string
  readonly madeOn: Day
}

/** A message that was caused by the registration: of it the month alone is known. */
export interface ShownNotice extends ShownSending {
  readonly notice: string
  readonly madeIn: Month
}

/** How many messages of which kind somebody got in a month. */
export interface ShownMessageMonth {
  readonly month: Month
  readonly counts: ReadonlyArray<{ readonly about: string; readonly times: number }>
  readonly forgottenOn: Day | null
}

/** What the page with the messages of a borrower shows. */
export interface Messages {
  readonly messages: ReadonlyArray<ShownMessage>
  readonly notices: ReadonlyArray<ShownNotice>
  readonly months: ReadonlyArray<ShownMessageMonth>
  /** Leads to the older messages; null when there are none. */
  readonly next: string | null
}
