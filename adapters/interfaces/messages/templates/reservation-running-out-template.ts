import type { MessageTemplate } from './message-template'

export const reservationRunningOutTemplate: MessageTemplate = {
  da: `Din reservering udløber snart

Kære låner. Du venter stadig på:
{{#each items}}
- {{name}} (reserveret til og med {{day}})
{{/each}}
Forlæng reserveringen, hvis du stadig vil låne. Venlig hilsen biblioteket
`,
  en: `Your reservation runs out soon

Dear borrower. You still wait for:
{{#each items}}
- {{name}} (reserved until {{day}})
{{/each}}
Prolong the reservation if you still want to borrow. Kind regards, the library
`,
}
