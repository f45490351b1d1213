import { decideCloseMonth, type CloseMonth } from './commands/close-month'
import { decideCountMonth, type CountMonth } from './commands/count-month'
import { decideOpenMonth, type OpenMonth } from './commands/open-month'
import type { DecideFromState } from './decide-month-from-state'

export type MonthCommand = OpenMonth | CountMonth | CloseMonth

/** The events of a command to a month, or why it is refused. */
export const decide = (command: MonthCommand): DecideFromState => {
  switch (command.type) {
    case 'OpenMonth':
      return decideOpenMonth(command)
    case 'CountMonth':
      return decideCountMonth(command)
    case 'CloseMonth':
      return decideCloseMonth(command)
  }
}
