import type { JSX } from 'preact'
import { Text } from '../layout/page-frame'
import { ReservationSection } from './reservation-section'
import type { Reservations } from './reservations'
import { reservationsTexts as texts } from './reservations-texts'
import { ReserveForms } from './reserve-forms'

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
      {toReserve === undefined ? list : null}
      <ReserveForms {...mine} />
      {toReserve === undefined ? null : list}
    </>
  )
}
