import type { Pkcs11TokenIdentity } from './hardware-module-settings'

/**
 * What the process that uses the module is asked for. `wrap` and `unwrap` have the fields label, additional data and
 * bytes, and answer bytes; the others have a label, or for `list` its beginning, and answer JSON.
 */
export const hardwareModuleOperationCodes = { wrap: 1, unwrap: 2, list: 3, make: 4, disable: 5, destroy: 6 } as const

export type HardwareModuleOperation = keyof typeof hardwareModuleOperationCodes

/** How a request ended. `refused`: the module refused it, with the name of its error. */
export const moduleRequestOutcomes = { done: 1, refused: 2 } as const

/** The first message of the process, under the number 0: it is ready, or why it is not. It ends after a problem. */
export type ModuleStartMessage =
  | { readonly _tag: 'Ready'; readonly token: Pkcs11TokenIdentity }
  | { readonly _tag: 'Problem'; readonly reason: string; readonly isWrongPin: boolean }
