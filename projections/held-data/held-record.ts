import { defaultInactivity, lapseMonthOf } from '../../domain/policy/inactivity-policy'
import { addMonths, lastDayOfMonth, monthOf } from '../../domain/values/month'
import type { Day } from '../../domain/values/day'
import { inactivityCountedFrom } from '../activity/borrower-activity-queries'
import type { BorrowerOverview } from '../borrower-overview/borrower-overview'

/** The members, or undefined when they are all null: nothing is held. */
const unlessNull = <A extends object>(members: A): A | undefined =>
  Object.values(members).every((value) => value === null) ? undefined : members

/** The last day of the month with whose closing a borrower who does not come back is forgotten. */
const forgottenIfUnusedOn = (record: BorrowerOverview['record']): Day =>
  lastDayOfMonth(record.lapsesIn ?? lapseMonthOf(defaultInactivity)(inactivityCountedFrom(record)))

/** Who the borrower is. */
export const heldIdentity = ({ record }: BorrowerOverview, reason: string | null) => {
  const { number, registeredIn, lastSeen, announcedIn, ending, cpr, name, birthDate, group, municipality } = record
  const { isNameAndAddressProtected } = record
  return {
    borrowerNumber: {
      ...{ number, registeredIn, lastSeen, announcedIn, ending },
      forgottenIfUnusedOn: forgottenIfUnusedOn(record),
    },
    cprNumber: unlessNull({ cpr }),
    name: { name },
    birthDate: unlessNull({ birthDate }),
    borrowerGroup: { group },
    municipality: unlessNull({ municipality }),
    nameAndAddressProtection: isNameAndAddressProtected ? { isNameAndAddressProtected } : undefined,
    identityCorrections: unlessNull({ reason }),
  }
}

/** An absence period is forgotten with the closing of the month after the one in which it is over. */
const heldAbsence = ({ absence }: BorrowerOverview) => {
  if (absence === undefined) return undefined
  const { from, until } = absence
  return { from, until, forgottenOn: until === null ? null : lastDayOfMonth(addMonths(1)(monthOf(until))) }
}

/** How the library reaches the borrower, and what the borrower chose. */
export const heldContact = (overview: BorrowerOverview) => {
  const { record, contact, verifiedEmails, cards } = overview
  const { careOf = null, address = null, phones = [], mobileForNotices = null } = contact ?? {}
  const { emails = [], emailForNotices = null } = contact ?? {}
  return {
    absencePeriod: heldAbsence(overview),
    careOf: unlessNull({ careOf, address }),
    phones: phones.length === 0 ? undefined : { phones, mobileForNotices },
    email: emails.length === 0 ? undefined : { emails, emailForNotices, verifiedEmails },
    homeBranch: { homeBranch: record.homeBranch },
    language: { language: record.language },
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
