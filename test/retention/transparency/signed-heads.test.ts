import * as E from 'fp-ts/Either'
import { decodeCheckpoint, encodeCheckpoint } from '../../../retention/transparency/formats/checkpoint'
import { decodeNoteKey, encodeNoteKey, isKeyName } from '../../../retention/transparency/formats/note-key'
import { signCheckpoint } from '../../../retention/transparency/formats/sign-checkpoint'
import { decodeSignedNote, encodeSignedNote } from '../../../retention/transparency/formats/signed-note'
import { verifyNote } from '../../../retention/transparency/formats/verify-note'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { cosign, exampleLogKey, exampleOrigin, exampleRing, exampleWitnessKey } from './example-signers'

// Made by `openssl pkeyutl -sign -rawin`, `sha256sum` and `base64`, with the keys of RFC 8032, section 7.1.
const logKey = 'library.example/circulation+300b946c+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea'
const witnessKey = 'witness.example/w1+04d2d833+BD1AF8PoQ4lakrcKp00bfrycmCzPLsSWjMDNVfEq9GYM'
const text = 'library.example/circulation\n3\nNmQuc8JUCrEh46a/lUWwokmCzYMOsT080Z3jzmwCHsE=\n'
const signature =
  '— library.example/circulation MAuUbM3dgTqWW/rs18BQgszGpEAfdZmlk15aD+H8v7rpKsr+Xl6eqMepmdVi0kZfrF8hlOwOaDJqvosLpIH9llDNaAM=\n'
const cosignature =
  '— witness.example/w1 BNLYMwAAAABkGFDLJowJ07ciFBr0bZOnfOcw82gmFduW+c70c2KeAl9sN0bqMVslnGRyTb5BBtW0MjhU1JjJCS4mBTDjlRci9RMIAw==\n'
const note = `${text}\n${signature}${cosignature}`
const checkpoint = {
  origin: exampleOrigin,
  size: 3,
  root: Buffer.from('36642e73c2540ab121e3a6bf9545b0a24982cd830eb13d3cd19de3ce6c021ec1', 'hex'),
}
const isMalformed = E.left(expect.objectContaining({ _tag: 'Malformed' }))
const verified = (of: string, ...keys: ReadonlyArray<string>) =>
  verifyNote(keys.map((key) => rightOrThrow(decodeNoteKey(key))))(rightOrThrow(decodeSignedNote(of)))

describe('a signed head', () => {
  it('has the bytes that other programs made of the same head and the same keys', async () => {
    const signed = rightOrThrow(await signCheckpoint(exampleRing)(checkpoint)())
    expect(encodeSignedNote(signed)).toBe(`${text}\n${signature}`)
    const withWitness = { ...signed, signatures: [...signed.signatures, cosign(1679315147, text)] }
    expect(encodeSignedNote(withWitness)).toBe(note)
    expect([encodeNoteKey(exampleLogKey), encodeNoteKey(exampleWitnessKey)]).toEqual([logKey, witnessKey])
  })

  it('is verified by the key of the log, and by that of a witness with its time', () => {
    expect(rightOrThrow(verified(note, logKey, witnessKey)).map(({ key, signedAt }) => [key.name, signedAt])).toEqual([
      ['library.example/circulation', undefined],
      ['witness.example/w1', 1679315147],
    ])
  })

  it('is verified as Go documents it: the published example of its package `note`', () => {
    const published =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n" +
      '\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
    const key = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
    expect(E.isRight(verified(published, key))).toBe(true)
  })

  it('is refused when a known key has not signed this text', () => {
    for (const changed of [note.replace('\n3\n', '\n4\n'), note.replace('circulation\n', 'circulatiom\n')]) {
      const wrong = (name: string) => E.left({ _tag: 'WrongSignature', name })
      expect(verified(changed, logKey)).toEqual(wrong('library.example/circulation'))
      expect(verified(changed, witnessKey)).toEqual(wrong('witness.example/w1'))
    }
    const later = cosign(1679315148, text)
    const claimsEarlier = { ...later, signature: Buffer.from(later.signature).fill(0xcb, 7, 8) }
    const changed = encodeSignedNote({ text, signatures: [claimsEarlier] })
    expect(verified(changed, witnessKey)).toEqual(E.left({ _tag: 'WrongSignature', name: 'witness.example/w1' }))
  })

  it('says nothing when no known key signed it, and ignores unknown keys beside known ones', () => {
    expect(verified(`${text}\n${cosignature}`, logKey)).toEqual(E.left({ _tag: 'NoKnownSignature' }))
    expect(rightOrThrow(verified(note, logKey))).toHaveLength(1)
  })

  it('is decoded to what was encoded, and to nothing else', () => {
    const decoded = rightOrThrow(decodeSignedNote(note))
    expect(encodeSignedNote(decoded)).toBe(note)
    expect(decodeCheckpoint(decoded.text)).toEqual(E.right(checkpoint))
    expect(encodeCheckpoint(checkpoint)).toBe(text)
    const malformedNotes = [
      text,
      `${text}\n`,
      note.trimEnd(),
      note.replace('— w', '- w'),
      note.replace('BNLY', 'BNL*'),
      note.replace('circulation', 'circu\tlation'),
      `${text}\n${cosignature.repeat(101)}`,
    ]
    for (const malformedNote of malformedNotes) expect(decodeSignedNote(malformedNote)).toEqual(isMalformed)
  })

  it('has a text of three lines: a log, a size and a root', () => {
    const malformedTexts = [
      text.slice(0, -1),
      `${text}extension\n`,
      text.replace('3', '03'),
      text.replace('3', '-1'),
      text.replace('NmQ', 'N'),
      text.replace('library.example/circulation', ''),
    ]
    for (const malformedText of malformedTexts) expect(decodeCheckpoint(malformedText)).toEqual(isMalformed)
  })
})

describe('a key that verifies', () => {
  it('is decoded from the text that it is encoded to, and from no other', () => {
    expect(decodeNoteKey(logKey)).toEqual(E.right(exampleLogKey))
    for (const text of [
      '',
      logKey.slice(0, -4),
      logKey.replace('300b', '300c'),
      logKey.replace('+Ad', '+Bd'),
      ` ${logKey}`,
    ])
      expect(decodeNoteKey(text)).toEqual(isMalformed)
  })

  it('has a name without spaces and plus', () => {
    expect(['library.example/persons', 'w', 'bücherei.example'].every(isKeyName)).toBe(true)
    expect(['', 'a b', 'a+b', 'a\u00a0b', 'a\nb', 'a\u0001b'].some(isKeyName)).toBe(false)
  })
})
