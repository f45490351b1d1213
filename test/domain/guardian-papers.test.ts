import { right, left } from 'fp-ts/Either'
import { decideGuardianPapersCommand } from '../../domain/guardian-papers/decide-guardian-papers-command'
import { GuardianPapersUnconfirmed } from '../../domain/guardian-papers/events/guardian-papers-unconfirmed'
import { UnconfirmedGuardianPapersDestroyed } from '../../domain/guardian-papers/events/unconfirmed-guardian-papers-destroyed'
import { guardianPapersAggregate } from '../../domain/guardian-papers/guardian-papers-aggregate'
import type { Month } from '../../domain/values/month'

const endedIn = '2026-04' as Month

const count = (papers: number) => decideGuardianPapersCommand({ type: 'CountUnconfirmedPapers', endedIn, papers })
const confirm = (papers: number) =>
  decideGuardianPapersCommand({ type: 'ConfirmUnconfirmedPapersDestroyed', endedIn, papers })

const counted = GuardianPapersUnconfirmed({ endedIn, papers: 3 }, {})
const confirmed = UnconfirmedGuardianPapersDestroyed({ endedIn, papers: 2 }, {})
const refused = left({ _tag: 'FewerPapersAreUnconfirmed' })

describe('papers of ended guardianships that nobody confirmed as destroyed', () => {
  const { initial, evolve } = guardianPapersAggregate
  const waiting = evolve(counted)(initial)

  it('are counted once, and none is no event', () => {
    expect(count(3)(initial)).toEqual(right([counted]))
    expect(count(0)(initial)).toEqual(right([]))
    expect(count(3)(waiting)).toEqual(right([]))
  })

  it('are confirmed by their number, up to as many as there are', () => {
    expect(confirm(2)(waiting)).toEqual(right([confirmed]))
    expect(confirm(4)(waiting)).toEqual(refused)
    const oneLeft = evolve(confirmed)(waiting)
    expect(confirm(1)(oneLeft)._tag).toBe('Right')
    expect(confirm(2)(oneLeft)).toEqual(refused)
    expect(confirm(1)(initial)).toEqual(refused)
    expect(count(3)(evolve(UnconfirmedGuardianPapersDestroyed({ endedIn, papers: 1 }, {}))(oneLeft))).toEqual(right([]))
  })
})
