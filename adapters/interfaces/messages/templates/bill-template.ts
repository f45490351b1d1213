import type { MessageTemplate } from './message-template'

export const billTemplate: MessageTemplate = {
  da: `Regning for materialer, der ikke er afleveret

Kære låner. Du har ikke afleveret:
{{#each items}}
- {{name}} (erstatning {{amount}})
{{/each}}
I alt {{total}} Afleverer du materialet, bortfalder erstatningen. Venlig hilsen biblioteket
`,
  en: `Bill for material that was not returned

Dear borrower. You have not returned:
{{#each items}}
- {{name}} (compensation {{amount}})
{{/each}}
In all {{total}} If you return the material, you need not pay the compensation. Kind regards, the library
`,
}
