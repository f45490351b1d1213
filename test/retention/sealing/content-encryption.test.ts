import { createSecretKey, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { decryptContent, encryptContent } from '../../../retention/sealing/content-encryption'
import { piecesOf } from '../../fixtures/pieces-of'

const contentKey = { key: createSecretKey(randomBytes(32)), additional: Buffer.from('of one recording') }
const frameLength = 64 * 1024

const collect = async (pieces: AsyncIterable<unknown>): Promise<{ readonly bytes: Buffer; readonly end: unknown }> => {
  const read: Uint8Array[] = []
  let end: unknown
  for await (const piece of pieces)
    if (piece instanceof Uint8Array) read.push(piece)
    else end = piece
  return { bytes: Buffer.concat(read), end }
}

const encrypted = async (content: Buffer): Promise<Buffer> =>
  (await collect(encryptContent(contentKey, piecesOf(content)))).bytes

const decrypted = (stored: Buffer, under = contentKey) => collect(decryptContent(under, piecesOf(stored)))

const cut = (bytes: Buffer, at: ReadonlyArray<number>): ReadonlyArray<Buffer> => {
  const places = [0, ...[...at].sort((one, other) => one - other), bytes.length]
  return places.slice(1).map((place, index) => bytes.subarray(places[index], place))
}

describe('the encryption of a content', () => {
  it('gives the content back, whatever the pieces in which it comes', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 3 * frameLength }),
        fc.array(fc.nat(3 * frameLength), { maxLength: 5 }),
        async (length, at) => {
          const content = randomBytes(length)
          const places = at.map((place) => place % (length + 1))
          const { bytes: stored } = await collect(encryptContent(contentKey, piecesOf(...cut(content, places))))
          const read = await collect(
            decryptContent(
              contentKey,
              piecesOf(
                ...cut(
                  stored,
                  at.map((place) => place % (stored.length + 1)),
                ),
              ),
            ),
          )
          expect(read).toEqual({ bytes: content, end: undefined })
        },
      ),
      { numRuns: 30 },
    ))

  it('encrypts the same content differently each time', async () => {
    const content = randomBytes(100)
    expect(await encrypted(content)).not.toEqual(await encrypted(content))
  })

  it('reads nothing under another key, or as the content of another scope', async () => {
    const stored = await encrypted(randomBytes(100))
    const damaged = { bytes: Buffer.alloc(0), end: { _tag: 'ContentIsDamaged' } }
    expect(await decrypted(stored, { ...contentKey, key: createSecretKey(randomBytes(32)) })).toEqual(damaged)
    expect(await decrypted(stored, { ...contentKey, additional: Buffer.from('of another') })).toEqual(damaged)
  })

  it('notices each changed byte, and passes on no byte of its frame', async () => {
    const stored = await encrypted(randomBytes(40))
    for (let at = 0; at < stored.length; at += 1) {
      const changed = Buffer.from(stored)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      expect(await decrypted(changed)).toEqual({ bytes: Buffer.alloc(0), end: { _tag: 'ContentIsDamaged' } })
    }
  })

  it('notices that the end is missing, wherever it was cut off', async () => {
    const stored = await encrypted(randomBytes(2 * frameLength + 10))
    const ends = [0, 20, 33, 33 + frameLength + 16, 33 + 2 * (frameLength + 16), stored.length - 1]
    for (const end of ends) expect((await decrypted(stored.subarray(0, end))).end).toEqual({ _tag: 'ContentIsDamaged' })
  })

  it('notices that frames were exchanged', async () => {
    const stored = await encrypted(randomBytes(2 * frameLength + 10))
    const [first, second] = [33, 33 + frameLength + 16]
    const third = second + frameLength + 16
    const frames = [stored.subarray(0, first), stored.subarray(second, third), stored.subarray(first, second)]
    expect((await decrypted(Buffer.concat([...frames, stored.subarray(third)]))).end).toEqual({
      _tag: 'ContentIsDamaged',
    })
  })

  it('ends with the error with which the bytes end', async () => {
    const failed = { _tag: 'Failed' } as const
    expect(
      (await collect(encryptContent(contentKey, piecesOf<Uint8Array | typeof failed>(Buffer.from('a'), failed)))).end,
    ).toEqual(failed)
    expect(
      (await collect(decryptContent(contentKey, piecesOf<Uint8Array | typeof failed>(Buffer.from('a'), failed)))).end,
    ).toEqual(failed)
  })
})
