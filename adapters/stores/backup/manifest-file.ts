import { createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { manifestFile, type BackupPart } from './backup-layout'
import { bytesOfBackupManifest, SignedManifest, type BackupManifestOfPart } from './backup-manifest'

export const formatManifest = (signed: SignedManifest): string => `${JSON.stringify(signed, null, 2)}\n`

const isOfPart =
  <Part extends BackupPart>(part: Part) =>
  (manifest: SignedManifest['manifest']): manifest is BackupManifestOfPart<Part> =>
    manifest.part === part

/**
 * Reads the manifest of a part. The error is the end of a sentence: what is wrong with the folder. A backup that was
 * interrupted has no manifest.
 */
export const readManifest =
  <Part extends BackupPart>(part: Part) =>
  (
    folder: string,
  ): E.Either<
    string,
    { readonly manifest: BackupManifestOfPart<Part>; readonly isSignedBy: (verifyingKey: string) => boolean }
  > => {
    let text: string
    try {
      text = readFileSync(path.join(folder, manifestFile), 'utf8')
    } catch {
      return E.left(`${folder} has no ${manifestFile}: it is no backup, or one that was interrupted`)
    }
    let stored: unknown
    try {
      stored = JSON.parse(text)
    } catch {
      return E.left(`the ${manifestFile} in ${folder} is damaged`)
    }
    if (!SignedManifest.is(stored)) return E.left(`the ${manifestFile} in ${folder} does not have the expected form`)
    const { manifest, signature } = stored
    if (!isOfPart(part)(manifest)) return E.left(`the folder ${folder} holds ${manifest.part}, and not ${part}`)
    return E.right({
      manifest,
      isSignedBy: (verifyingKey) =>
        verify(null, bytesOfBackupManifest(manifest), createPublicKey(verifyingKey), Buffer.from(signature, 'base64')),
    })
  }
