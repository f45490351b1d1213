import type { Decider } from '../event/decider'
import { decideNoteStoredFootage, type NoteStoredFootage } from './commands/note-stored-footage'
import { decideRecordFootage, type RecordFootage } from './commands/record-footage'
import { evolve } from './evolve-footage'
import type { FootageEvent } from './footage-event'
import type { FootageRefusal } from './footage-refusal'
import { noFootageState, type FootageState } from './footage-state'

export type FootageCommand = RecordFootage | NoteStoredFootage

/** A recording of a camera: registered, then stored. */
export const footageDecider: Decider<FootageCommand, FootageState, FootageEvent, FootageRefusal> = {
  initial: noFootageState,
  evolve,
  decide: (command) => {
    switch (command.type) {
      case 'RecordFootage':
        return decideRecordFootage(command)
      case 'NoteStoredFootage':
        return decideNoteStoredFootage(command)
    }
  },
}
