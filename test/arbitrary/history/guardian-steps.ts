import { GuardianCorrected } from '../../../domain/borrower/events/guardian-corrected'
import { GuardianEmailVerified } from '../../../domain/borrower/events/guardian-email-verified'
import { GuardianPaperDestroyed } from '../../../domain/borrower/events/guardian-paper-destroyed'
import { GuardianRegistered } from '../../../domain/borrower/events/guardian-registered'
import { GuardianshipEnded } from '../../../domain/borrower/events/guardianship-ended'
import { GuardianPapersUnconfirmed } from '../../../domain/guardian-papers/events/guardian-papers-unconfirmed'
import { UnconfirmedGuardianPapersDestroyed } from '../../../domain/guardian-papers/events/unconfirmed-guardian-papers-destroyed'
import type { GuardianDetails } from '../../../domain/borrower/guardian-details'
import type { BorrowerId, GuardianId, GuardianshipId } from '../../../domain/values/ids'
import { addMonths, monthOf } from '../../../domain/values/month'
import { mainBranch } from '../../fixtures/example-library'
import { addScope, canaryText, ifPresent, type HistoryState, type HistoryStep } from './history-state'

const addGuardian = (history: HistoryState, borrower: BorrowerId): GuardianId =>
  addScope<GuardianId>(history, 'guardian', borrower)

const detailsOf = (guardian: GuardianId, history: HistoryState): GuardianDetails => ({
  guardianship: guardian as string as GuardianshipId,
  cpr: canaryText,
  name: canaryText,
  details: {
    careOf: null,
    address: canaryText,
    phones: [canaryText],
    mobileForNotices: null,
    emails: [canaryText],
    emailForNotices: canaryText,
  },
  verifiedEmails: [],
  paper: { month: monthOf(history.day), branch: mainBranch },
})

/** Registers a guardian, and verifies their e-mail, corrects, replaces or removes them, or leaves them as they are. */
const guardian: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id: borrower }) => {
    const first = addGuardian(history, borrower)
    const sealed = { guardian: detailsOf(first, history) }
    history.persons.push(GuardianRegistered({ borrower, guardian: first, replaces: null }, sealed))
    const what = choose(['verify', 'correct', 'replace', 'remove', 'destroy paper', 'leave'] as const)
    if (what === 'verify')
      history.persons.push(GuardianEmailVerified({ borrower, guardian: first }, { guardian: { email: canaryText } }))
    if (what === 'correct') {
      const second = addGuardian(history, borrower)
      history.persons.push(GuardianCorrected({ borrower, guardian: second, replaces: first }, sealed))
    }
    if (what === 'replace') {
      const second = addGuardian(history, borrower)
      const other = { guardian: detailsOf(second, history) }
      history.persons.push(GuardianRegistered({ borrower, guardian: second, replaces: first }, other))
    }
    if (what === 'remove' || what === 'destroy paper')
      history.persons.push(GuardianshipEnded({ borrower, guardian: first, endedIn: monthOf(history.day) }, {}))
    if (what === 'destroy paper') history.persons.push(GuardianPaperDestroyed({ borrower, guardian: first }, {}))
  })

/** A closing finds papers that nobody has confirmed as destroyed; staff confirm some of them. */
const unconfirmedPapers: HistoryStep = (history, choose) => {
  const endedIn = addMonths(-1)(monthOf(history.day))
  history.persons.push(GuardianPapersUnconfirmed({ endedIn, papers: 3 }, {}))
  if (choose([true, false]) === true)
    history.persons.push(UnconfirmedGuardianPapersDestroyed({ endedIn, papers: 2 }, {}))
}

export const guardianSteps = [guardian, unconfirmedPapers]
