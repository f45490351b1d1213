import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import type { HardwareModuleSettings } from './hardware-module-settings'

/** Refuses a module of which a variable is missing, and names the variable. */
export const requireModuleSettings = ({
  file,
  token,
  pinFile,
}: HardwareModuleSettings): E.Either<Unavailable, void> => {
  const missing = [
    ['RING_MODULE', file],
    ['RING_TOKEN', token],
    ['RING_PIN_FILE', pinFile],
  ].find(([, value]) => value === '')
  return missing === undefined
    ? E.right(undefined)
    : E.left(
        keysUnavailable(
          `${String(missing[0])} is not set: a ring in a hardware module needs the file of the module (RING_MODULE), the label of the token (RING_TOKEN) and a file with its PIN (RING_PIN_FILE)`,
        ),
      )
}
