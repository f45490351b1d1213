import { decideProlongLegalHold, type ProlongHold } from './commands/prolong-hold'
import { decideReleaseLegalHold, type ReleaseHold } from './commands/release-hold'
import { decideSetLegalHold, type SetHold } from './commands/set-hold'
import type { DecideFromState } from './decide-legal-hold-from-state'

export type LegalHoldCommand = SetHold | ProlongHold | ReleaseHold

/** The events of a command to a legal hold, or why it is refused. */
export const decide = (command: LegalHoldCommand): DecideFromState => {
  switch (command.type) {
    case 'SetHold':
      return decideSetLegalHold(command)
    case 'ProlongHold':
      return decideProlongLegalHold(command)
    case 'ReleaseHold':
      return decideReleaseLegalHold(command)
  }
}
