import type { Told } from './chapter'
import { calendarStory } from './calendar-story'
import { copyStory } from './copy-story'
import { feeStory } from './fee-story'
import { personsStory } from './persons-story'
import { titleStory } from './title-story'

/** One event of each type of the catalogue, in its newest version. */
export const story: ReadonlyArray<Told> = [...personsStory, ...calendarStory, ...copyStory, ...titleStory, ...feeStory]
