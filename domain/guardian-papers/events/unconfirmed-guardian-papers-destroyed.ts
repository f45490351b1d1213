import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Month } from '../../values/month'

/** Staff confirmed, by their number, that papers were destroyed of guardianships that ended in a month and are forgotten. */
export const UnconfirmedGuardianPapersDestroyed = defineEvent('UnconfirmedGuardianPapersDestroyed', 1, {
  open: { endedIn: Month, papers: t.number },
  sealed: {},
})
export type UnconfirmedGuardianPapersDestroyed = EventOf<typeof UnconfirmedGuardianPapersDestroyed>
