import fc, { type Arbitrary } from 'fast-check'
import type { LegalHoldCommand } from '../../domain/hold/decide-legal-hold-command'
import { defaultLegalHolds } from '../../domain/policy/legal-hold-policy'
import { legalHoldDecider } from '../../domain/hold/legal-hold-decider'
import type { HoldId, ScopeId } from '../../domain/values/ids'
import { anna, bent, day } from '../fixtures/example-library'
import { numberedUuid } from '../fixtures/numbered-uuid'
import { arbitraryStream } from './arbitrary-stream'

const hold = numberedUuid(700) as HoldId
const decided = { by: 'Jens Jensen', why: 'Politiet har bedt om det' }
const lastDays = ['2026-03-31', '2026-04-30', '2026-12-31', '2027-03-31', '2026-03-30'].map(day)
const days = ['2026-03-02', '2026-04-30', '2026-05-01'].map(day)

const arbitraryHoldCommand: Arbitrary<LegalHoldCommand> = fc
  .tuple(fc.constantFrom(anna, bent), fc.constantFrom(...lastDays), fc.constantFrom(...days))
  .chain(([borrower, lastDay, on]) =>
    fc.constantFrom<LegalHoldCommand>(
      {
        ...{ type: 'SetHold', hold, borrower, scope: numberedUuid(701) as ScopeId, class: 'loan', lastDay, on },
        ...{ ...decided, caseNumber: '2026-17', explanation: null, policy: defaultLegalHolds },
      },
      { type: 'ProlongHold', hold, lastDay, on, ...decided },
      { type: 'ReleaseHold', hold, on, ...decided },
    ),
  )

/** Streams of a legal hold. */
export const arbitraryHoldStream = arbitraryStream(
  legalHoldDecider,
  arbitraryHoldCommand.map((command) => () => command),
)

export const holdCommands: ReadonlyArray<() => LegalHoldCommand> = fc
  .sample(arbitraryHoldCommand, { numRuns: 40, seed: 7 })
  .map((command) => () => command)
