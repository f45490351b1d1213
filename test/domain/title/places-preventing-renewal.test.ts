import type { TitleId } from '../../../domain/values/ids'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { countPlacesPreventingRenewal } from '../../../domain/title/count-places-preventing-renewal'
import { titleDecider } from '../../../domain/title/title-decider'
import { placesOfTitleQueue } from '../../../domain/title/title-state'
import type { TitleEvent } from '../../../domain/title/title-event'
import { textOfParallelTitles } from '../../../domain/title/parallel-titles'
import { anna, bent, day, secondTitle, traitsOf } from '../../fixtures/example-library'
import { stateAfter } from '../../fixtures/given-when-then'
import { forgotten, made, ready } from './example-reservations'

const today = day('2026-02-01')
const away = { from: day('2026-01-20'), until: day('2026-02-01') }
const noTitles: ReadonlySet<TitleId> = new Set()
const waiting = (absenceOfAnna: typeof away | null, titlesWithCopy = noTitles) =>
  new Map([
    [anna, { ...traitsOf(anna), absence: absenceOfAnna, titlesWithCopy }],
    [bent, { ...traitsOf(bent), absence: null, titlesWithCopy: noTitles }],
  ])
const count = (on: typeof today, absenceOfAnna: typeof away | null, ...events: ReadonlyArray<TitleEvent>) =>
  countWith(on, waiting(absenceOfAnna), events)
const countWith = (on: typeof today, known: ReturnType<typeof waiting>, events: ReadonlyArray<TitleEvent>) =>
  countPlacesPreventingRenewal(on, known)(placesOfTitleQueue(stateAfter(titleDecider(defaultLibraryPolicy))(events)))

describe('"never when others have reserved the title"', () => {
  it('does not count a place that is paused, because a copy of a parallel title is reserved or lent', () => {
    const parallel = made(1, anna, { parallelTo: textOfParallelTitles([secondTitle]) })
    expect(countWith(today, waiting(null, new Set([secondTitle])), [parallel, made(2, bent)])).toBe(1)
    expect(countWith(today, waiting(null), [parallel, made(2, bent)])).toBe(2)
  })

  it('counts whoever waits, and is there', () => {
    expect(count(today, null, made(1), made(2, bent))).toBe(2)
    expect(count(today, away, made(1), made(2, bent))).toBe(1)
  })

  it('does not count whoever waits and is absent (fravær) on the day of the renewal', () => {
    expect(count(today, away, made(1))).toBe(0)
    expect(count(day('2026-02-02'), away, made(1))).toBe(1)
    expect(count(day('2026-01-19'), away, made(1))).toBe(1)
  })

  it('counts an absent borrower for whom a copy is ready, and a borrower who is erased', () => {
    expect(count(today, away, made(1), ready)).toBe(1)
    expect(count(today, away, ...forgotten(made(1)))).toBe(1)
  })
})
