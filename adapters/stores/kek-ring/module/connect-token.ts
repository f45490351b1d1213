import { existsSync, readFileSync, statSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { isModeOfOwnerOnly } from '../../../system/files/private-files'
import type { ModuleStartMessage } from './module-messages'
import { pkcs11Constants, loadPkcs11, type ModuleHandle, type Pkcs11 } from './pkcs11'
import type { HardwareModuleSettings, Pkcs11TokenIdentity } from './hardware-module-settings'

/** A token that this process has logged in to. */
export interface LoggedInPkcs11Token {
  readonly pkcs11: Pkcs11
  readonly identity: Pkcs11TokenIdentity
  /** Opens a further session. It is logged in as the first one is. */
  readonly openSession: () => ModuleHandle
}

type Problem = Extract<ModuleStartMessage, { readonly _tag: 'Problem' }>

const problem = (reason: string, isWrongPin = false): E.Either<Problem, never> =>
  E.left({ _tag: 'Problem', reason, isWrongPin })

const otherError = 'another error'

/** The name of an error of the module, such as CKR_PIN_INCORRECT. It holds no value. */
export const moduleErrorName = (error: unknown): string => /CKR_[A-Z0-9_]+/.exec(String(error))?.[0] ?? otherError

const load = ({ file }: HardwareModuleSettings): E.Either<Problem, Pkcs11> => {
  if (!existsSync(file)) return problem(`RING_MODULE names ${file}, which does not exist`)
  if (statSync(file).isDirectory())
    return problem(`RING_MODULE names ${file}, which is a folder: name the library of the module`)
  let pkcs11: Pkcs11
  try {
    pkcs11 = loadPkcs11()
  } catch {
    return problem(
      'the package pkcs11js is not installed, or is not built for this machine: run `npm run build:module`, which needs a C++ compiler, make and Python',
    )
  }
  try {
    pkcs11.load(file)
    pkcs11.C_Initialize({ flags: pkcs11Constants.osLockingOk })
    return E.right(pkcs11)
  } catch (error) {
    const name = moduleErrorName(error)
    const reason = name === otherError ? 'it is no library of PKCS#11, or is made for another machine' : name
    return problem(`the library that RING_MODULE names, ${file}, cannot be used (${reason})`)
  }
}

const findSlot = (pkcs11: Pkcs11, { token }: HardwareModuleSettings): E.Either<Problem, ModuleHandle> => {
  try {
    const slots = pkcs11.C_GetSlotList(true).filter((slot) => pkcs11.C_GetTokenInfo(slot).label.trim() === token)
    const [slot] = slots
    if (slot === undefined) return problem(`the module has no token with the label that RING_TOKEN names (${token})`)
    return slots.length === 1
      ? E.right(slot)
      : problem(`the module has several tokens with the label that RING_TOKEN names (${token})`)
  } catch (error) {
    return problem(`the tokens of the module cannot be listed (${moduleErrorName(error)})`)
  }
}

const readPin = ({ pinFile }: HardwareModuleSettings): E.Either<Problem, string> => {
  const named = `the file that RING_PIN_FILE names, ${pinFile},`
  try {
    const stats = statSync(pinFile)
    if (stats.isDirectory()) return problem(`${named} is a folder: name a file with the PIN`)
    if (!isModeOfOwnerOnly(stats)) return problem(`other users than the owner can read ${named} so give it mode 0600`)
    const pin = readFileSync(pinFile, 'utf8').trim()
    return pin === '' ? problem(`${named} is empty: write the PIN of the token's user into it`) : E.right(pin)
  } catch {
    return problem(`${named} is missing or cannot be read`)
  }
}

/** Errors that another attempt with the same PIN does not mend; each wrong attempt may lock the token. */
const pinErrors = ['CKR_PIN_INCORRECT', 'CKR_PIN_INVALID', 'CKR_PIN_LEN_RANGE', 'CKR_PIN_LOCKED', 'CKR_PIN_EXPIRED']

const logIn = (
  pkcs11: Pkcs11,
  session: ModuleHandle,
  pin: string,
  { pinFile }: HardwareModuleSettings,
): E.Either<Problem, void> => {
  try {
    pkcs11.C_Login(session, pkcs11Constants.user, pin)
    return E.right(undefined)
  } catch (error) {
    const name = moduleErrorName(error)
    if (name === 'CKR_USER_ALREADY_LOGGED_IN') return E.right(undefined)
    return pinErrors.includes(name)
      ? problem(`the token does not accept the PIN in the file that RING_PIN_FILE names, ${pinFile} (${name})`, true)
      : problem(`the token does not let this process log in (${name})`)
  }
}

const identityOf = (pkcs11: Pkcs11, slot: ModuleHandle): Pkcs11TokenIdentity => {
  const { manufacturerID, model, serialNumber } = pkcs11.C_GetTokenInfo(slot)
  return { manufacturer: manufacturerID.trim(), model: model.trim(), serialNumber: serialNumber.trim() }
}

/** Loads the module, finds the token and logs in to it; or says why not, naming the variable that is to be changed. */
export const connectToken = (module: HardwareModuleSettings): E.Either<Problem, LoggedInPkcs11Token> => {
  const pkcs11 = load(module)
  if (E.isLeft(pkcs11)) return pkcs11
  const slot = findSlot(pkcs11.right, module)
  if (E.isLeft(slot)) return slot
  const pin = readPin(module)
  if (E.isLeft(pin)) return pin
  try {
    const openSession = () => pkcs11.right.C_OpenSession(slot.right, pkcs11Constants.sessionFlags)
    const loggedIn = logIn(pkcs11.right, openSession(), pin.right, module)
    if (E.isLeft(loggedIn)) return loggedIn
    return E.right({ pkcs11: pkcs11.right, identity: identityOf(pkcs11.right, slot.right), openSession })
  } catch (error) {
    return problem(`no session can be opened with the token (${moduleErrorName(error)})`)
  }
}
