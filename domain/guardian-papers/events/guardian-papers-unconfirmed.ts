import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Month } from '../../values/month'

/**
 * Nobody has confirmed that so many papers of guardianships that ended in a month were destroyed, and what names them is
 * forgotten now. The branch is not said: of one paper it would tell where its child went.
 */
export const GuardianPapersUnconfirmed = defineEvent('GuardianPapersUnconfirmed', 1, {
  open: { endedIn: Month, papers: t.number },
  sealed: {},
})
export type GuardianPapersUnconfirmed = EventOf<typeof GuardianPapersUnconfirmed>
