import { decideProlongHold, type ProlongHold } from './commands/prolong-hold'
import { decideReleaseHold, type ReleaseHold } from './commands/release-hold'
import { decideSetHold, type SetHold } from './commands/set-hold'
import type { DecideFromState } from './decide-from-state'

export type HoldCommand = SetHold | ProlongHold | ReleaseHold

/** The events of a command to a legal hold, or why it is refused. */
export const decide = (command: HoldCommand): DecideFromState => {
  switch (command.type) {
    case 'SetHold':
      return decideSetHold(command)
    case 'ProlongHold':
      return decideProlongHold(command)
    case 'ReleaseHold':
      return decideReleaseHold(command)
  }
}
