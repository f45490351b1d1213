/** A call of a port after whose effect a process kills itself: the n-th call of that name. */
export interface CrashPoint {
  readonly port: string
  readonly call: number
}

const after = (port: string, call = 1): CrashPoint => ({ port, call })

/** Where an erasure, a roll of the epoch, and the destruction of a retired epoch are killed. */
export const crashPoints = {
  erase: [after('append'), after('fence keys'), after('checkpoint'), after('sign'), after('append', 2)],
  roll: [
    after('begin epoch'),
    after('refuse older epochs'),
    after('replace keys'),
    after('checkpoint'),
    after('retire epoch'),
  ],
  destroy: [after('destroy epoch'), after('append'), after('remove record of epoch')],
} as const satisfies Readonly<Record<string, ReadonlyArray<CrashPoint>>>

export type KilledWork = keyof typeof crashPoints
