import type { MessageTemplate } from './message-template'

export const feeTemplate: MessageTemplate = {
  da: `Gebyr

{{#if child}}Kære værge for {{child}}. Der er gebyr for det, som barnet afleverede for sent:{{else}}Kære låner. Du har fået gebyr for det, der blev afleveret for sent:{{/if}}
{{#each items}}
- {{name}} (gebyr {{amount}})
{{/each}}
I alt {{total}} Venlig hilsen biblioteket
`,
  en: `Fee

Dear {{#if child}}guardian of {{child}}{{else}}borrower{{/if}}. There is a fee for what was returned late:
{{#each items}}
- {{name}} (fee {{amount}})
{{/each}}
In all {{total}}. Kind regards, the library
`,
}
