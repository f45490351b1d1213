/** Why a data folder cannot be opened or made. `reason` names no person. */
export type FolderError =
  | { readonly _tag: 'FolderInUse'; readonly folder: string }
  | { readonly _tag: 'FolderDamaged'; readonly folder: string; readonly reason: string }
  /** This user may not read, or may not write, the folder or a file in it. */
  | { readonly _tag: 'FolderUnreadable' | 'FolderReadOnly'; readonly folder: string }
  | { readonly _tag: 'NotAFolder'; readonly folder: string }
  | { readonly _tag: 'SimulatedInProduction'; readonly folder: string }
  /** Moved: logs and keys are on servers, and the command names none. NotMoved: the command names servers. */
  | { readonly _tag: 'FolderMoved'; readonly folder: string }
  | { readonly _tag: 'FolderNotMoved'; readonly folder: string }

export const folderErrorMessage = (error: FolderError): string => {
  switch (error._tag) {
    case 'FolderInUse':
      return `The data folder ${error.folder} is in use by another process. Stop it, or use it: while "glemsom serve" runs, other commands go through it.`
    case 'FolderDamaged':
      return `The data folder ${error.folder} cannot be used: ${error.reason}.`
    case 'FolderUnreadable':
      return `The data folder ${error.folder} cannot be read by this user. Run the command as the user who owns it.`
    case 'FolderReadOnly':
      return `The data folder ${error.folder} cannot be written by this user, or is on a read-only file system. Run the command as the user who owns it, where it can be written.`
    case 'NotAFolder':
      return `${error.folder} is a file. Name a folder with --data.`
    case 'FolderMoved':
      return `The library of ${error.folder} was moved to servers: set CIRCULATION, PERSONS and KEYS to their addresses. The logs and keys in the folder are out of date.`
    case 'FolderNotMoved':
      return `The data folder ${error.folder} holds a library that is not on the named servers. Move it with "glemsom migrate", or use another folder.`
    case 'SimulatedInProduction':
      return `The data folder ${error.folder} has a simulated clock, and NODE_ENV is production. Make a folder with a real clock.`
  }
}
