import type { GuardianId, GuardianshipId } from '../../../../domain/values/ids'
import { bytesToUuid, uuidToBytes } from '../../../../retention/sealing/uuid-bytes'
import type { KnownCaller, Session } from './session'

const idLength = 22

/** Ids one after the other, in 22 characters each: an entry of the short-term store has room for few. */
const packIds = (ids: ReadonlyArray<string>): string => ids.map((id) => uuidToBytes(id).toString('base64url')).join('')

const unpackIds = (packed: string): ReadonlyArray<string> =>
  Array.from({ length: packed.length / idLength }, (_, at) =>
    bytesToUuid(Buffer.from(packed.slice(at * idLength, (at + 1) * idLength), 'base64url')),
  )

type PackedCaller =
  | Exclude<KnownCaller, { readonly role: 'guardian' }>
  | { readonly children: string; readonly subject: string; readonly more?: true }

interface PackedSession extends Omit<Session, 'callers' | 'guardians'> {
  readonly callers: ReadonlyArray<PackedCaller>
  readonly guardians: string
}

const packCaller = (caller: KnownCaller): PackedCaller =>
  caller.role === 'guardian'
    ? {
        ...{ children: packIds(caller.guardianships), subject: caller.subject },
        ...(caller.hasMoreChildren === true ? { more: true } : {}),
      }
    : caller

const unpackCaller = (packed: PackedCaller): KnownCaller =>
  'children' in packed
    ? {
        ...{ role: 'guardian', subject: packed.subject },
        guardianships: unpackIds(packed.children) as ReadonlyArray<GuardianshipId>,
        ...(packed.more === true ? { hasMoreChildren: true } : {}),
      }
    : packed

/** A session as its entry holds it. */
export const sessionToText = ({ callers, guardians, ...session }: Session): string =>
  JSON.stringify({
    ...session,
    ...{ callers: callers.map(packCaller), guardians: packIds(guardians) },
  } satisfies PackedSession)

/** Undefined for a session of an earlier version: whoever had it logs in again. */
export const sessionOfText = (text: string): Session | undefined => {
  const { callers, guardians, ...session } = JSON.parse(text) as PackedSession
  if (typeof guardians !== 'string') return undefined
  return {
    ...session,
    ...{ callers: callers.map(unpackCaller), guardians: unpackIds(guardians) as ReadonlyArray<GuardianId> },
  }
}
