import { borrowerDecider } from '../../domain/borrower/borrower-decider'
import { defaultLibraryPolicy } from '../../domain/policy/policy'
import { arbitraryBorrowerStream, borrowerCommands } from '../arbitrary/arbitrary-borrower-stream'
import { testAggregateErasureLaw } from './aggregate-erasure-law'

testAggregateErasureLaw({
  aggregate: 'borrower',
  decider: borrowerDecider(defaultLibraryPolicy),
  streams: arbitraryBorrowerStream,
  ends: {
    block: { BlockLifted: 'block' },
    note: { NotesReplaced: 'replaces', NotesRemoved: 'note' },
    contact: { ContactChanged: 'replaces' },
    history: { HistoryConsentWithdrawn: 'history' },
  },
  endingAll: ['ErasureRequested', 'BorrowerLapsed'],
  types: [
    ...(['BorrowerRegistered', 'ContactChanged', 'PreferencesChanged', 'BlockSet', 'BlockLifted'] as const),
    ...(['HistoryConsentGiven', 'HistoryConsentWithdrawn', 'HistoryWritten'] as const),
    ...(['NotesWritten', 'NotesReplaced', 'NotesRemoved'] as const),
    ...(['BorrowerSeen', 'ErasureRequested', 'BorrowerLapsed'] as const),
  ],
  commands: borrowerCommands,
})
