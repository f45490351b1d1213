/** The bytes of the time at the beginning of a cosignature. */
export const timestampLength = 8

/** The time of a cosignature, in seconds since 1970; -1 when it has none that a number can hold. */
export const timeOfCosignature = (signature: Uint8Array): number => {
  if (signature.length < timestampLength) return -1
  const time = Buffer.from(signature).readBigUInt64BE(0)
  return time > BigInt(Number.MAX_SAFE_INTEGER) ? -1 : Number(time)
}

/** What a witness signs: the time, in seconds since 1970, and the text of a checkpoint (C2SP tlog-cosignature). */
export const messageOfCosignature = (time: number, checkpoint: string): string =>
  `cosignature/v1\ntime ${String(time)}\n${checkpoint}`
