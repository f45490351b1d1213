/**
 * The figures of a ledger under the rules of a Danish library, counted from the file without any code of the importer.
 * Amounts are in kroner.
 */
export interface IndependentCounts {
  rows: number
  loans: number
  rejects: number
  partly: number
  never: number
  /** Returned after the bill, with a complete day of return, and with a partly known one. */
  found: number
  foundPartly: number
  bills: number
  billKroner: number
  fees: number
  feeKroner: number
  loansByMonth: Map<string, number>
  returnsByMonth: Map<string, number>
}

/** The texts of a row of any ledger, trimmed. */
export interface LedgerRowTexts {
  readonly borrower: string
  readonly title: string
  readonly lent: string
  readonly back: string
  /** Whether the row has as many cells as there are headings. */
  readonly isComplete: boolean
}

/** Parses a table of text with quoted cells and doubled quotation marks. Cells are not interpreted. */
export const parseTable = (text: string, separator: string): string[][] => {
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
const addDaysTo = (day: string, days: number): string => iso(Date.parse(day) + days * dayMs)
const daysFromTo = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs

/** `YYYY-MM-DD`, from that or from day, month and year; undefined for anything else, 31 February included. */
const parseWholeDay = (text: string): string | undefined => {
  const [, d, m, y] = /^(\d+)\/(\d+)\/(\d{4})$/.exec(text) ?? []
  const day = d === undefined ? text : `${y!}-${m!.padStart(2, '0')}-${d.padStart(2, '0')}`
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) return undefined
  return iso(Date.parse(day)) === day ? day : undefined
}

/** "The first day that fits what is known and is not before the day of lending." */
const earliestFittingDay = (lent: string, known: string): string | undefined => {
  const pattern = known.startsWith('--') ? new RegExp(`^....-${known.slice(2)}$`) : new RegExp(`^${known}`)
  for (let days = 0; days < 20 * 366; days++) if (pattern.test(addDaysTo(lent, days))) return addDaysTo(lent, days)
  return undefined
}

/** The legal maxima for children. No birth date is known, so every borrower pays the fee of a child. */
const childFee = (daysOverdue: number): number => {
  if (daysOverdue <= 7) return 10
  if (daysOverdue <= 14) return 30
  return daysOverdue <= 30 ? 55 : 120
}

const countInMonth = (counts: Map<string, number>, day: string): void => {
  counts.set(day.slice(0, 7), (counts.get(day.slice(0, 7)) ?? 0) + 1)
}

/** Counts a ledger. Loans last 30 days, and are billed when 35 days overdue with 200 kr. and 50 kr. for handling. */
export const countIndependently = (rows: ReadonlyArray<LedgerRowTexts>): IndependentCounts => {
  const counts: IndependentCounts = {
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
  for (const { borrower, title, lent, back, isComplete } of rows) {
    const from = parseWholeDay(lent)
    const whole = parseWholeDay(back)
    const isPartly = /^(\d{4}(-\d\d)?|--\d\d-\d\d)$/.test(back)
    const to = from !== undefined && isPartly ? earliestFittingDay(from, back) : whole
    if (
      !isComplete ||
      from === undefined ||
      borrower === '' ||
      title === '' ||
      (back !== '' && (to === undefined || to < from))
    ) {
      counts.rejects += 1
      continue
    }
    counts.loans += 1
    countInMonth(counts.loansByMonth, from)
    if (to === undefined) counts.never += 1
    else countInMonth(counts.returnsByMonth, to)
    if (isPartly) counts.partly += 1
    const due = addDaysTo(from, 30)
    const billedWith = addDaysTo(due, 35)
    const isBilled = to === undefined || to > billedWith
    if (isBilled) {
      counts.bills += 1
      counts.billKroner += 200 + 50
      if (to !== undefined && isPartly) counts.foundPartly += 1
      else if (to !== undefined) counts.found += 1
    }
    const end = isBilled ? billedWith : to
    const occasion = [borrower, from, due, end].join(' ')
    if (end > due && !occasions.has(occasion)) {
      occasions.add(occasion)
      counts.fees += 1
      counts.feeKroner += childFee(daysFromTo(due, end))
    }
  }
  return counts
}
