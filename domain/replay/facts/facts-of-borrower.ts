import type { AbsencePeriod } from '../../policy/absence-period'
import type { BorrowerNotes } from '../../borrower/borrower-notes'
import type { BorrowerState, KnownContact, RegisteredBorrower } from '../../borrower/borrower-state'
import type { GuardianDetails } from '../../borrower/guardian-details'
import type { BorrowerPreferences, ProtectableIdentity } from '../../borrower/personal-details'
import { makePlain } from '../../event/plain-or-erased'
import { factsOfPart, openFacts, type ReplayFact } from '../replay-fact'
import type { WhyUnread } from '../scope-readings'

const identityFacts = factsOfPart<ProtectableIdentity>({
  name: ({ name }) => name,
  cpr: ({ cpr }) => cpr,
  birthDate: ({ birthDate }) => birthDate,
  borrowerGroup: ({ group }) => group,
  municipality: ({ municipality }) => municipality,
  isNameAndAddressProtected: ({ isNameAndAddressProtected }) => isNameAndAddressProtected,
})

const preferenceFacts = factsOfPart<BorrowerPreferences>({
  homeBranch: ({ homeBranch }) => homeBranch,
  language: ({ language }) => language,
})

const contactFacts = factsOfPart<KnownContact>({
  contactDetails: ({ details }) => details,
  verifiedEmails: ({ verifiedEmails }) => verifiedEmails,
})

const noteFacts = factsOfPart<BorrowerNotes>({
  internalNote: ({ internalNote }) => internalNote,
  noteToBorrower: ({ noteToBorrower }) => noteToBorrower,
})

const absenceFacts = factsOfPart<AbsencePeriod>({
  absenceFrom: ({ from }) => from,
  absenceUntil: ({ until }) => until,
})

const guardianFacts = factsOfPart<GuardianDetails>({
  guardianName: ({ name }) => name,
  guardianCpr: ({ cpr }) => cpr,
  guardianContact: ({ details }) => details,
})

const blockFacts = factsOfPart<{ readonly reason: string }>({ blockReason: ({ reason }) => reason })

const personalFacts = (state: RegisteredBorrower, whyUnread: WhyUnread): ReadonlyArray<ReplayFact> => {
  const { borrower, identity, preferences, contact } = state
  const sealedWith = (name: 'identity' | 'preference', id: string | null) =>
    id === null ? whyUnread('borrower', borrower) : whyUnread(name, id)
  return [
    ...identityFacts(identity.details, sealedWith('identity', identity.identity)),
    ...preferenceFacts(preferences.details, sealedWith('preference', preferences.preference)),
    ...contactFacts(contact.known, whyUnread('contact', contact.contact)),
  ]
}

const passingFacts = (
  { blocks, currentNotes, absence, guardian }: RegisteredBorrower,
  whyUnread: WhyUnread,
): ReadonlyArray<ReplayFact> => [
  ...blocks.flatMap(({ block, reason }) =>
    blockFacts(
      reason._tag === 'Plain' ? makePlain({ reason: reason.value }) : reason,
      whyUnread('block', block),
      block,
    ),
  ),
  ...(currentNotes === null ? [] : noteFacts(currentNotes.notes, whyUnread('note', currentNotes.note))),
  ...(absence === null ? [] : absenceFacts(absence.period, whyUnread('absence', absence.absence))),
  ...(guardian === null ? [] : guardianFacts(guardian.details, whyUnread('guardian', guardian.guardian))),
]

/** What a replay says of a borrower. The PIN is never shown, to nobody. */
export const factsOfBorrower = (state: BorrowerState, whyUnread: WhyUnread): ReadonlyArray<ReplayFact> => {
  if (state._tag !== 'Registered') return openFacts({ state: state._tag })
  const { cards, pin, notesRequest, history, formerGuardians, lastSeen, lapsesIn, lastViewedIn } = state
  return [
    ...openFacts({ state: state._tag }),
    ...personalFacts(state, whyUnread),
    ...openFacts({ cards: cards.length, hasPin: pin !== null }),
    ...passingFacts(state, whyUnread),
    ...openFacts({ notesRequest, historyUpTo: history?.writtenUpTo ?? null, formerGuardians: formerGuardians.length }),
    ...openFacts({ lastSeen, lapsesIn, lastViewedIn }),
  ]
}
