import { defaultInactivity, lapseMonthOf } from '../../domain/policy/inactivity-policy'
import { addMonths, lastDayOfMonth, monthOf } from '../../domain/values/month'
import type { Day } from '../../domain/values/day'
import { inactivityCountedFrom } from '../activity/borrower-activity-queries'
import type { BorrowerOverview } from '../borrower-overview/borrower-overview'
import type { CardRow } from '../borrowers/borrower-tables'
import { withMonth, type HeldSince } from './held-since'

/** The members, or undefined when they are all null: nothing is held. */
const unlessNull = <A extends object>(members: A): A | undefined =>
  Object.values(members).every((value) => value === null) ? undefined : members

/** The last day of the month with whose closing a borrower who does not come back is forgotten. */
const forgottenIfUnusedOn = (record: BorrowerOverview['record']): Day =>
  lastDayOfMonth(record.lapsesIn ?? lapseMonthOf(defaultInactivity)(inactivityCountedFrom(record)))

/** Who the borrower is. */
export const heldIdentity = ({ record }: BorrowerOverview, reason: string | null, { identity }: HeldSince) => {
  const { number, registeredIn, lastSeen, announcedIn, ending, cpr, name, birthDate, group, municipality } = record
  const { isNameAndAddressProtected } = record
  const since = withMonth(identity)
  return {
    borrowerNumber: {
      ...{ number, registeredIn, lastSeen, announcedIn, ending },
      forgottenIfUnusedOn: forgottenIfUnusedOn(record),
    },
    cprNumber: since(unlessNull({ cpr })),
    name: since({ name }),
    birthDate: since(unlessNull({ birthDate })),
    borrowerGroup: since({ group }),
    municipality: since(unlessNull({ municipality })),
    nameAndAddressProtection: since(isNameAndAddressProtected ? { isNameAndAddressProtected } : undefined),
    identityCorrections: since(unlessNull({ reason })),
  }
}

/** An absence period is forgotten with the closing of the month after the one in which it is over. */
const heldAbsence = ({ absence }: BorrowerOverview) => {
  if (absence === undefined) return undefined
  const { from, until } = absence
  return { from, until, forgottenOn: until === null ? null : lastDayOfMonth(addMonths(1)(monthOf(until))) }
}

type HeldCard = Pick<CardRow, 'card' | 'number' | 'recordedIn'>

/** How the library reaches the borrower, and what the borrower chose. */
export const heldContact = (overview: BorrowerOverview, since: HeldSince, cards: ReadonlyArray<HeldCard>) => {
  const { record, contact, verifiedEmails } = overview
  const [inContact, inPreferences] = [withMonth(since.contact), withMonth(since.preferences)]
  const { careOf = null, address = null, phones = [], mobileForNotices = null } = contact ?? {}
  const { emails = [], emailForNotices = null } = contact ?? {}
  return {
    absencePeriod: withMonth(since.absence)(heldAbsence(overview)),
    careOf: inContact(unlessNull({ careOf, address })),
    phones: inContact(phones.length === 0 ? undefined : { phones, mobileForNotices }),
    email: inContact(
      emails.length + verifiedEmails.length === 0 ? undefined : { emails, emailForNotices, verifiedEmails },
    ),
    homeBranch: inPreferences({ homeBranch: record.homeBranch }),
    language: inPreferences({ language: record.language }),
    cards: cards.length === 0 ? undefined : { cards },
  }
}

const isNoteOnBlock = (row: BorrowerOverview['blocks'][number]): boolean => row.note !== null

/** The blocks of the borrower, and what staff noted. */
export const heldBlocksAndNotes = ({ blocks, notes: { internalNote, noteToBorrower } }: BorrowerOverview) => {
  const blockNotes = blocks.filter(isNoteOnBlock).map(({ block, note }) => ({ block, note }))
  return {
    block:
      blocks.length === 0
        ? undefined
        : { blocks: blocks.map(({ block, reason, since }) => ({ block, reason, since })) },
    internalNote: internalNote === null && blockNotes.length === 0 ? undefined : { internalNote, blockNotes },
    noteToBorrower: unlessNull({ noteToBorrower }),
  }
}
