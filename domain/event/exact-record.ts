import * as t from 'io-ts'

export type MemberCodecs = Readonly<Record<string, t.Mixed>>
export type DecodedMembers<F extends MemberCodecs> = { readonly [K in keyof F]: t.TypeOf<F[K]> }

/** The codec of a record, with the codecs of its members. */
export interface ExactRecord<F extends MemberCodecs> extends t.Type<DecodedMembers<F>> {
  readonly members: F
}

export const isExactRecord = (codec: t.Mixed): codec is ExactRecord<MemberCodecs> =>
  'members' in codec && typeof codec.members === 'object'

/** A codec for a record with exactly these members. Each missing, malformed or unknown member is reported by name. */
export const exactRecord = <F extends MemberCodecs>(name: string, fields: F): ExactRecord<F> => {
  const members = Object.entries(fields)
  const isRecord = (u: unknown): u is Readonly<Record<string, unknown>> =>
    typeof u === 'object' && u !== null && !Array.isArray(u)
  const is = (u: unknown): u is DecodedMembers<F> => {
    if (!isRecord(u)) return false
    for (const [key, codec] of members) if (!codec.is(u[key])) return false
    for (const key in u) if (!Object.hasOwn(fields, key)) return false
    return true
  }
  const refusals = (u: Readonly<Record<string, unknown>>, context: t.Context): t.Errors => [
    ...members.flatMap(([key, codec]) => {
      const decoded = codec.validate(u[key], t.appendContext(context, key, codec, u[key]))
      return decoded._tag === 'Left' ? decoded.left : []
    }),
    ...Object.keys(u)
      .filter((key) => !Object.hasOwn(fields, key))
      .map((key) => ({
        value: u[key],
        context: t.appendContext(context, key, t.never),
        message: 'is an unknown member',
      })),
  ]
  const codec = new t.Type<DecodedMembers<F>>(
    name,
    is,
    (u, context) => {
      if (is(u)) return t.success(u)
      return isRecord(u) ? t.failures(refusals(u, context)) : t.failure(u, context, `must be a record ${name}`)
    },
    (a) => a,
  )
  return Object.assign(codec, { members: fields })
}

/** A member that is always present, and `null` when the value is unknown. */
export const nullable = <A>(codec: t.Type<A>): t.Type<A | null> => t.union([codec, t.null])
