import { closeMonth, type CloseMonth } from './commands/close'
import { countMonth, type CountMonth } from './commands/count'
import { openMonth, type OpenMonth } from './commands/open'
import type { Decision } from './decision'

export type MonthCommand = OpenMonth | CountMonth | CloseMonth

/** What a command makes happen to a month, or why not. */
export const decide = (command: MonthCommand): Decision => {
  switch (command.type) {
    case 'OpenMonth':
      return openMonth(command)
    case 'CountMonth':
      return countMonth(command)
    case 'CloseMonth':
      return closeMonth(command)
  }
}
