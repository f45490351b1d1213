import type { MessageTemplate } from './message-template'

export const recallTemplate: MessageTemplate = {
  da: `Afleveringsdagen er overskredet

Kære låner. Aflevér snarest:
{{#each items}}
- {{name}} (skulle være afleveret {{day}})
{{/each}}
Der er gebyr for lån, der afleveres for sent. Venlig hilsen biblioteket
`,
  en: `Overdue

Dear borrower. Please return as soon as possible:
{{#each items}}
- {{name}} (was due on {{day}})
{{/each}}
There is a fee for what is returned late. Kind regards, the library
`,
}
