import type { JSX } from 'preact'
import { Text } from '../layout/page-frame'
import { blockTexts, debtText } from './block-texts'
import { ReservationSection } from './reservation-section'
import type { Reservations } from './reservations'
import { reservationsTexts as texts } from './reservations-texts'
import { ReserveForms } from './reserve-forms'

/** Why the borrower can reserve nothing, and the way out. */
const WhyNothing = ({ blocks, owesTooMuch }: Pick<Reservations, 'blocks' | 'owesTooMuch'>): JSX.Element => (
  <>
    {[...new Set(blocks)].map((reason) => (
      <p>
        <Text of={blockTexts[reason]} />
      </p>
    ))}
    {owesTooMuch ? (
      <p>
        <Text of={debtText} />
      </p>
    ) : null}
  </>
)

/** The reservations of a borrower, and the forms by which they reserve. Who came to reserve a title finds the form first. */
export const ReservationsView = (mine: Reservations): JSX.Element => {
  const { reservations, branches, toReserve } = mine
  const nameOfTitle = (title: string): string => reservations.find((one) => one.title === title)?.name ?? title
  const list = (
    <section>
      <h2 id="reservations">
        <Text of={texts.mine} />
      </h2>
      {reservations.length === 0 ? (
        <p>
          <Text of={texts.none} />
        </p>
      ) : null}
      {reservations.map((reservation) => (
        <ReservationSection reservation={reservation} branches={branches} nameOfTitle={nameOfTitle} />
      ))}
    </section>
  )
  return (
    <>
      <WhyNothing {...mine} />
      {toReserve === undefined ? list : null}
      <ReserveForms {...mine} />
      {toReserve === undefined ? null : list}
    </>
  )
}
