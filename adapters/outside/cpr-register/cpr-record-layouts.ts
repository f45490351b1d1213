/** The first position, from 1, and the length of a field, as the record descriptions of the CPR office number them. */
type Field = readonly [start: number, length: number]

/** The record types of a change extract (ændringsudtræk) that a library needs. Others are passed over. */
export const cprRecordLayouts = {
  /** Personoplysninger. */
  '001': {
    length: 106,
    fields: { current: [14, 10], status: [24, 2], birthDate: [40, 10] },
  },
  /** Adresseringsnavn og klarskriftadresse. */
  '003': {
    length: 249,
    fields: {
      careOf: [48, 34],
      street: [116, 34],
      town: [150, 34],
      postcode: [184, 4],
      district: [188, 20],
      municipality: [208, 4],
    },
  },
  /** Beskyttelse. */
  '004': { length: 37, fields: { kind: [14, 4], from: [18, 10], until: [28, 10] } },
  /** Aktuelle navneoplysninger. */
  '008': { length: 193, fields: { first: [14, 50], middle: [65, 40], last: [106, 40] } },
} as const satisfies Record<string, { readonly length: number; readonly fields: Readonly<Record<string, Field>> }>

export type CprRecordType = keyof typeof cprRecordLayouts

/** The fields of a record, without the blanks around them. */
export type CprRecordFields<T extends CprRecordType> = Readonly<
  Record<keyof (typeof cprRecordLayouts)[T]['fields'], string>
>

const field = (record: string, start: number, length: number): string =>
  record.slice(start - 1, start - 1 + length).trim()

export const recordTypeOf = (record: string): string => field(record, 1, 3)
export const cprNumberOf = (record: string): string => field(record, 4, 10)

export const isKnownRecordType = (type: string): type is CprRecordType => Object.hasOwn(cprRecordLayouts, type)

/** Blanks at the end of a record may be left out in transfer; a longer record has another layout. */
const hasLength = (record: string, length: number): boolean => record.trimEnd().length <= length && record.length > 13

/** The fields of a record; undefined when its length is not that of its type. */
export const readCprRecord = <T extends CprRecordType>(type: T, record: string): CprRecordFields<T> | undefined => {
  const { length, fields } = cprRecordLayouts[type]
  if (!hasLength(record, length)) return undefined
  const read = Object.entries(fields as Readonly<Record<string, Field>>).map(
    ([name, [start, size]]) => [name, field(record, start, size)] as const,
  )
  return Object.fromEntries(read) as CprRecordFields<T>
}

/** The day of production of a delivery, YYYYMMDD, in its start record. */
export const productionDayOf = (startRecord: string): string => field(startRecord, 20, 8)

/** How many records the end record counts. */
export const countOf = (endRecord: string): number => Number(field(endRecord, 14, 8))
