import { decideCloseDay, type CloseDay } from './commands/close-day'
import { decideOpenDay, type OpenDay } from './commands/open-day'
import type { DecideFromState } from './decide-day-from-state'

export type DayCommand = OpenDay | CloseDay

/** The events of a command to a day, or why it is refused. */
export const decide = (command: DayCommand): DecideFromState => {
  switch (command.type) {
    case 'OpenDay':
      return decideOpenDay(command)
    case 'CloseDay':
      return decideCloseDay(command)
  }
}
