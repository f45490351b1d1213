/** The numbers of the people in the library whose memory is searched. */
export const people: ReadonlyArray<number> = Array.from({ length: 12 }, (_, index) => index + 1)

/** The personal values of one of them. Only the number is in the memory of a process that has not used them. */
export const canariesOf = (person: number) => {
  const mark = (person * 7919).toString(36)
  return {
    name: `Kanarie ${mark} Fugl`,
    email: `fugl-${mark}@kanarie.example`,
    cardNumber: `KANARIE-${mark}`,
  }
}
