/** The weekdays in the order of their numbers: 0 is Sunday, 6 is Saturday. */
export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

export type Weekday = (typeof weekdays)[number]
