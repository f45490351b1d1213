import { borrowerDecider } from '../../domain/borrower/decider'
import { defaultPolicy } from '../../domain/policy/policy'
import { arbitraryBorrowerStream, borrowerCommands } from '../arbitrary/arbitrary-borrower-stream'
import { testAggregateErasureLaw } from './aggregate-erasure-law'

testAggregateErasureLaw({
  aggregate: 'borrower',
  decider: borrowerDecider(defaultPolicy),
  streams: arbitraryBorrowerStream,
  ends: {
    block: { BlockLifted: 'block' },
    contact: { ContactChanged: 'replaces' },
    history: { HistoryConsentWithdrawn: 'history' },
  },
  endingAll: ['ErasureRequested', 'BorrowerLapsed'],
  types: [
    ...(['BorrowerRegistered', 'ContactChanged', 'PreferencesChanged', 'BlockSet', 'BlockLifted'] as const),
    ...(['HistoryConsentGiven', 'HistoryConsentWithdrawn', 'HistoryWritten'] as const),
    ...(['BorrowerSeen', 'ErasureRequested', 'BorrowerLapsed'] as const),
  ],
  commands: borrowerCommands,
})
