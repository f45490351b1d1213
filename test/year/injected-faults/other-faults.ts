import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { GroundTruth, PersonalText } from '../ground-truth/ground-truth'
import type { InjectedFault } from './injected-fault'
import { writeWhenFree } from './writable-files'

const textOf = (scopes: GroundTruth['scopes'], kind: PersonalText['kind'], without?: GroundTruth['scopes']): string => {
  const others = new Set([...(without?.values() ?? [])].flatMap(({ texts }) => texts.map(({ text }) => text)))
  for (const { texts } of scopes.values())
    for (const text of texts) if (text.kind === kind && !others.has(text.text)) return text.text
  throw new Error(`no text of ${kind}`)
}

/** A text that is to be forgotten stands in a file of the data folder. */
export const textInFile = (promise: PersonalText['kind']): InjectedFault => ({
  promise,
  title: `a forgotten ${promise} stands in a file`,
  isInFile: true,
  inject: ({ midnight: { folder, year } }) => {
    const file = path.join(folder, 'note.txt')
    writeFileSync(file, `x ${textOf(year.groundTruth.gone, promise, year.groundTruth.scopes)} x`)
    return Promise.resolve(() => Promise.resolve(rmSync(file)))
  },
})

/** A personal text stands in a line of the log. */
export const textInLogLine = (promise: PersonalText['kind']): InjectedFault => ({
  promise,
  title: `a ${promise} stands in a line of the log`,
  inject: ({ midnight: { output, year } }) => {
    output.push(JSON.stringify({ level: 'info', message: `done for ${textOf(year.groundTruth.scopes, promise)}` }))
    return Promise.resolve(() => Promise.resolve(void output.pop()))
  },
})

/** The key of a scope that has gone is there again, as after a restore that nobody replayed erasures over. */
export const keyRestored: InjectedFault = {
  promise: 'loans',
  title: 'the key of a forgotten loan is there again',
  inject: async ({ files: { keysOfCirculation: db }, midnight: { year } }) => {
    const loan = [...year.groundTruth.gone.values()].find(({ class: name }) => name === 'loan')!
    const scope = Buffer.from(loan.id.replaceAll('-', ''), 'hex')
    const change = db.prepare('UPDATE keys SET slot = ? WHERE scope = ?')
    await writeWhenFree(() => {
      if (change.run(999_999, scope).changes !== 1) throw new Error('the loan has no row')
    })
    return () => writeWhenFree(() => void change.run(null, scope))
  },
}

/** The key of a loan that has not ended is destroyed. */
export const keyDestroyed: InjectedFault = {
  promise: 'loans',
  title: 'the key of a running loan is destroyed',
  inject: async ({ files: { keysOfCirculation: db }, midnight: { year } }) => {
    const loan = [...year.groundTruth.loanOfCopy.values()][0]!
    const scope = Buffer.from(loan.loan.replaceAll('-', ''), 'hex')
    const slot = db.prepare<[Buffer], number>('SELECT slot FROM keys WHERE scope = ?').pluck().get(scope)
    const change = db.prepare('UPDATE keys SET slot = ? WHERE scope = ?')
    await writeWhenFree(() => void change.run(null, scope))
    return () => writeWhenFree(() => void change.run(slot, scope))
  },
}

/** A copy has a second loan: another running loan is said to be of the same copy. */
export const secondLoanOfCopy: InjectedFault = {
  promise: 'one borrower a copy',
  title: 'a copy is on loan to two borrowers',
  inject: async ({ files: { readModels: db }, midnight: { year } }) => {
    const [one, other] = [...year.groundTruth.loanOfCopy.values()]
    const change = db.prepare('UPDATE loans SET copy = ? WHERE loan = ?')
    await writeWhenFree(() => void change.run(one!.copy, other!.loan))
    return () => writeWhenFree(() => void change.run(other!.copy, other!.loan))
  },
}

/** Who reserved later is served first. */
export const queueTurnedRound: InjectedFault = {
  promise: 'queue in order',
  title: 'two borrowers change their places in a queue',
  inject: async ({ files: { readModels: db }, midnight: { year } }) => {
    const joinedAt = db.prepare<[string], string>('SELECT joined FROM reservations WHERE reservation = ?').pluck()
    const joinedAtEnd = [...year.groundTruth.reservations.values()]
      .filter(({ reservation }) => joinedAt.get(reservation) === 'back')
      .sort((a, b) => a.place - b.place)
    const pair = joinedAtEnd
      .map((one) => [one, joinedAtEnd.find((other) => other.title === one.title && other !== one)] as const)
      .find(([, other]) => other !== undefined)
    const ids = [pair![0].reservation, pair![1]!.reservation]
    const read = db.prepare<[string], string>('SELECT position FROM reservations WHERE reservation = ?').pluck()
    const change = db.prepare('UPDATE reservations SET position = ? WHERE reservation = ?')
    const [first, second] = [read.get(ids[0]!), read.get(ids[1]!)]
    const swap = (one: string | undefined, other: string | undefined): void => {
      change.run(one, ids[0])
      change.run(other, ids[1])
    }
    await writeWhenFree(() => swap(second, first))
    return () => writeWhenFree(() => swap(first, second))
  },
}

/** Somebody owes more than their fees come to. */
export const feeOwedAgain: InjectedFault = {
  promise: 'balance is the sum of the fees',
  title: 'a fee is owed again',
  inject: async ({ files: { readModels: db }, midnight: { year } }) => {
    const { groundTruth } = year
    const fee = [...groundTruth.fees.values()].find(({ borrower }) => groundTruth.borrowers.has(borrower))!
    const change = db.prepare('UPDATE fees SET amount = ?, settledOn = ? WHERE fee = ?')
    await writeWhenFree(() => void change.run(fee.amount + 100, null, fee.fee))
    return () => writeWhenFree(() => void change.run(fee.amount, fee.settledOn, fee.fee))
  },
}

/** A certificate is missing: the observer has read none for what went. */
export const certificateMissing: InjectedFault = {
  promise: 'certificates for exactly what went',
  title: 'something went without a certificate',
  inject: ({ midnight: { facts } }) => {
    const [scope] = facts.certified
    facts.certified.delete(scope!)
    return Promise.resolve(() => Promise.resolve(void facts.certified.add(scope!)))
  },
}
