import type { MessageTemplate } from './message-template'

export const recallTemplate: MessageTemplate = {
  da: `Afleveringsdagen er overskredet

{{#if child}}Kære værge for {{child}}. Barnet skal aflevere snarest:{{else}}Kære låner. Aflevér snarest:{{/if}}
{{#each items}}
- {{name}} (skulle være afleveret {{day}})
{{/each}}
Der er gebyr for lån, der afleveres for sent. Venlig hilsen biblioteket
`,
  en: `Overdue

{{#if child}}Dear guardian of {{child}}. The child must return as soon as possible:{{else}}Dear borrower. Please return as soon as possible:{{/if}}
{{#each items}}
- {{name}} (was due on {{day}})
{{/each}}
There is a fee for what is returned late. Kind regards, the library
`,
}
