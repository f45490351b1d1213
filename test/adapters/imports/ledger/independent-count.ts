/**
 * What a ledger comes to under the rules of a Danish library, counted straight from the file and from the words of the
 * rules, and sharing nothing with the importer. Amounts are in kroner.
 */
export interface Counted {
  rows: number
  loans: number
  rejects: number
  partly: number
  never: number
  /** Back after the bill, with the return wholly known, and partly known. */
  found: number
  foundPartly: number
  bills: number
  billKroner: number
  fees: number
  feeKroner: number
  loansByMonth: Map<string, number>
  returnsByMonth: Map<string, number>
}

/** What a row says, in whatever ledger: cells as they are written, without spaces around them. */
export interface RowSays {
  readonly borrower: string
  readonly title: string
  readonly lent: string
  readonly back: string
}

/** A table of text: quoted cells, doubled quotation marks, and no reading of what the cells say. */
export const table = (text: string, separator: string): string[][] => {
  const rows: string[][] = [['']]
  let quoted = false
  const clean = text.replace(/^\uFEFF/, '').replace(/\r/g, '')
  for (let at = 0; at < clean.length; at++) {
    const char = clean.charAt(at)
    const row = rows[rows.length - 1]!
    if (quoted && char === '"' && clean.charAt(at + 1) === '"') {
      row.push(`${row.pop()!}"`)
      at += 1
    } else if (char === '"') quoted = !quoted
    else if (!quoted && char === separator) row.push('')
    else if (!quoted && char === '\n') rows.push([''])
    else row.push(row.pop()! + char)
  }
  return rows.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''))
}

const dayMs = 24 * 60 * 60 * 1000
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
const later = (day: string, days: number): string => iso(Date.parse(day) + days * dayMs)
const between = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs

/** `YYYY-MM-DD`, from that or from day, month and year; undefined for anything else, 31 February included. */
const wholeDay = (text: string): string | undefined => {
  const [, d, m, y] = /^(\d+)\/(\d+)\/(\d{4})$/.exec(text) ?? []
  const day = d === undefined ? text : `${y!}-${m!.padStart(2, '0')}-${d.padStart(2, '0')}`
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) return undefined
  return iso(Date.parse(day)) === day ? day : undefined
}

/** "The first day that fits what is known and is not before the day of lending." */
const firstFitting = (lent: string, known: string): string | undefined => {
  const pattern = known.startsWith('--') ? new RegExp(`^....-${known.slice(2)}$`) : new RegExp(`^${known}`)
  for (let days = 0; days < 20 * 366; days++) if (pattern.test(later(lent, days))) return later(lent, days)
  return undefined
}

/** The law's maxima for children: nobody's birth date is known, so everybody pays the child's fee. */
const childsFee = (daysOverdue: number): number => {
  if (daysOverdue <= 7) return 10
  if (daysOverdue <= 14) return 30
  return daysOverdue <= 30 ? 55 : 120
}

const one = (counts: Map<string, number>, day: string): void => {
  counts.set(day.slice(0, 7), (counts.get(day.slice(0, 7)) ?? 0) + 1)
}

/** Counts a ledger: lent for 30 days; billed at 35 days overdue for 200 kr. and 50 kr. handling. */
export const count = (rows: ReadonlyArray<RowSays>): Counted => {
  const of: Counted = {
    rows: rows.length,
    loans: 0,
    rejects: 0,
    partly: 0,
    never: 0,
    found: 0,
    foundPartly: 0,
    bills: 0,
    billKroner: 0,
    fees: 0,
    feeKroner: 0,
    loansByMonth: new Map(),
    returnsByMonth: new Map(),
  }
  const occasions = new Set<string>()
  for (const { borrower, title, lent, back } of rows) {
    const from = wholeDay(lent)
    const whole = wholeDay(back)
    const isPartly = /^(\d{4}(-\d\d)?|--\d\d-\d\d)$/.test(back)
    const to = from !== undefined && isPartly ? firstFitting(from, back) : whole
    if (from === undefined || borrower === '' || title === '' || (back !== '' && (to === undefined || to < from))) {
      of.rejects += 1
      continue
    }
    of.loans += 1
    one(of.loansByMonth, from)
    if (to === undefined) of.never += 1
    else one(of.returnsByMonth, to)
    if (isPartly) of.partly += 1
    const due = later(from, 30)
    const billedWith = later(due, 35)
    const isBilled = to === undefined || to > billedWith
    if (isBilled) {
      of.bills += 1
      of.billKroner += 200 + 50
      if (to !== undefined && isPartly) of.foundPartly += 1
      else if (to !== undefined) of.found += 1
    }
    const end = isBilled ? billedWith : to
    const occasion = [borrower, from, due, end].join(' ')
    if (end > due && !occasions.has(occasion)) {
      occasions.add(occasion)
      of.fees += 1
      of.feeKroner += childsFee(between(due, end))
    }
  }
  return of
}
