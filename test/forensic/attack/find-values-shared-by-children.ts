import { decodeSealedParts } from '../../../retention/sealing/decode-sealed-parts'
import type { StoredLogEvent } from '../stored-events'

/** Values from a small set, which link nothing. */
const isSmall = (text: string): boolean => text === 'null' || /^"\d{4}-\d{2}"$/.test(text)

const valuesOf = ({ id, openPart, sealed }: StoredLogEvent): ReadonlyArray<string> => {
  const parts = decodeSealedParts(sealed)
  const bytes = parts._tag === 'Left' ? [] : parts.right.flatMap(({ commitment, nonce }) => [commitment, nonce])
  return [
    id,
    ...Object.values(openPart)
      .map((value) => JSON.stringify(value))
      .filter((text) => !isSmall(text)),
    ...bytes.map((each) => Buffer.from(each).toString('hex')),
  ]
}

/** Finds values of events about guardians that stand in the streams of two children: they would tie the children. */
export const findValuesSharedByChildren = (events: ReadonlyArray<StoredLogEvent>): ReadonlyArray<string> => {
  const streams = new Map<string, Set<string>>()
  for (const event of events)
    if ('guardian' in event.openPart)
      for (const value of valuesOf(event)) streams.set(value, (streams.get(value) ?? new Set()).add(event.stream))
  return [...streams].filter(([, of]) => of.size > 1).map(([value]) => value)
}
