import { borrowerDecider } from '../../domain/borrower/borrower-decider'
import { defaultLibraryPolicy } from '../../domain/policy/policy'
import { arbitraryBorrowerStream, borrowerCommands } from '../arbitrary/arbitrary-borrower-stream'
import { testAggregateErasureLaw } from './aggregate-erasure-law'

testAggregateErasureLaw({
  aggregate: 'borrower',
  decider: borrowerDecider(defaultLibraryPolicy),
  streams: arbitraryBorrowerStream,
  ends: {
    guardian: { GuardianRegistered: 'replaces', GuardianCorrected: 'replaces', GuardianshipEnded: 'guardian' },
    absence: { AbsenceChanged: 'replaces', AbsenceRemoved: 'absence', AbsenceEnded: 'absence' },
    block: { BlockLifted: 'block' },
    note: { NotesReplaced: 'replaces', NotesRemoved: 'note', NotesRequestAnswered: 'note' },
    contact: { ContactChanged: 'replaces' },
    identity: { IdentityChanged: 'replaces' },
    preference: { PreferencesSet: 'replaces' },
    card: { CardIssued: 'replaces', CardReportedStolen: 'card' },
    pin: { PinSet: 'replaces' },
    history: { HistoryConsentWithdrawn: 'history' },
    view: { ViewWritten: 'view' },
  },
  endingAll: ['ErasureRequested', 'BorrowerLapsed'],
  types: [
    ...([
      'BorrowerRegistered',
      'ContactChanged',
      'PreferencesSet',
      'BlockSet',
      'BlockLifted',
      'EmailVerified',
    ] as const),
    ...(['IdentityChanged', 'CardIssued', 'CardReportedStolen', 'PinSet'] as const),
    ...(['HistoryConsentGiven', 'HistoryConsentWithdrawn', 'HistoryWritten'] as const),
    ...(['AbsenceSet', 'AbsenceChanged', 'AbsenceRemoved', 'AbsenceEnded'] as const),
    ...(['GuardianRegistered', 'GuardianCorrected', 'GuardianEmailVerified'] as const),
    ...(['GuardianshipEnded', 'GuardianPaperDestroyed'] as const),
    ...(['NotesWritten', 'NotesReplaced', 'NotesRemoved', 'NotesRequested', 'NotesRequestAnswered'] as const),
    ...(['ViewWritten'] as const),
    ...(['BorrowerSeen', 'ErasureAnnounced', 'ErasureRequested', 'BorrowerLapsed'] as const),
  ],
  commands: borrowerCommands,
})
