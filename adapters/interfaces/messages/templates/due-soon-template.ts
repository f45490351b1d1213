import type { MessageTemplate } from './message-template'

export const dueSoonTemplate: MessageTemplate = {
  da: `Snart afleveringsdag

Kære låner. Husk at aflevere eller forny:
{{#each items}}
- {{name}} (senest {{day}})
{{/each}}
Venlig hilsen biblioteket
`,
  en: `Due soon

Dear borrower. Please return or renew:
{{#each items}}
- {{name}} (by {{day}})
{{/each}}
Kind regards, the library
`,
}
