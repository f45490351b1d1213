import * as TE from 'fp-ts/TaskEither'
import type { OpenedPart, ScopeKeys } from '../../../domain/ports/scope-keys'
import { fencedKeyUnavailable, missingKeyError } from '../../../retention/keys/keys-unavailable'
import { withErasuresReadWhenKeyIsFenced } from '../../../retention/keys/with-erasures-read-when-key-is-fenced'
import { exampleSealContext } from '../../fixtures/keys-under-test'

/** Keys of a process that learns of an erasure by reading the log; how often it read, and how often it was asked. */
const keysBefore = (unknown: typeof fencedKeyUnavailable) => {
  const seen = { reads: 0, asked: 0 }
  const answer = (): OpenedPart => {
    seen.asked += 1
    return seen.reads > 0 && unknown.key === 'fenced' ? { _tag: 'Erased' } : unknown
  }
  const ended = TE.left({ _tag: 'ScopeEnded', class: 'loan' } as const)
  const keys: ScopeKeys = {
    createKeys: () => (answer()._tag === 'Erased' ? ended : TE.left(unknown)),
    sealParts: () => () => (answer()._tag === 'Erased' ? ended() : TE.left(unknown)()),
    openParts: () => () => Promise.resolve([answer()]),
    deriveIdsUnder: () => TE.left(unknown),
    contentCipherUnder: () => TE.left(unknown),
  }
  const readErasures = TE.fromIO(() => void (seen.reads += 1))
  return { seen, keys: withErasuresReadWhenKeyIsFenced(readErasures)(keys) }
}

const openPart = ({ openParts }: ScopeKeys) => openParts(exampleSealContext(), new Uint8Array(0), [])()

describe('A command that meets a key which another process has just erased', () => {
  it('reads the erasure, and is told so, when it opens and when it seals', async () => {
    const opening = keysBefore(fencedKeyUnavailable)
    expect(await openPart(opening.keys)).toEqual([{ _tag: 'Erased' }])
    const sealing = keysBefore(fencedKeyUnavailable)
    expect(await sealing.keys.sealParts(exampleSealContext(), [])()).toMatchObject({ left: { _tag: 'ScopeEnded' } })
    expect([opening.seen, sealing.seen]).toEqual([
      { reads: 1, asked: 2 },
      { reads: 1, asked: 2 },
    ])
  })

  it('asks once, and reads nothing, when the key is missing', async () => {
    const { seen, keys } = keysBefore(missingKeyError)
    expect(await openPart(keys)).toEqual([missingKeyError])
    expect(seen).toEqual({ reads: 0, asked: 1 })
  })
})
