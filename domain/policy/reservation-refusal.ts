import * as t from 'io-ts'

/** Why a reservation is refused, with the names of the national systems, which have none for an
 * age limit and for a volume. */
export const ReservationRefusal = t.keyof({
  patron_is_blocked: null,
  patron_not_found: null,
  already_reserved: null,
  already_loaned: null,
  material_not_loanable: null,
  material_not_reservable: null,
  loaning_profile_not_found: null,
  below_age_limit: null,
  material_lost: null,
  not_reservable: null,
  no_reservable_materials: null,
  volume_not_found: null,
  exceeds_max_reservations: null,
})
export type ReservationRefusal = t.TypeOf<typeof ReservationRefusal>
