import { uuidToBytes } from '../../../retention/sealing/uuid-bytes'

/** An id and where it stands in a file. */
export interface PlacedId {
  readonly id: string
  readonly at: number
}

const prefixLength = 6

/** Ids as 16 bytes, as text, and as text without hyphens, indexed by their first six bytes. */
const indexIds = (ids: Iterable<string>) => {
  const suffixes = new Uint8Array(1 << 24)
  const forms = new Map<number, { readonly id: string; readonly bytes: Uint8Array }[]>()
  for (const id of ids)
    for (const bytes of [uuidToBytes(id), Buffer.from(id), Buffer.from(id.replaceAll('-', ''))]) {
      const prefix = Buffer.from(bytes).readUIntBE(0, prefixLength)
      suffixes[prefix % (1 << 24)] = 1
      const known = forms.get(prefix)
      if (known === undefined) forms.set(prefix, [{ id, bytes }])
      else known.push({ id, bytes })
    }
  return { suffixes, forms }
}

/**
 * Finds every place of known ids in the bytes of a file: in rows, free pages, unused space and write-ahead logs. A file is
 * read once for any number of ids.
 */
export const makeIdFinder = (ids: Iterable<string>): ((bytes: Buffer) => ReadonlyArray<PlacedId>) => {
  const { suffixes, forms } = indexIds(ids)
  return (bytes) => {
    const found: PlacedId[] = []
    let lastThree = 0
    for (let at = 0; at < bytes.length; at++) {
      lastThree = ((lastThree << 8) | (bytes[at] ?? 0)) & 0xffffff
      const from = at - prefixLength + 1
      if (suffixes[lastThree] !== 1 || from < 0) continue
      for (const form of forms.get(bytes.readUIntBE(from, prefixLength)) ?? [])
        if (bytes.subarray(from, from + form.bytes.length).equals(form.bytes)) found.push({ id: form.id, at: from })
    }
    return found
  }
}
