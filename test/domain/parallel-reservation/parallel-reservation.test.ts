import type { RequestParallelReservation } from '../../../domain/parallel-reservation/commands/request-parallel-reservation'
import { ParallelReservationCompleted } from '../../../domain/parallel-reservation/events/parallel-reservation-completed'
import { ParallelReservationRequested } from '../../../domain/parallel-reservation/events/parallel-reservation-requested'
import { parallelReservationDecider } from '../../../domain/parallel-reservation/parallel-reservation-decider'
import type { ParallelReservationRefusal } from '../../../domain/parallel-reservation/parallel-reservation-refusal'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { titleDecider } from '../../../domain/title/title-decider'
import { parallelReservationReservesTitles } from '../../../domain/reactions/parallel-reservation-reserves-titles'
import type { ReactionFacts } from '../../../domain/reactions/reaction-facts'
import type { TitleId } from '../../../domain/values/ids'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { given, stateAfter } from '../../fixtures/given-when-then'
import {
  anna,
  day,
  exampleStanding,
  firstTitle,
  mainBranch,
  noon,
  reservationId,
  secondTitle,
  statisticsScopeId,
} from '../../fixtures/example-library'
import { numberedUuid } from '../../fixtures/numbered-uuid'
import { paddedLengthFor } from '../../../retention/sealing/padding'
import { textOfParallelTitles } from '../../../domain/title/parallel-titles'
import { textOfVolume, type Volume } from '../../../domain/values/volume'
import { made } from '../title/example-reservations'
import { parallelReservation, requestOf, titleToReserve } from './example-parallel-reservation'

const decider = parallelReservationDecider(defaultLibraryPolicy)
const thirdTitle = '52557299' as TitleId
const requested = ParallelReservationRequested(
  { parallelReservation, latestEnd: day('2026-02-04') },
  {
    parallelReservation: {
      ...{ borrower: anna, titles: [secondTitle, firstTitle], reservations: [reservationId(2), reservationId(1)] },
      ...{ pickUpBranch: mainBranch, interestUntil: day('2026-07-04'), madeAt: noon('2026-01-05') },
      ...{ statistics: statisticsScopeId, borrowerGroup: 'adult', municipality: null, ageClass: 'adult' },
    },
  },
)
const complete = { type: 'CompleteParallelReservation', parallelReservation } as const
const followUps = (event: typeof requested) =>
  parallelReservationReservesTitles.followUpsOf({} as ReactionFacts, () => numberedUuid(1))(event)

describe('a parallel reservation', () => {
  it('is requested for two titles or more, in an order that does not tell which was named first', () => {
    given(decider)().when(requestOf()).thenHappens(requested)
    given(decider)(requested).when(requestOf()).thenHappens()
  })

  it('reserves each title for the same borrower, branch and days, and is completed', () => {
    const given = followUps(requested)
    expect(given.map(({ aggregate, id }) => [aggregate, id])).toEqual([
      ['title', secondTitle],
      ['title', firstTitle],
      ['parallelReservation', parallelReservation],
    ])
    const [second, first] = given
    for (const [followUp, other] of [
      [second, firstTitle],
      [first, secondTitle],
    ] as const)
      expect(followUp?.command).toMatchObject({
        ...{ type: 'ReserveParallel', borrower: anna, parallelTo: [other], interestUntil: '2026-07-04' },
      })
  })

  it('is completed once, and has no step left when it is erased', () => {
    given(decider)(requested).when(complete).thenHappens(ParallelReservationCompleted({ parallelReservation }, {}))
    given(decider)(requested, ParallelReservationCompleted({ parallelReservation }, {})).when(complete).thenHappens()
    const [erased] = withScopesErased(new Set([parallelReservation]))([requested])
    expect(followUps(erased!)).toEqual([])
  })

  const withTitles = (...titles: ReadonlyArray<ReturnType<typeof titleToReserve>>): RequestParallelReservation =>
    requestOf(titles)
  it.each<[string, ParallelReservationRefusal, RequestParallelReservation]>([
    ['one title', { _tag: 'TooFewParallelTitles' }, withTitles(titleToReserve(1))],
    [
      'six titles',
      { _tag: 'TooManyParallelTitles', atMost: 5 },
      withTitles(...[1, 2, 3, 4, 5, 6].map((n) => titleToReserve(n, `5255720${String(n)}` as TitleId))),
    ],
    ['a title twice', { _tag: 'ParallelTitleIsNamedTwice' }, withTitles(titleToReserve(1), titleToReserve(2))],
    [
      'a borrower whom nobody has registered',
      { _tag: 'ReservationIsRefused', because: 'patron_not_found' },
      { ...requestOf(), standing: undefined },
    ],
    ['a day that is past', { _tag: 'InterestIsOver' }, { ...requestOf(), interestUntil: day('2026-01-04') }],
    [
      'more than a year',
      { _tag: 'InterestIsTooLong', days: 365 },
      { ...requestOf(), interestUntil: day('2027-01-06') },
    ],
    [
      'two titles that the library does not lend',
      {
        _tag: 'ParallelTitlesAreRefused',
        titles: [
          { index: 0, because: 'material_not_loanable' },
          { index: 2, because: 'already_reserved' },
        ],
      },
      withTitles(titleToReserve(1, firstTitle, { notLent: 1 }), titleToReserve(2, secondTitle), {
        ...titleToReserve(3, thirdTitle),
        isWaitingAlready: true,
      }),
    ],
    [
      'a title too many for the limit of reservations',
      { _tag: 'ParallelTitlesAreRefused', titles: [{ index: 1, because: 'exceeds_max_reservations' }] },
      {
        ...requestOf(),
        standing: exampleStanding(anna, {
          reservations: Array.from({ length: 29 }, (_, n) => ({
            reservation: reservationId(50 + n),
            title: thirdTitle,
            volume: null,
          })),
        }),
      },
    ],
  ])('is refused for %s, and then no title is reserved: %j', (_what, refusal, request) => {
    given(decider)().when(request).thenRefused(refusal)
  })

  it('is unknown before it is requested', () => {
    given(decider)().when(complete).thenRefused({ _tag: 'ParallelReservationIsUnknown' })
  })

  it('leaves the place of a borrower who has reserved one of the titles meanwhile', () => {
    const [step] = followUps(requested)
    const command = { ...step?.command, title: firstTitle } as Parameters<ReturnType<typeof titleDecider>['decide']>[0]
    const decided = titleDecider(defaultLibraryPolicy).decide(command)(
      stateAfter(titleDecider(defaultLibraryPolicy))([made(9)]),
    )
    expect(decided).toMatchObject({ left: { _tag: 'ReservationIsRefused', because: 'already_reserved' } })
  })
})

it('the sealed part of a reservation has one size, whether it is parallel, or for a volume', () => {
  const sizeOf = (titles: ReadonlyArray<string>, volume: string | null): number => {
    const part = made(1, anna, {
      parallelTo: textOfParallelTitles(titles as ReadonlyArray<TitleId>),
      volume: textOfVolume(volume as Volume | null),
    }).sealed.reservation
    return paddedLengthFor(Buffer.byteLength(JSON.stringify(part._tag === 'Plain' ? part.value : undefined)))
  }
  const four = ['525572401', '525572402', '525572403', '525572404']
  const sizes = [sizeOf([], null), sizeOf(four.slice(0, 1), '1'), sizeOf(four, '2026/12, supplement 2'.slice(0, 20))]
  expect(new Set(sizes).size).toBe(1)
})
