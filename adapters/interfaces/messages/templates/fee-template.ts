import type { MessageTemplate } from './message-template'

export const feeTemplate: MessageTemplate = {
  da: `Gebyr

Kære låner. Du har fået gebyr for det, der blev afleveret for sent:
{{#each items}}
- {{name}} (gebyr {{amount}})
{{/each}}
I alt {{total}} Venlig hilsen biblioteket
`,
  en: `Fee

Dear borrower. There is a fee for what was returned late:
{{#each items}}
- {{name}} (fee {{amount}})
{{/each}}
In all {{total}} Kind regards, the library
`,
}
