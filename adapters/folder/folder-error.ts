/** Why a data folder cannot be opened or made. `reason` says what to do, and names no person. */
export type FolderError =
  | { readonly _tag: 'FolderInUse'; readonly folder: string }
  | { readonly _tag: 'FolderDamaged'; readonly folder: string; readonly reason: string }
  | { readonly _tag: 'SimulatedInProduction'; readonly folder: string }

export const inWords = (error: FolderError): string => {
  switch (error._tag) {
    case 'FolderInUse':
      return `The data folder ${error.folder} is in use by another process. Stop it, or let it do the work: while "glemsom serve" runs, other commands go through it.`
    case 'FolderDamaged':
      return `The data folder ${error.folder} cannot be used: ${error.reason}.`
    case 'SimulatedInProduction':
      return `The data folder ${error.folder} has a simulated clock, and NODE_ENV is production. Make a folder with a real clock.`
  }
}
