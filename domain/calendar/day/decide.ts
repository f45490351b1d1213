import { closeDay, type CloseDay } from './commands/close'
import { openDay, type OpenDay } from './commands/open'
import type { Decision } from './decision'

export type DayCommand = OpenDay | CloseDay

/** What a command makes happen to a day, or why not. */
export const decide = (command: DayCommand): Decision => {
  switch (command.type) {
    case 'OpenDay':
      return openDay(command)
    case 'CloseDay':
      return closeDay(command)
  }
}
