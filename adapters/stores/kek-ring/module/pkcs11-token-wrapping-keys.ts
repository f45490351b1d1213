import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { TaskEither } from 'fp-ts/TaskEither'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { NotAuthentic } from '../../../../retention/keys/kek-ring'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { nonceLength, tagLength } from '../../../../retention/sealing/aes-gcm'
import { createHardwareModuleClient, type HardwareModuleClient } from './hardware-module-client'
import type { ModuleFailure } from './pkcs11-module-connection'
import type { HardwareModuleOperation } from './module-messages'
import type { HardwareModuleSettings, Pkcs11TokenIdentity, ModuleTokenKey } from './hardware-module-settings'

/** Bytes that a key has wrapped, with their additional data. While the key can be used, it unwraps them. */
export interface WrappedBytes {
  readonly additional: Uint8Array
  readonly wrapped: Uint8Array
}

/** The wrapping keys in a token, by their labels. Unavailable: the module cannot be used at present, and why. */
export interface Pkcs11TokenWrappingKeys {
  readonly token: Pkcs11TokenIdentity
  readonly list: (beginning: string) => TaskEither<Unavailable, ReadonlyArray<ModuleTokenKey>>
  /** Makes a key in the token, unless there is one with this label. */
  readonly make: (label: string) => TaskEither<Unavailable, ModuleTokenKey>
  /** The key does not encrypt any more. */
  readonly disable: (label: string) => TaskEither<Unavailable, ModuleTokenKey>
  /** Destroys the key, and asks the token whether it is gone. Unavailable also when it is not. */
  readonly destroy: (label: string) => TaskEither<Unavailable, void>
  readonly wrap: (label: string, additional: Uint8Array, plaintext: Uint8Array) => TaskEither<Unavailable, Uint8Array>
  /**
   * NotAuthentic: the key did not wrap these bytes with this additional data. A module answers a changed byte and a
   * failure of its own with the same error, so bytes of the key are unwrapped beside them, to tell one from the other.
   */
  readonly unwrap: (
    label: string,
    known: WrappedBytes,
    bytes: WrappedBytes,
  ) => TaskEither<Unavailable | NotAuthentic, Uint8Array>
  readonly close: () => Promise<void>
}

const notAuthentic: NotAuthentic = { _tag: 'NotAuthentic' }

const toUnavailable = (failure: ModuleFailure): Unavailable =>
  keysUnavailable(failure._tag === 'Away' ? failure.reason : `the module refuses an operation (${failure.name})`)

const labelField = (label: string): Buffer => Buffer.from(label, 'utf8')

const parse = <A>(bytes: Uint8Array): A => JSON.parse(Buffer.from(bytes).toString('utf8')) as A

/** Sends a request, and after a failure once more over a new connection. */
const requestTwice =
  ({ request, reconnect }: HardwareModuleClient) =>
  (operation: HardwareModuleOperation, ...fields: ReadonlyArray<Uint8Array>): TaskEither<Unavailable, Uint8Array> =>
  async () => {
    const first = await request(operation, fields)
    if (E.isRight(first)) return first
    await reconnect()
    return E.mapLeft(toUnavailable)(await request(operation, fields))
  }

const unwrapOnce =
  ({ request }: HardwareModuleClient) =>
  async (
    label: string,
    known: WrappedBytes,
    { additional, wrapped }: WrappedBytes,
  ): Promise<E.Either<ModuleFailure | NotAuthentic, Uint8Array>> => {
    const unwrapped = await request('unwrap', [labelField(label), additional, wrapped])
    if (E.isRight(unwrapped) || unwrapped.left._tag === 'Away') return unwrapped
    const knownBytes = await request('unwrap', [labelField(label), known.additional, known.wrapped])
    if (E.isLeft(knownBytes)) return knownBytes
    knownBytes.right.fill(0)
    return E.left(notAuthentic)
  }

/** The keys of a token over a client. */
const keysOver = (client: HardwareModuleClient, token: Pkcs11TokenIdentity): Pkcs11TokenWrappingKeys => {
  const send = requestTwice(client)
  const unwrap = unwrapOnce(client)
  return {
    token,
    list: (beginning) => pipe(send('list', labelField(beginning)), TE.map(parse<ReadonlyArray<ModuleTokenKey>>)),
    make: (label) => pipe(send('make', labelField(label)), TE.map(parse<ModuleTokenKey>)),
    disable: (label) => pipe(send('disable', labelField(label)), TE.map(parse<ModuleTokenKey>)),
    destroy: (label) =>
      pipe(
        send('destroy', labelField(label)),
        TE.map(parse<number>),
        TE.flatMap((left) =>
          left === 0 ? TE.right(undefined) : TE.left(keysUnavailable('the module still has a key that it destroyed')),
        ),
      ),
    wrap: (label, additional, plaintext) => send('wrap', labelField(label), additional, plaintext),
    unwrap: (label, known, bytes) => async () => {
      if (bytes.wrapped.length < nonceLength + tagLength) return E.left(notAuthentic)
      const first = await unwrap(label, known, bytes)
      if (E.isRight(first) || first.left._tag === 'NotAuthentic') return E.isRight(first) ? first : E.left(notAuthentic)
      await client.reconnect()
      return E.mapLeft((failure: ModuleFailure | NotAuthentic) =>
        failure._tag === 'NotAuthentic' ? failure : toUnavailable(failure),
      )(await unwrap(label, known, bytes))
    },
    close: client.close,
  }
}

/** Connects to the token. Unavailable: why that is not possible, naming the variable that is to be changed. */
export const openTokenWrappingKeys =
  (module: HardwareModuleSettings): TaskEither<Unavailable, Pkcs11TokenWrappingKeys> =>
  async () => {
    const client = createHardwareModuleClient(module)
    const token = await client.connect()
    if (E.isRight(token)) return E.right(keysOver(client, token.right))
    await client.close()
    return E.left(toUnavailable(token.left))
  }
