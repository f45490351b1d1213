import type { MessageTemplate } from './message-template'

export const statementTemplate: MessageTemplate = {
  da: `Opgørelse over mellemværende

{{#if child}}Kære værge for {{child}}. Her er, hvad der er udestående mellem barnet og biblioteket.{{else}}Kære låner. Her er, hvad der er udestående mellem dig og biblioteket.{{/if}}
{{#if loans}}
Ikke afleveret:
{{#each loans}}
- {{name}} (skulle afleveres {{day}})
{{/each}}
{{/if}}
{{#if fees}}
Ikke betalt:
{{#each fees}}
- {{name}} (beløb {{amount}})
{{/each}}
I alt {{total}}
{{/if}}
{{#if note}}
Note til dig: {{note}}
{{/if}}
Venlig hilsen biblioteket
`,
  en: `Statement of outstanding matters

{{#if child}}Dear guardian of {{child}}. This is what is outstanding between the child and the library.{{else}}Dear borrower. This is what is outstanding between you and the library.{{/if}}
{{#if loans}}
Not returned:
{{#each loans}}
- {{name}} (was due on {{day}})
{{/each}}
{{/if}}
{{#if fees}}
Not paid:
{{#each fees}}
- {{name}} (amount {{amount}})
{{/each}}
In all {{total}}
{{/if}}
{{#if note}}
Note to you: {{note}}
{{/if}}
Kind regards, the library
`,
}
