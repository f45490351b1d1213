import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The SHA-256 of each thing that the picture depends on, and of the picture itself, by name. */
export type Fingerprint = Readonly<Record<string, string>>

/** The picture, from the folder of the project. */
export const pictureFile = 'adapters/interfaces/pages/borrower-data/own-data.png'

// The compiled program is outside the folder of the sources, so both files are named from the checkout.
const fingerprintFile = path.join(process.cwd(), pictureFile.replace(/\.png$/, '.fingerprint.json'))

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

export const readPicture = (): Buffer => readFileSync(path.join(process.cwd(), pictureFile))

/** The fingerprint with which the picture was made. */
export const readFingerprint = (): Fingerprint => JSON.parse(readFileSync(fingerprintFile, 'utf8')) as Fingerprint

const withPicture = (parts: Fingerprint, picture: Uint8Array): Fingerprint => ({
  ...parts,
  [path.basename(pictureFile)]: sha256(picture),
})

/** Writes a picture, and the fingerprint of what it was made of. */
export const writePicture = (picture: Uint8Array, parts: Fingerprint): void => {
  writeFileSync(path.join(process.cwd(), pictureFile), picture)
  writeFileSync(fingerprintFile, `${JSON.stringify(withPicture(parts, picture), undefined, 2)}\n`)
}

/** A sentence on what has changed since a picture was made; undefined when nothing has. */
export const changeSincePicture = (made: Fingerprint, parts: Fingerprint, picture: Uint8Array): string | undefined => {
  const found = withPicture(parts, picture)
  const names = [...new Set([...Object.keys(made), ...Object.keys(found)])].filter((name) => made[name] !== found[name])
  return names.length === 0
    ? undefined
    : `The picture of the README is older than ${names.join(', ')}. Run \`npm run picture\`, and look at the new picture.`
}
