import type { MessageTemplate } from './message-template'

export const billTemplate: MessageTemplate = {
  da: `Regning for materialer, der ikke er afleveret

{{#if child}}Kære værge for {{child}}. Barnet har ikke afleveret:{{else}}Kære låner. Du har ikke afleveret:{{/if}}
{{#each items}}
- {{name}} (erstatning {{amount}})
{{/each}}
I alt {{total}} Afleveres materialet, bortfalder erstatningen. Venlig hilsen biblioteket
`,
  en: `Bill for material that was not returned

{{#if child}}Dear guardian of {{child}}. The child has not returned:{{else}}Dear borrower. You have not returned:{{/if}}
{{#each items}}
- {{name}} (compensation {{amount}})
{{/each}}
In all {{total}}. If the material is returned, the compensation need not be paid. Kind regards, the library
`,
}
