/** Why a data folder cannot be opened or made. `reason` names no person. */
export type FolderError =
  | { readonly _tag: 'FolderInUse'; readonly folder: string }
  | { readonly _tag: 'FolderDamaged'; readonly folder: string; readonly reason: string }
  /** This user may not read, or may not write, the folder or a file in it. */
  | { readonly _tag: 'FolderUnreadable' | 'FolderReadOnly'; readonly folder: string }
  | { readonly _tag: 'NotAFolder'; readonly folder: string }
  /** Others than the owner have rights in the folder, and they cannot be taken away. */
  | { readonly _tag: 'FolderNotPrivate'; readonly folder: string }
  /** The folder was used by a later version, whose events and files this version does not know. */
  | {
      readonly _tag: 'FolderIsLater'
      readonly folder: string
      readonly usedBy: string | undefined
      readonly version: string
    }
  /**
   * Another data folder uses the ring. RingIsServed: a process of this machine serves that folder now. RingUseUnknown: this
   * user cannot see whether one does.
   */
  | {
      readonly _tag: 'RingInUse' | 'RingIsServed' | 'RingUseUnknown'
      readonly folder: string
      readonly ring: string
      readonly usedBy: string
      readonly host: string
    }
  /** A restore into the folder was interrupted. */
  | { readonly _tag: 'FolderNotRestored'; readonly folder: string }
  | { readonly _tag: 'SimulatedInProduction'; readonly folder: string }
  /** Moved: logs and keys are on servers, and the command names none. NotMoved: the command names servers. */
  | { readonly _tag: 'FolderMoved'; readonly folder: string }
  | { readonly _tag: 'FolderNotMoved'; readonly folder: string }

export const folderErrorMessage = (error: FolderError): string => {
  switch (error._tag) {
    case 'FolderInUse':
      return `The data folder ${error.folder} is in use by another process. Stop it first; a process that serves is replaced by "serve --replace". (While "glemsom serve" runs, most other commands go through it by themselves.)`
    case 'FolderDamaged':
      return `The data folder ${error.folder} cannot be used: ${error.reason}.`
    case 'FolderUnreadable':
      return `The data folder ${error.folder} cannot be read by this user. Run the command as the user who owns it.`
    case 'FolderReadOnly':
      return `The data folder ${error.folder} cannot be written by this user, or is on a read-only file system. Run the command as the user who owns it, where it can be written.`
    case 'NotAFolder':
      return `${error.folder} is a file. Name a folder with --data.`
    case 'FolderNotPrivate':
      return `Others than the owner can use the data folder ${error.folder}, and this process cannot change that. As its owner, give it mode 0700: chmod 700 ${error.folder}`
    case 'FolderIsLater':
      return `The data folder ${error.folder} was used by ${error.usedBy === undefined ? 'a later version of Glemsom' : `Glemsom ${error.usedBy}`}, and this is ${error.version}, which does not know everything that is stored there. Nothing was changed. Use ${error.usedBy ?? 'that version'} or a later one, or restore a backup from before the upgrade.`
    case 'FolderMoved':
      return `The library of ${error.folder} was moved to servers: set CIRCULATION, PERSONS and KEYS to their addresses. The logs and keys in the folder are out of date.`
    case 'FolderNotMoved':
      return `The data folder ${error.folder} holds a library that is not on the named servers. Move it with "glemsom migrate", or use another folder.`
    case 'RingInUse':
      return `The ring ${error.ring} is in use by another data folder, ${error.usedBy} on ${error.host}: each would renew the wrapping keys without the other. Serve ${error.folder} with a copy of the ring, or, when the other folder is never served again, say once: glemsom --data ${error.folder} serve --take-ring`
    case 'RingIsServed':
      return `The ring ${error.ring} cannot be taken: its data folder ${error.usedBy} is in use by a process now, which would go on with it. Stop that process first, and never serve that folder with this ring again; or serve ${error.folder} with a copy of the ring.`
    case 'RingUseUnknown':
      return `The ring ${error.ring} cannot be taken: this user cannot read and lock its data folder ${error.usedBy}, so nobody knows whether a process serves that folder now. Run the command as a user who can, or remove that folder when it is never served again; or serve ${error.folder} with a copy of the ring.`
    case 'FolderNotRestored':
      return `A backup was being restored into ${error.folder}, and the restore did not end. Run "glemsom restore" for this folder again.`
    case 'SimulatedInProduction':
      return `The data folder ${error.folder} has a simulated clock, and NODE_ENV is production. Make a folder with a real clock.`
  }
}
