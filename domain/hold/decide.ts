import { decideProlongHold, type ProlongHold } from './commands/prolong-hold'
import { decideReleaseLegalHold, type ReleaseHold } from './commands/release-hold'
import { decideSetLegalHold, type SetHold } from './commands/set-hold'
import type { DecideFromState } from './decide-from-state'

export type HoldCommand = SetHold | ProlongHold | ReleaseHold

/** The events of a command to a legal hold, or why it is refused. */
export const decide = (command: HoldCommand): DecideFromState => {
  switch (command.type) {
    case 'SetHold':
      return decideSetLegalHold(command)
    case 'ProlongHold':
      return decideProlongHold(command)
    case 'ReleaseHold':
      return decideReleaseLegalHold(command)
  }
}
