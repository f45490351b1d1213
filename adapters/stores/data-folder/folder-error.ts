/** Why a data folder cannot be opened or made. `reason` says what to do, and names no person. */
export type FolderError =
  | { readonly _tag: 'FolderInUse'; readonly folder: string }
  | { readonly _tag: 'FolderDamaged'; readonly folder: string; readonly reason: string }
  | { readonly _tag: 'SimulatedInProduction'; readonly folder: string }
  /** Logs and keys were moved to servers, and the folder is opened without them; or the other way round. */
  | { readonly _tag: 'FolderMoved'; readonly folder: string }
  | { readonly _tag: 'FolderNotMoved'; readonly folder: string }

export const inWords = (error: FolderError): string => {
  switch (error._tag) {
    case 'FolderInUse':
      return `The data folder ${error.folder} is in use by another process. Stop it, or let it do the work: while "glemsom serve" runs, other commands go through it.`
    case 'FolderDamaged':
      return `The data folder ${error.folder} cannot be used: ${error.reason}.`
    case 'FolderMoved':
      return `The library of ${error.folder} was moved to servers: set CIRCULATION, PERSONS and KEYS to their addresses. What the folder still holds is old.`
    case 'FolderNotMoved':
      return `The data folder ${error.folder} holds a library of its own, which is not on the servers that are named. Move it with "glemsom migrate", or use another folder.`
    case 'SimulatedInProduction':
      return `The data folder ${error.folder} has a simulated clock, and NODE_ENV is production. Make a folder with a real clock.`
  }
}
