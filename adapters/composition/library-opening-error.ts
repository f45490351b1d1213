import type { EventReadError } from '../../domain/command-handling/open-event'
import { eventAddressWithoutPerson } from '../processes/damage/event-address-without-person'
import { folderErrorMessage, type FolderError } from '../stores/data-folder/folder-error'
import type { PolicyFileIsWrong } from './opening/load-policy-or-default'
import type { OpenStoresError } from './stores/primary-stores'
import { damagedFileText } from './stores/store-problem-text'

export type LibraryOpeningError = FolderError | OpenStoresError | EventReadError | PolicyFileIsWrong

const placeText = (error: LibraryOpeningError): string => {
  if (!('at' in error)) return ''
  const { log, stream = 'of a person', revision } = eventAddressWithoutPerson(error.at)
  return ` (log ${log}, stream ${stream}, revision ${String(revision)})`
}

/** Says why a library cannot be opened, and what to do. */
export const libraryOpeningErrorMessage = (error: LibraryOpeningError): string => {
  switch (error._tag) {
    case 'FolderInUse':
    case 'FolderDamaged':
    case 'FolderUnreadable':
    case 'FolderReadOnly':
    case 'NotAFolder':
    case 'SimulatedInProduction':
    case 'FolderMoved':
    case 'FolderNotMoved':
    case 'FolderNotPrivate':
    case 'FolderIsLater':
    case 'FolderNotRestored':
    case 'RingInUse':
    case 'RingIsServed':
    case 'RingUseUnknown':
      return folderErrorMessage(error)
    case 'PolicyFileIsWrong':
      return error.message
    case 'RingNotPrivate':
      return 'Other users than the owner can read the ring of wrapping keys. Give its folder mode 0700 and its files mode 0600.'
    case 'StoreUnavailable':
    case 'Unavailable':
    case 'Corrupt':
    case 'Undecodable':
      return `The library cannot be opened: ${error.reason}${placeText(error)}.${damagedFileText(error)}`
  }
}
